package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;

/**
 * Broken copies of real files, and of long ones: a reader refuses the file, or reads it with read = imported + quarantined and
 * shows every record; nothing else comes out, in less than a second of the processor a megabyte (a tenth of a second for the
 * smallest files), and with no more memory than the file explains. {@code tests/fuzz MINUTES FORMAT} tries more.
 */
class FuzzTest {

    private static final int ROUNDS = 150;
    private static final int SEEDS = 24;
    private static final int LONG_ROUNDS = 8;
    private static final int MINUTES = Integer.getInteger("errata.fuzz.minutes", 0);
    private static final String FORMAT = System.getProperty("errata.fuzz.format", "");
    private static final List<String> TOKENS = List.of("", "{", "}", "[", "]", "\"", ",", ":", "null", "1e999", "-1", "NaN", "<",
        ">",
        "&", ";", "\n", "\r", "\0", "\\", "\\u0000", "\u732b", "]]>", "<!DOCTYPE x>", "9999999999999999999999", "0.5", "../",
            "\t", "'");

    @TempDir
    Path folder;
    private final ReadingBudget budget = new ReadingBudget();

    @ParameterizedTest
    @ValueSource(strings = {"coco:coco/ignore_gt.json", "coco:coco/faster_gt.json", "voc:voc/BloodImage_00000.xml",
        "kitti:kitti/label_2/000001.txt", "kitti:kitti/label_02/0001.txt", "yolo:yolo/labels/000000000009.txt",
        "bdd100k:scalabel/kitti_detection.json", "bdd100k:scalabel/polygons.json", "cvat:cvat/shapes.xml", "cvat:cvat/video.xml",
        "openimages:openimages/decimal_comma.csv",
        "openimages:openimages/pixels.csv", "openimages:openimages/sizes.csv", "voc:turned/ship.xml",
        "classes-csv:openimages/pixels.csv", "labelme:labelme/2007_000027.json",
        "createml:createml/_annotations.createml.json", "labelstudio:", "labelstudio:labelstudio/min.json", "nucleus:",
        "fiftyone:", "classes-csv:", "coco:coco/ignore_dt.json", "voc:voc_results/comp4_det_test_car.txt"})
    void onlyIssuesComeOut(String formatAndFile) throws IOException {
        String[] parts = formatAndFile.split(":", 2);
        assumeTrue(FORMAT.isEmpty() || FORMAT.equals(parts[0]));
        LabelFormat format = Formats.named(parts[0]).orElseThrow();
        Path source = parts[1].isEmpty() ? written(format) : WriteBackTest.resource(parts[1]);
        Path coco = WriteBackTest.resource("coco/ignore_gt.json");
        GroundTruth labels = Formats.detect(coco).readGroundTruth(coco, Progress.NONE);
        byte[] good = Files.readAllBytes(source);
        byte[] seed = good.length > 60_000 ? Arrays.copyOf(good, 60_000) : good;
        long begin = System.nanoTime();
        long end = begin + TimeUnit.MINUTES.toNanos(MINUTES) / (FORMAT.isEmpty() ? SEEDS : 1);
        int round = 0;
        for (; round < ROUNDS || System.nanoTime() < end; round++) {
            byte[] broken = broken(seed, new Random(round));
            Path file = Files.write(folder.resolve(source.getFileName().toString()), broken);
            read(format, file, round);
            if (format.holds().contains(Holds.PREDICTIONS) || format.name().equals("voc")) {
                readPredictions(format, file, labels, round);
            }
        }
        if (MINUTES > 0) {
            System.out.println(formatAndFile + ": " + round + " broken files in " + TimeUnit.NANOSECONDS.toSeconds(
                System.nanoTime() - begin) + " s; " + budget);
        }
    }

    /** Long files show what grows faster than they do. */
    @ParameterizedTest
    @MethodSource("names")
    void longFilesCostWhatTheirLengthExplains(String name) throws IOException {
        assumeTrue(FORMAT.isEmpty() || FORMAT.equals(name));
        LabelFormat format = Formats.named(name).orElseThrow();
        byte[] good = Files.readAllBytes(ConversionTest.write(format, LongLabels.of(60, 100), folder));
        for (int round = 0; round < LONG_ROUNDS; round++) {
            // a broken archive is refused at once, so those of many files are broken within
            boolean archive = format.manyFiles();
            Path file = folder.resolve(name + (archive ? ".zip" : ".labels"));
            Random random = new Random(round);
            Files.write(file, archive ? BrokenArchive.of(good, entry -> broken(entry, random)) : manyTimesBroken(good, random));
            read(format, file, round);
        }
        if (MINUTES > 0) {
            System.out.println(name + ", long: " + budget);
        }
    }

