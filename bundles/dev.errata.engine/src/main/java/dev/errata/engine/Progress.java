package dev.errata.engine;

/** How far a long computation is, and whether somebody wants it stopped. Called from one thread at a time. */
public interface Progress {

    /** Reports nothing and never asks to stop. */
    Progress NONE = new Progress() {
        @Override
        public void begin(String task, long total) {
            // nobody watches
        }

        @Override
        public void advance(long amount) {
            // nobody watches
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /**
     * A task begins.
     *
     * @param task what is being done, for a person to read
     * @param total the amount of work, in any unit; 0 or less where it is not known
     */
    void begin(String task, long total);

    /** @param amount the work done since the last call, in the unit of {@link #begin} */
    void advance(long amount);

    /**
     * Records were found in the file that is being read; the amounts of such a task are bytes.
     *
     * @param count so many since the last call
     */
    default void records(long count) {
        // not everybody who watches shows them
    }

    /** Whether the computation should stop soon, by throwing a {@link java.util.concurrent.CancellationException}. */
    boolean cancelled();
}
