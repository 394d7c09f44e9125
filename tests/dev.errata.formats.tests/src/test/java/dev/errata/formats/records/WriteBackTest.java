package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelEdit.Removed;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;

/** For every text format: nothing edited gives the same bytes; what is edited is read back, and other files keep theirs. */
class WriteBackTest {

    private static final double PIXEL = 1e-6;
    private static final int ROUNDS = 25;

    @TempDir
    Path folder;

    static Path resource(String name) {
        try {
            return Path.of(WriteBackTest.class.getResource("/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Box(String image, String label, double[] box) {

        boolean near(Box other) {
            boolean near = image.equals(other.image) && label.equals(other.label);
            for (int i = 0; i < 4; i++) {
                near &= Math.abs(box[i] - other.box[i]) < PIXEL;
            }
            return near;
        }

        @Override
        public String toString() {
            return image + " " + label + " " + Arrays.toString(box);
        }
    }

    @Tag("case-78")
    @ParameterizedTest
    @ValueSource(strings = {"voc", "kitti", "yolo", "scalabel", "scalabel/kitti_detection.json", "scalabel/old_style.json",
        "scalabel/polygons.json", "cvat/annotations.xml", "cvat/shapes.xml", "openimages/decimal_comma.csv",
        "openimages/pixels.csv", "labelme", "createml/_annotations.createml.json", "labelstudio/min.json"})
    void editsAreReadBackAndOtherFilesKeepTheirBytes(String name) throws IOException {
        Path source = resource(name);
        LabelFormat format = Formats.detect(source);
        GroundTruth truth = format.readGroundTruth(source, Progress.NONE);
        assertTrue(truth.annotations().size() > 0);
        assertEquals(truth.counts().read(), truth.counts().imported() + truth.counts().quarantined());
        Path same = write(format, source, truth, List.of(), "same");
        assertEquals(Map.of(), differences(source, same));
        for (int round = 0; round < ROUNDS; round++) {
            edit(format, source, truth, new Random(round), "edited" + round);
        }
    }

    /** Formats of which no files of others are at hand, in the form that this program writes. */
    @ParameterizedTest
    @ValueSource(strings = {"labelstudio", "nucleus", "fiftyone", "bdd100k", "voc", "yolo", "kitti", "cvat"})
    void editsOfWrittenFilesAreReadBack(String name) throws IOException {
        LabelFormat format = Formats.named(name).orElseThrow();
        Path coco = resource("coco/voc100_gt.json");
        Path source = ConversionTest.write(format, Formats.detect(coco).readGroundTruth(coco, Progress.NONE), folder);
        GroundTruth truth = format.readGroundTruth(source, Progress.NONE);
        ByteArrayOutputStream same = new ByteArrayOutputStream();
        format.writeEdited(source, truth, List.of(), same);
        assertArrayEquals(Files.readAllBytes(source), same.toByteArray());
        for (int round = 0; round < 5; round++) {
            edit(format, source, truth, new Random(round), "edited" + round);
        }
    }

    private void edit(LabelFormat format, Path source, GroundTruth truth, Random random, String target) throws IOException {
        List<LabelEdit> edits = new ArrayList<>();
        List<Box> wanted = new ArrayList<>();
        AnnotationColumns columns = truth.annotations();
        for (int image = 0; image < columns.imageCount(); image++) {
            String name = truth.images().get(image).fileName();
            for (int row = columns.begin(image); row < columns.end(image); row++) {
                Box old = new Box(name, truth.classes().get(columns.label(row)).name(),
                    new double[] {columns.x(row), columns.y(row), columns.width(row), columns.height(row)});
                int choice = random.nextInt(10);
                if (choice == 0) {
                    edits.add(new Removed(columns.position(row)));
                } else if (choice == 1) {
                    Changed change = change(columns.position(row), old.box, truth, random);
                    edits.add(change);
                    wanted.add(new Box(name, change.label() == null ? old.label : truth.classes().get(change.label()).name(),
                        change.box() == null ? old.box : change.box()));
                } else {
                    wanted.add(old);
                }
            }
            if (random.nextInt(4) == 0) {
                Added added = new Added(100_000 + image, image, random.nextInt(truth.classes().size()), box(random), List.of(),
                    Map.of(), false);
                edits.add(added);
                wanted.add(new Box(name, truth.classes().get(added.label()).name(), added.box()));
            }
        }
        Path written = write(format, source, truth, edits, target);
        GroundTruth again = format.readGroundTruth(written, Progress.NONE);
        List<Box> found = boxes(again);
        assertEquals(wanted.size(), found.size());
        for (Box box : wanted) {
            int index = 0;
            while (index < found.size() && !found.get(index).near(box)) {
                index++;
            }
            assertTrue(index < found.size(), "not read back: " + box);
            found.remove(index);
        }
    }

    private static Changed change(int position, double[] old, GroundTruth truth, Random random) {
        Integer label = random.nextBoolean() ? random.nextInt(truth.classes().size()) : null;
        double[] box = null;
        if (random.nextBoolean()) {
            box = random.nextBoolean() ? box(random) : new double[] {old[0] + 1.25, old[1], old[2], old[3]};
        }
        return new Changed(position, label, box, null, null, null);
    }

    private static double[] box(Random random) {
        return new double[] {random.nextInt(100), random.nextInt(10_000) / 100.0, 1 + random.nextInt(5000) / 64.0,
            1 + random.nextInt(100)};
    }

    private static List<Box> boxes(GroundTruth truth) {
        List<Box> boxes = new ArrayList<>();
        AnnotationColumns columns = truth.annotations();
        for (int image = 0; image < columns.imageCount(); image++) {
            for (int row = columns.begin(image); row < columns.end(image); row++) {
                boxes.add(new Box(truth.images().get(image).fileName(), truth.classes().get(columns.label(row)).name(),
                    new double[] {columns.x(row), columns.y(row), columns.width(row), columns.height(row)}));
            }
        }
        return boxes;
    }

    private Path write(LabelFormat format, Path source, GroundTruth truth, List<LabelEdit> edits, String target)
        throws IOException {
        if (Files.isDirectory(source)) {
            Path written = folder.resolve(target);
            Files.createDirectory(written);
            format.writeEdited(source, truth, edits, LabelSink.folder(written));
            return written;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.writeEdited(source, truth, edits, out);
        return Files.write(folder.resolve(target + source.getFileName()), out.toByteArray());
    }

    private static Map<String, String> differences(Path expected, Path found) throws IOException {
        Map<String, String> differences = new HashMap<>();
        if (Files.isRegularFile(expected)) {
            assertArrayEquals(Files.readAllBytes(expected), Files.readAllBytes(found));
            return differences;
        }
        try (Stream<Path> files = Files.walk(expected)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other = found.resolve(expected.relativize(file).toString());
                if (!Files.exists(other) || Files.mismatch(file, other) >= 0) {
                    differences.put(file.toString(), "differs");
                }
            }
        }
        return differences;
    }
}
