package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.fields.FieldCollector;

/**
 * Generated files that are larger than the memory that may be used, read and written back in a Java of its own.
 * {@code -Derrata.large.megabytes=10240} makes them as large as anybody's, {@code -Derrata.large.heap} sets the memory in
 * megabytes, and {@code -Derrata.large.record} the bytes of a record.
 */
class LargeFileTest {

    private static final int MEGABYTES = Integer.getInteger("errata.large.megabytes", 30);
    private static final int HEAP = Integer.getInteger("errata.large.heap", 24);
    private static final int RECORD = Integer.getInteger("errata.large.record", 2500);

    /** How a format is written: what is around all records, a record with {@code %d} its number, and what is between two. */
    private record Shape(String head, String record, String between, String foot) {
    }

    private static final Map<String, Shape> SHAPES = Map.of(
        "coco", new Shape("{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 50, \"height\": 50}], \"categories\": "
            + "[{\"id\": 1, \"name\": \"cat\"}, {\"id\": 2, \"name\": \"dog\"}], \"annotations\": [\n", "{\"id\": %d, "
                + "\"image_id\": 1, \"category_id\": 1, \"bbox\": [5, 5, 10, 10], \"note\": \"@\"}", ",\n", "]}\n"),
        "bdd100k", new Shape("[\n", "{\"name\": \"%d.jpg\", \"labels\": [{\"id\": \"%<d\", \"category\": \"cat\", \"box2d\": "
            + "{\"x1\": 5, \"y1\": 5, \"x2\": 10, \"y2\": 10}, \"note\": \"@\"}]}", ",\n", "]\n"),
        "labelstudio", new Shape("[", "{\"id\": %d, \"data\": {\"image\": \"%<d.jpg\"}, \"annotations\": [{\"result\": [{\"id\": "
            + "\"x%<d\", \"type\": \"rectanglelabels\", \"original_width\": 50, \"original_height\": 50, \"value\": {\"x\": 5, "
            + "\"y\": 5, \"width\": 10, \"height\": 10, \"rectanglelabels\": [\"cat\"]}, \"note\": \"@\"}]}]}", ", ", "]"),
        "createml", new Shape("[", "{\"image\": \"%d.jpg\", \"annotations\": [{\"label\": \"cat\", \"coordinates\": {\"x\": 10, "
            + "\"y\": 10, \"width\": 5, \"height\": 5}, \"note\": \"@\"}]}", ",", "]"),
        "fiftyone", new Shape("{\"samples\": [", "{\"filepath\": \"%d.jpg\", \"ground_truth\": {\"detections\": [{\"label\": "
            + "\"cat\", \"bounding_box\": [0.1, 0.1, 0.2, 0.2], \"note\": \"@\"}]}}", ",\n", "]}"),
        "nucleus", new Shape("", "{\"label\": \"cat\", \"type\": \"box\", \"geometry\": {\"x\": 5, \"y\": 5, \"width\": 10, "
            + "\"height\": 10}, \"reference_id\": \"i%d\", \"annotation_id\": \"%<d\", \"note\": \"@\"}", "\r\n", "\r\n"),
        "openimages", new Shape("ImageID,LabelName,XMin,XMax,YMin,YMax,Note\n", "i%d,cat,0.1,0.2,0.1,0.2,\"@\n\"", "\n", ""),
        "classes-csv", new Shape("filename,label,note\r", "i%d.jpg,cat,@", "\r", "\r"),
        "cvat", new Shape("<?xml version=\"1.0\"?>\n<annotations><version>1.1</version><meta><label><name>cat</name></label>"
            + "<label><name>dog</name></label></meta>\n", "<image id=\"%d\" name=\"%<d.jpg\" width=\"50\" height=\"50\"><box "
                + "label=\"cat\" xtl=\"5\" ytl=\"5\" xbr=\"9\" ybr=\"9\"><attribute name=\"a\">@</attribute></box></image>",
            "\n", "</annotations>"));

    @TempDir
    Path folder;

