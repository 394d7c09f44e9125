package dev.errata.dataset.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/** A dataset from the cache is the dataset from its files, whatever happens to the cache. */
class SourceCacheTest {

    private static final int IMAGES = 500;
    private static final int BOXES = 45_000;

    @TempDir
    Path temporary;
    Path cache;
    Path folder;
    Path labels;

    @BeforeEach
    void write() throws Exception {
        cache = temporary.resolve("cache");
        System.setProperty("errata.cache", cache.toString());
        folder = temporary.resolve("set");
        labels = Files.writeString(temporary.resolve("labels.json"), labels(new Random(1)));
        Path run = Files.writeString(temporary.resolve("run.json"), run(new Random(2)));
        assertTrue(Files.size(labels) > CacheFolder.WORTHWHILE && Files.size(run) > CacheFolder.WORTHWHILE);
        new ImportDataset(folder, labels).run("m", run).run(Progress.NONE);
    }

    @AfterEach
    void forget() {
        System.clearProperty("errata.cache");
    }

    private static String labels(Random random) {
        StringBuilder text = new StringBuilder("{\"images\": [");
        for (int i = 0; i < IMAGES; i++) {
            text.append(i == 0 ? "" : ",").append("{\"id\": ").append(i + 1).append(", \"file_name\": \"\u00e4").append(i)
                .append(".jpg\", \"width\": 640, \"height\": 480, ").append("\"neg_category_ids\": [").append(i % 3)
                .append("], \"not_exhaustive_category_ids\": [").append(i % 2 == 0 ? "" : "2").append("]}");
        }
        text.append("], \"categories\": [{\"id\": 1, \"name\": \"a\", \"frequency\": \"c\"}, {\"id\": 2, \"name\": \"b\"}], ")
            .append("\"annotations\": [");
        for (int i = 0; i < BOXES; i++) {
            text.append(i == 0 ? "" : ",\n").append(String.format(Locale.ROOT, "{\"id\": %d, \"image_id\": %d, "
                + "\"category_id\": %d, \"bbox\": [%.2f, 1, 20, %d], \"iscrowd\": %d, \"note\": %d}", i + 7,
                random.nextInt(IMAGES) + 1, random.nextInt(2) + 1, random.nextDouble() * 500, i % 90, i % 70 == 0 ? 1 : 0, i));
        }
        return text.append("]}").toString();
    }

    private static String run(Random random) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < BOXES; i++) {
            text.append(i == 0 ? "" : ",\n").append(String.format(Locale.ROOT, "{\"image_id\": %d, \"category_id\": %d, "
                + "\"bbox\": [%.3f, 2, 10.5, 30], \"score\": %.6f, \"segmentation\": [[1, 2, 3, 4, 5, 6]]}",
                random.nextInt(IMAGES) + 1, random.nextInt(2) + 1, random.nextDouble() * 500, random.nextDouble()));
        }
        return text.append("]").toString();
    }

    private String read() throws Exception {
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            StringBuilder all = new StringBuilder();
            AnnotationColumns boxes = dataset.annotations();
            PredictionColumns predictions = dataset.predictions(dataset.run("m"));
            for (int image = 0; image < IMAGES; image++) {
                all.append(dataset.imageEntry(image));
                all.append(Arrays.toString(dataset.source().federated().absent(image)));
                all.append(Arrays.toString(dataset.source().federated().incomplete(image)));
                for (int row = boxes.begin(image); row < boxes.end(image); row++) {
                    all.append(boxes.id(row)).append(' ').append(boxes.label(row)).append(' ').append(boxes.x(row)).append(' ')
                        .append(boxes.y(row)).append(' ').append(boxes.width(row)).append(' ').append(boxes.height(row))
                        .append(' ').append(boxes.area(row)).append(' ').append(boxes.crowd(row)).append(' ')
                        .append(boxes.position(row)).append('\n');
                }
                for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                    all.append(predictions.label(row)).append(' ').append(predictions.x(row)).append(' ')
                        .append(predictions.y(row)).append(' ').append(predictions.width(row)).append(' ')
                        .append(predictions.height(row)).append(' ').append(predictions.confidence(row)).append(' ')
                        .append(predictions.position(row)).append('\n');
                }
            }
            all.append(dataset.results(dataset.run("m")).details().read(23).polygons().get(0)[5]);
            all.append(dataset.image(17).getAnnotations().get(3).getUnknownFields());
            all.append(dataset.source().federated().frequency(0)).append(dataset.source().federated().frequency(1));
            all.append(dataset.source().counts()).append(dataset.source().classes()).append(dataset.source().issues());
            Path exported = temporary.resolve("out.json");
            ExportDataset.run(dataset, "coco", exported);
            assertEquals(-1, Files.mismatch(labels, exported));
            return all.toString();
        }
    }

    private List<Path> cached(String suffix) throws Exception {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    @Test
    void theCacheHoldsTheSame() throws Exception {
        System.setProperty("errata.cache", "off");
        String fromFiles = read();
        System.setProperty("errata.cache", cache.toString());
        assertEquals(2, cached(".columns").size());
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        for (Path file : cached(".columns")) {
            Files.setLastModifiedTime(file, longAgo);
        }
        assertTrue(fromFiles.equals(read()), "the same");
        for (Path file : cached(".columns")) {
            assertTrue(Files.getLastModifiedTime(file).compareTo(longAgo) > 0, "it was of use");
        }
        for (Path file : cached(".columns")) {
            Files.delete(file);
        }
        assertTrue(fromFiles.equals(read()), "the same");
        assertEquals(2, cached(".columns").size());
    }

    @Test
    void aDamagedCacheIsNoHarm() throws Exception {
        String whole = read();
        Random random = new Random(3);
        for (int i = 0; i < 8; i++) {
            for (Path file : cached(".columns")) {
                byte[] bytes = Files.readAllBytes(file);
                if (i % 2 == 0) {
                    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    Files.write(file, bytes);
                } else {
                    Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                }
            }
            assertTrue(whole.equals(read()), "the same");
        }
    }

    @Test
    void aChangedSourceIsNoticedInSpiteOfTheCache() throws Exception {
        Path source = folder.resolve("sources/labels.json");
        FileTime old = FileTime.fromMillis(System.currentTimeMillis() - 60_000);
        Files.setLastModifiedTime(source, old);
        // however slow the machine is, the run's file counts as changed just now
        Files.setLastModifiedTime(folder.resolve("sources/run.json"),
            FileTime.fromMillis(System.currentTimeMillis() + 3_600_000));
        read();
        assertEquals(1, cached(".stamp").size());
        read();
        byte[] bytes = Files.readAllBytes(source);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("640")] = '7';
        Files.write(source, bytes);
        assertThrows(DatasetException.class, this::read);
    }
}
