package dev.errata.dataset.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failed write leaves the old file and nothing beside it. */
class DurableFilesTest {

    @TempDir
    Path temporary;

    @Tag("case-76")
    @Test
    void aFileIsReplacedWholeOrNotAtAll() throws Exception {
        Path file = temporary.resolve("a.txt");
        DurableFiles.replace(file, out -> out.write("old".getBytes(StandardCharsets.UTF_8)));
        assertThrows(IOException.class, () -> DurableFiles.replace(file, out -> {
            out.write("half of the n".getBytes(StandardCharsets.UTF_8));
            throw new IOException("disk full");
        }));
        assertEquals("old", Files.readString(file));
        DurableFiles.replace(file, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));
        assertEquals("new", Files.readString(file));
        try (Stream<Path> files = Files.list(temporary)) {
            assertEquals(1, files.count());
        }
    }
}
