package dev.errata.formats.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;

/**
 * A generated file, much larger than the memory that may be used, in a Java of its own. {@code -Derrata.large.megabytes=10240}
 * makes it as large as anybody's.
 */
class LargeFileTest {

    private static final int MEGABYTES = Integer.getInteger("errata.large.megabytes", 256);
    private static final int HEAP = Integer.getInteger("errata.large.heap", 64);
    private static final int POINTS = 400;

    @TempDir
    Path folder;

    @Tag("case-11")
    @Test
    void aFileManyTimesTheHeapIsRead() throws IOException, InterruptedException {
        Path file = folder.resolve("large.json");
        long records = generate(file, (long) MEGABYTES << 20);
        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP + "m", "-cp", System.getProperty("java.class.path"), LargeFileTest.class.getName(), file.toString())
            .redirectErrorStream(true).start();
        String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, reader.waitFor(), output);
        assertTrue(output.contains("read " + records + " imported " + records), output);
        System.out.print(output);
    }

    private static long generate(Path file, long bytes) throws IOException {
        StringBuilder outline = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            outline.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "%.2f", 10 + Math.sin(i) * 5));
        }
        byte[] rest = (", \"image_id\": 1, \"category_id\": 1, \"bbox\": [5, 5, 10, 10], \"segmentation\": [[" + outline + "]]}")
            .getBytes(StandardCharsets.UTF_8);
        long records = 0;
        long written = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
            out.write(("{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 50, \"height\": 50}], \"categories\": "
                + "[{\"id\": 1, \"name\": \"cat\"}], \"annotations\": [").getBytes(StandardCharsets.UTF_8));
            while (written < bytes) {
                byte[] begin = ((records == 0 ? "\n{\"id\": " : ",\n{\"id\": ") + ++records).getBytes(StandardCharsets.UTF_8);
                out.write(begin);
                out.write(rest);
                written += begin.length + rest.length;
            }
            out.write("]}\n".getBytes(StandardCharsets.UTF_8));
        }
        return records;
    }

    /** Reads a file and says how fast. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(List.of(arguments).getFirst());
        long begin = System.nanoTime();
        GroundTruth truth = CocoFiles.COCO.readGroundTruth(file, Progress.NONE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(Locale.ROOT, "read %d imported %d, %.0f MB in %.2f s, %.0f MB/s, heap limit %d MB%n",
            truth.counts().read(), truth.counts().imported(), Files.size(file) / 1e6, seconds, Files.size(file) / 1e6 / seconds,
            Runtime.getRuntime().maxMemory() >> 20);
    }
}
