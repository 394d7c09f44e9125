package dev.errata.dataset.journal.postgres;

import java.io.IOException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;

/** What a server or the way to it refused, in words for a person. */
final class ServerFaults {

    /** No password, a wrong one, or a user who may not come in; see the appendix on error codes in PostgreSQL's manual. */
    private static final Set<String> LOGIN = Set.of("28P01", "28000", "08004");
    private static final String NO_DATABASE = "3D000";
    private static final String NOT_ALLOWED = "42501";
    private static final String READ_ONLY = "25006";
    private static final String LOCK_HELD = "55P03";
    private static final String CONNECTION = "08";

    private ServerFaults() {
    }

    /** Whether another user or password may help. */
    static boolean isLogin(SQLException failure) {
        return LOGIN.contains(failure.getSQLState());
    }

    /** @param user who asked */
    static IOException told(ServerAddress server, String user, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return new IOException("PostgreSQL at " + server.host() + ", port " + server.port() + ", database " + server.database()
            + ": " + why(state, user, failure), failure);
    }

    private static String why(String state, String user, SQLException failure) {
        if (LOGIN.contains(state)) {
            return "it did not let in " + user + " (" + reason(failure) + "). Set PGUSER and PGPASSWORD, or add a line to the"
                + " file .pgpass in your home folder.";
        }
        if (state.startsWith(CONNECTION) || state.startsWith("57P")) {
            return "it cannot be reached (" + reason(failure) + "). See to it that it runs and that this computer may connect to"
                + " it, then try again.";
        }
        return switch (state) {
            case NO_DATABASE -> "there is no such database. Ask whoever runs it to create that.";
            case NOT_ALLOWED -> user + " may not do that there (" + reason(failure)
                + "). Ask whoever runs it for the right to select from and insert into " + JournalTable.NAME + ".";
            case READ_ONLY -> "it takes no changes (" + reason(failure) + "). Connect to the one that it is a copy of.";
            case LOCK_HELD -> "another program has been writing for too long. Try again.";
            default -> "it said " + reason(failure);
        };
    }

    /** The innermost reason, without the driver's advice. */
    private static String reason(SQLException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String message = reason.getMessage();
        if (message == null || reason instanceof UnknownHostException) {
            return reason.getClass().getSimpleName();
        }
        return message.strip().replaceFirst("\\.$", "");
    }
}