    static List<String> names() {
        return Formats.all().stream().map(LabelFormat::name).filter(name -> !name.equals("classes-folder")).toList();
    }

    /** Every other round has very many faults of one kind, of which each is an issue. */
    private static byte[] manyTimesBroken(byte[] good, Random random) {
        if (random.nextBoolean()) {
            return broken(good, random);
        }
        int digit = random.nextInt(10);
        String text = new String(good, StandardCharsets.ISO_8859_1);
        return text.replace(digit + "", digit + "e99").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The largest file that a format writes. */
    private Path written(LabelFormat format) throws IOException {
        Path coco = WriteBackTest.resource("coco/ignore_gt.json");
        Path written = Files.createDirectory(folder.resolve("seed"));
        format.write(Formats.detect(coco).readGroundTruth(coco, Progress.NONE), LabelSink.folder(written), Progress.NONE);
        try (Stream<Path> files = Files.list(written)) {
            return files.max(Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
        }
    }

    private static byte[] broken(byte[] good, Random random) {
        String text = new String(good, StandardCharsets.ISO_8859_1);
        for (int edits = 1 + random.nextInt(4); edits > 0; edits--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + (random.nextInt(3) == 0 ? random.nextInt(200) : random.nextInt(6)));
            String token = new String(TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8),
                StandardCharsets.ISO_8859_1);
            text = switch (random.nextInt(5)) {
                case 0 -> text.substring(0, at) + text.substring(end);
                case 1 -> text.substring(0, at) + token + text.substring(at);
                case 2 -> text.substring(0, at) + token + text.substring(end);
                case 3 -> text.substring(0, at) + text.substring(at, end) + text.substring(at);
                default -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at);
            };
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long length(LabelFormat format, Path file) throws IOException {
        return format.manyFiles() && file.toString().endsWith(".zip") ? BrokenArchive.plainLength(file) : Files.size(file);
    }

    private void read(LabelFormat format, Path file, int round) throws IOException {
        try {
            GroundTruth truth = budget.keep(length(format, file), () -> format.readGroundTruth(file, Progress.NONE));
            assertEquals(truth.counts().read(), truth.counts().imported() + truth.counts().quarantined());
            AnnotationColumns columns = truth.annotations();
            assertEquals(truth.counts().imported(), columns.size());
            for (int row = 0; row < Math.min(20, columns.rowLimit()); row++) {
                assertTrue(columns.width(row) >= 0 && columns.height(row) >= 0);
                truth.details().read(columns.position(row));
            }
            for (Issue issue : truth.issues()) {
                boolean packed = format.manyFiles() && issue.file().contains("!");
                assertTrue(packed || issue.offset() < Math.max(1, Files.size(file)), issue.toString());
                assertTrue(!issue.code().isEmpty(), issue.toString());
            }
            if (columns.rowLimit() > 0) {
                writeBack(format, file, truth, round);
            }
            format.recognises(file, Arrays.copyOf(Files.readAllBytes(file), (int) Math.min(1 << 16, Files.size(file))));
        } catch (FormatException e) {
            assertTrue(e.issue().code().length() > 2);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("round " + round + " of " + format.name() + ": " + e, e);
        }
    }

    /** Whatever was read can be edited; what is written has as many records, but for the one that was left out. */
    private void writeBack(LabelFormat format, Path file, GroundTruth truth, int round) throws IOException {
        AnnotationColumns columns = truth.annotations();
        int row = round % columns.rowLimit();
        double[] box = {columns.x(row) + 1.25, columns.y(row), columns.width(row), columns.height(row) + 3};
        int other = (row + 1) % columns.rowLimit();
        List<LabelEdit> edits = new ArrayList<>(List.of(new LabelEdit.Changed(columns.position(row),
            round % truth.classes().size(), Double.isFinite(box[0] + box[1] + box[2] + box[3]) ? box : null, null, null, null)));
        if (other != row) {
            edits.add(new LabelEdit.Removed(columns.position(other)));
        }
        Path written = folder.resolve("written-" + file.getFileName());
        try (OutputStream out = Files.newOutputStream(written)) {
            format.writeEdited(file, truth, edits, out);
        }
        assertEquals(truth.counts().read() - edits.size() + 1, format.readGroundTruth(written, Progress.NONE).counts().read());
    }

    private void readPredictions(LabelFormat format, Path file, GroundTruth labels, int round) throws IOException {
        try {
            Predictions read = budget.keep(length(format, file), () -> format.readPredictions(file, labels, Progress.NONE));
            assertEquals(read.counts().read(), read.counts().imported() + read.counts().quarantined());
            assertEquals(read.counts().imported(), read.columns().size());
        } catch (FormatException e) {
            assertTrue(e.issue().code().length() > 2);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("round " + round + " of predictions in " + format.name() + ": " + e, e);
        }
    }
}
