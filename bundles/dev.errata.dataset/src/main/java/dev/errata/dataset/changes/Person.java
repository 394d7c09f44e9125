package dev.errata.dataset.changes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom this program's changes are recorded for: the system property {@code errata.author}, or the user's name.
 *
 * @param name shown to teammates
 * @param host the computer, for telling journal files apart
 */
record Person(String name, String host) {

    static Person current() {
        String name = Optional.ofNullable(System.getProperty("errata.author"))
            .filter(value -> !value.isBlank())
            .orElseGet(() -> System.getProperty("user.name", "unknown"));
        return new Person(name, hostName());
    }

    /** Asked of the system without the network, which can hang. */
    private static String hostName() {
        return Stream.of(System.getenv("COMPUTERNAME"), System.getenv("HOSTNAME"), hostFile())
            .filter(value -> value != null && !value.isBlank())
            .findFirst()
            .map(String::strip)
            .orElse("host");
    }

    private static String hostFile() {
        Path file = Path.of("/etc/hostname");
        try {
            return Files.isReadable(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            // the name is a convenience: the journal's file name has a UUID too
            return null;
        }
    }
}
