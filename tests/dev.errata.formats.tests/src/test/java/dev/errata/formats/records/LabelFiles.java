package dev.errata.formats.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the small label files of a test. */
final class LabelFiles {

    private LabelFiles() {
    }

    /** Writes a file, and makes the folders above it. */
    static Path put(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
