package dev.errata.dataset.journal.postgres;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who this program is for a server, and by what password: as PostgreSQL's own programs have it, from the variables
 * {@code PGUSER} and {@code PGPASSWORD} and from the file {@code .pgpass}, which the driver reads; or as a person said. Passwords
 * are kept in memory.
 */
final class ServerLogins {

    private static final Map<ServerAddress, ServerLogin> TAKEN = new ConcurrentHashMap<>();

    private ServerLogins() {
    }

    static ServerLogin of(ServerAddress server) {
        ServerLogin taken = TAKEN.get(server);
        return taken == null ? new ServerLogin(variable("PGUSER", System.getProperty("user.name")), variable("PGPASSWORD", ""))
            : taken;
    }

    private static String variable(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    /** A server took it: the connections after the first need not ask. */
    static void remember(ServerAddress server, ServerLogin login) {
        TAKEN.put(server, login);
    }
}
