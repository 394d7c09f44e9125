package dev.errata.engine;

/** How far a task is and how long it will still take if it goes on as it did so far. Not thread safe. */
public final class ProgressEstimate {

    private final long total;
    private final long began;
    private long done;
    private long records;

    /**
     * @param total the amount of work; 0 or less where it is not known
     * @param now nanoseconds as of {@link System#nanoTime}
     */
    public ProgressEstimate(long total, long now) {
        this.total = total;
        this.began = now;
    }

    /** More of the work is done. */
    public void advance(long amount) {
        done += amount;
    }

    /** More records were found. */
    public void records(long count) {
        records += count;
    }

    public long total() {
        return total;
    }

    public long done() {
        return done;
    }

    /** Records found so far; 0 where the task finds none. */
    public long records() {
        return records;
    }

    /** Whether the work is done; false where nobody knows how much it is. */
    public boolean complete() {
        return total > 0 && done >= total;
    }

    /** How much of the work is done, 0 to 100; -1 where nobody knows. */
    public int percent() {
        return total > 0 ? (int) (100.0 * Math.min(done, total) / total) : -1;
    }

    /** How many seconds are left; -1 where nobody knows. */
    public long secondsLeft(long now) {
        if (total <= 0 || done <= 0) {
            return -1;
        }
        return Math.round((now - began) / 1e9 * Math.max(0, total - done) / done);
    }
}