    @Tag("case-11")
    @ParameterizedTest
    @ValueSource(strings = {"coco", "bdd100k", "labelstudio", "createml", "fiftyone", "nucleus", "openimages", "classes-csv",
        "cvat", "bdd100k.gz", "openimages.utf16"})
    void aFileLargerThanTheHeapIsReadAndWrittenBack(String formatAndPacking) throws IOException, InterruptedException {
        String format = formatAndPacking.split("\\.")[0];
        Path file = folder.resolve("large." + formatAndPacking);
        long records = generate(SHAPES.get(format), file, (long) MEGABYTES << 20);
        Process reader = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP + "m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), LargeFileTest.class.getName(),
            format, file.toString()).redirectErrorStream(true).start();
        String output = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, reader.waitFor(), output);
        assertTrue(output.contains(records + " of " + records + " records"), output);
        System.out.print(formatAndPacking + ": " + output);
    }

    private static long generate(Shape shape, Path file, long bytes) throws IOException {
        String name = file.toString();
        String[] parts = shape.record.split("@", 2);
        byte[] padding = "0123456789".repeat(RECORD / 10).getBytes(StandardCharsets.UTF_8);
        long records = 0;
        long written = 0;
        boolean wide = name.endsWith("utf16");
        try (OutputStream disk = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
            OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(disk, 1 << 16) : disk) {
            out.write(bytes(shape.head, wide));
            byte[] between = bytes(shape.between, wide);
            byte[] note = bytes(new String(padding, StandardCharsets.UTF_8), wide);
            byte[] end = bytes(parts[1], wide);
            while (written < bytes) {
                byte[] begin = bytes(String.format(Locale.ROOT, parts[0], ++records), wide);
                if (records > 1) {
                    out.write(between);
                }
                out.write(begin);
                out.write(note);
                out.write(end);
                written += begin.length + note.length + end.length + between.length;
            }
            out.write(bytes(shape.foot, wide));
        }
        return records;
    }

    private static byte[] bytes(String text, boolean wide) {
        return text.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    /**
     * Reads a file as labels, attributes and predictions, looks at one record, writes the file with some records edited, and says
     * how fast.
     */
    public static void main(String[] arguments) throws IOException {
        LabelFormat format = Formats.named(arguments[0]).orElseThrow();
        Path file = Path.of(arguments[1]);
        long begin = System.nanoTime();
        GroundTruth truth = format.readGroundTruth(file, Progress.NONE);
        double seconds = (System.nanoTime() - begin) / 1e9;
        int middle = (int) (truth.counts().read() / 2);
        truth.details().read(middle);
        format.readFields(file, null, truth, new FieldCollector(), Progress.NONE);
        if (List.of("bdd100k", "nucleus", "openimages").contains(arguments[0])) {
            // labels without confidences: every record is looked at, and set aside
            RecordCounts counts = format.readPredictions(file, truth, Progress.NONE).counts();
            require(counts.quarantined() == truth.counts().read(), "as predictions: " + counts);
        }
        int image = Math.min(middle + 2, truth.images().size() - 1);
        List<LabelEdit> edits = List.of(new LabelEdit.Changed(middle, truth.classes().size() - 1, new double[] {6, 7, 20, 21},
            null, null, null), new LabelEdit.Removed(middle + 1), new LabelEdit.Added(999_999_999, image, 0,
                new double[] {1, 2, 3, 4}, List.of(), Map.of(), false));
        Path target = file.resolveSibling("written." + arguments[0] + file.getFileName());
        long beginWriting = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            format.writeEdited(file, truth, edits, out);
        }
        double writing = (System.nanoTime() - beginWriting) / 1e9;
        long sameBegin = Files.mismatch(file, target);
        require(sameBegin > Files.size(file) * 4 / 10, "what stands before the first edited record changed at " + sameBegin);
        boolean newOnesAtEnd = List.of("nucleus", "openimages", "classes-csv", "coco").contains(arguments[0]);
        require(newOnesAtEnd || file.toString().endsWith(".gz") || sameEnd(file, target), "what stands behind changed");
        GroundTruth again = format.readGroundTruth(target, Progress.NONE);
        require(again.counts().imported() == truth.counts().imported(), "records were lost: " + again.counts());
        double megabytes = Files.size(file) / 1e6;
        System.out.printf(Locale.ROOT, "%d of %d records, %.0f MB on disk, read at %.0f MB/s, written back at %.0f MB/s, heap "
            + "limit %d MB%n", truth.counts().imported(), truth.counts().read(), megabytes, megabytes / seconds,
            megabytes / writing, Runtime.getRuntime().maxMemory() >> 20);
        Files.delete(target);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    /** Whether two files have the same second half, but for what the edits in the middle may take. */
    private static boolean sameEnd(Path one, Path other) throws IOException {
        long half = Files.size(one) / 2 - 100_000;
        try (InputStream a = new BufferedInputStream(Files.newInputStream(one), 1 << 16);
            InputStream b = new BufferedInputStream(Files.newInputStream(other), 1 << 16)) {
            a.skipNBytes(Files.size(one) - half);
            b.skipNBytes(Files.size(other) - half);
            for (long i = 0; i < half; i++) {
                if (a.read() != b.read()) {
                    return false;
                }
            }
        }
        return true;
    }
}
