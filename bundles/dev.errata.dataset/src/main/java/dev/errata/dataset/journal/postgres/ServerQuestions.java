package dev.errata.dataset.journal.postgres;

import java.util.Optional;

/** Asks a person about a server that keeps a journal. A question may wait for the person: it is asked in the background. */
public interface ServerQuestions {

    /** Asks nobody. */
    ServerQuestions NONE = new ServerQuestions() {

        @Override
        public boolean mayConnect(ServerAddress server) {
            return false;
        }

        @Override
        public Optional<ServerLogin> login(ServerAddress server, String user, boolean refused) {
            return Optional.empty();
        }
    };

    /** Whether to connect to a server that a document names and that nobody connected to from here yet. */
    boolean mayConnect(ServerAddress server);

    /**
     * Called when a server asks for a password that is not known.
     *
     * @param user who it would be
     * @param refused whether the server refused what was said before
     * @return empty if the person gives up
     */
    Optional<ServerLogin> login(ServerAddress server, String user, boolean refused);
}
