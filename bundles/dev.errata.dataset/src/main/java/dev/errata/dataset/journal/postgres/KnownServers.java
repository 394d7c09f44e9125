package dev.errata.dataset.journal.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;

import dev.errata.dataset.files.PersonalFolders;

/**
 * The servers that a person has said may be connected to, in a file of theirs: a dataset from a stranger must not make this
 * program tell a server of the stranger's who they are, and by what password. This computer itself is known.
 */
public final class KnownServers {

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private KnownServers() {
    }

    private static Path file() {
        return PersonalFolders.settings().resolve("servers");
    }

    /** @throws IOException if the person's file cannot be read */
    public static boolean knows(ServerAddress server) throws IOException {
        return THIS_COMPUTER.contains(server.host())
            || Files.exists(file()) && Files.readAllLines(file()).contains(server.toString());
    }

    /** From now on it is known, with the parameters that the address has. */
    public static void add(ServerAddress server) throws IOException {
        if (!knows(server)) {
            Files.createDirectories(file().getParent());
            Files.write(file(), List.of(server.toString()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
