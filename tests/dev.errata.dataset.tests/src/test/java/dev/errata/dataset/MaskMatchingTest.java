package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.overlaps.Overlaps;

/** A dataset is matched by its masks, and goes on to follow fixes. */
class MaskMatchingTest {

    private static final int IMAGES = 12;
    private static final int OBJECTS = 6;

    @TempDir
    Path temporary;
    OpenDataset dataset;
    Run run;

    /** Triangles: halves of the boxes around them, so that boxes meet where masks do not. */
    @BeforeEach
    void open() throws Exception {
        Random random = new Random(5);
        StringBuilder images = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        StringBuilder results = new StringBuilder();
        for (int image = 1; image <= IMAGES; image++) {
            images.append(images.isEmpty() ? "" : ",").append(String.format(Locale.ROOT,
                "{\"id\": %d, \"file_name\": \"%d.jpg\", \"width\": 300, \"height\": 200}", image, image));
            for (int object = 0; object < OBJECTS; object++) {
                int x = random.nextInt(200);
                int y = random.nextInt(100);
                int size = 40 + random.nextInt(40);
                labels.append(labels.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "{\"id\": %d, \"image_id\": %d, "
                    + "\"category_id\": %d, %s}", image * OBJECTS + object, image, 1 + random.nextInt(2),
                    triangle(x, y, size, random.nextBoolean())));
                results.append(results.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "{\"image_id\": %d, "
                    + "\"category_id\": %d, \"score\": 0.%d, %s}", image, 1 + random.nextInt(2), 10 + random.nextInt(90),
                    triangle(x + random.nextInt(5), y + random.nextInt(5), size, random.nextBoolean())));
            }
        }
        Path target = temporary.resolve("triangles");
        new ImportDataset(target, write("labels.json", "{\"images\": [" + images + "], \"annotations\": [" + labels
            + "], \"categories\": [{\"id\": 1, \"name\": \"sail\"}, {\"id\": 2, \"name\": \"roof\"}]}"))
            .run("m", write("m.json", "[" + results + "]"))
            .run("boxes", write("boxes.json",
                "[{\"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 2, 30, 40], \"score\": 0.5}]"))
            .run(Progress.NONE);
        dataset = OpenDataset.open(target, Progress.NONE);
        run = dataset.run("m");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(temporary.resolve(name), text);
    }

    private static String triangle(int x, int y, int size, boolean upper) {
        int corner = upper ? x : x + size;
        int edge = upper ? y : y + size;
        return String.format(Locale.ROOT, "\"segmentation\": [[%d, %d, %d, %d, %d, %d]], \"bbox\": [%d, %d, %d, %d], "
            + "\"area\": %s, \"iscrowd\": 0", x + size, y, x, y + size, corner, edge, x, y, size, size, size * size / 2.0);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private long[] counts() throws Exception {
        ConfusionMatrix matrix = dataset.evaluations().of(run, Progress.NONE).matrix();
        int classes = matrix.classCount() + 1;
        long[] counts = new long[classes * classes];
        Arrays.setAll(counts, cell -> matrix.count(cell / classes, cell % classes));
        return counts;
    }

    @Test
    void masksAreToldApartWhereBoxesAreNot() throws Exception {
        long[] byBoxes = counts();
        dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(true), Progress.NONE);
        long[] byMasks = counts();
        assertFalse(Arrays.equals(byBoxes, byMasks));
        // opposite halves of a box do not overlap: about half of the pairs are none
        long missed = byMasks[2] + byMasks[5];
        assertTrue(missed > byBoxes[2] + byBoxes[5] + IMAGES, missed + " missed");
        Overlaps overlaps = dataset.evaluations().overlaps(run, Progress.NONE);
        assertNotEquals(0, overlaps.predictionArea(0));
        dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(false), Progress.NONE);
        assertArrayEquals(byBoxes, counts());
    }

    @Test
    void fixesAreFollowedByMasks() throws Exception {
        dataset.evaluations().setMatching(dataset.evaluations().matching().as(Profile.COCO).byMasks(true), Progress.NONE);
        long[] before = counts();
        long first = dataset.annotations().id(dataset.annotations().begin(0));
        dataset.commandStack().execute(LabelCommands.setPolygons(dataset, SmallDataset.annotation(dataset, first),
            List.of(new double[] {0, 0, 30, 0, 0, 30})));
        dataset.commandStack().execute(LabelCommands.add(dataset, 3, dataset.labelClass(0), new double[] {10, 10, 60, 60},
            List.of(new double[] {10, 10, 70, 10, 10, 70})));
        long second = dataset.annotations().id(dataset.annotations().begin(1));
        dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(SmallDataset.annotation(dataset, second)),
            dataset.labelClass(dataset.annotations().label(dataset.annotations().begin(1)) == 0 ? 1 : 0), null));
        long third = dataset.annotations().id(dataset.annotations().begin(2));
        dataset.commandStack().execute(LabelCommands.delete(dataset, List.of(SmallDataset.annotation(dataset, third)), null));
        long[] after = counts();
        assertFalse(Arrays.equals(before, after));
        assertArrayEquals(reopened(), after, "as a program that opens the dataset now counts");
        for (int undo = 0; undo < 4; undo++) {
            dataset.commandStack().undo();
        }
        assertArrayEquals(before, counts());
        assertArrayEquals(reopened(), before);
    }

    private long[] reopened() throws Exception {
        OpenDataset mine = dataset;
        Run mineToo = run;
        try (OpenDataset other = OpenDataset.open(mine.folder(), Progress.NONE)) {
            dataset = other;
            run = other.run("m");
            other.evaluations().setMatching(other.evaluations().matching().as(Profile.COCO).byMasks(true), Progress.NONE);
            return counts();
        } finally {
            dataset = mine;
            run = mineToo;
        }
    }

    @Test
    void noLabelsNeedNoMasks() throws Exception {
        Path target = temporary.resolve("empty");
        new ImportDataset(target, write("none.json", "{\"images\": [{\"id\": 1, \"file_name\": \"1.jpg\", \"width\": 300, "
            + "\"height\": 200}], \"annotations\": [], \"categories\": [{\"id\": 1, \"name\": \"sail\"}]}"))
            .run("m", write("one.json", "[{\"image_id\": 1, \"category_id\": 1, \"score\": 0.5, "
                + triangle(10, 20, 40, true) + "}]"))
            .run(Progress.NONE);
        try (OpenDataset empty = OpenDataset.open(target, Progress.NONE)) {
            empty.evaluations().setMatching(empty.evaluations().matching().byMasks(true), Progress.NONE);
            assertEquals(1, empty.evaluations().of(empty.run("m"), Progress.NONE).matrix().count(1, 0));
        }
    }

    @Test
    void aRunWithoutMasksIsRefusedAndAllStaysAsItWas() throws Exception {
        long[] before = counts();
        dataset.evaluations().of(dataset.run("boxes"), Progress.NONE);
        UncheckedIOException none = assertThrows(UncheckedIOException.class,
            () -> dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(true), Progress.NONE));
        assertTrue(none.getCause().getMessage().contains("boxes.json"), none.getCause().getMessage());
        assertFalse(dataset.evaluations().matching().byMasks());
        assertArrayEquals(before, counts());
        assertEquals(1, dataset.evaluations().of(dataset.run("boxes"), Progress.NONE).predictionCount());
    }
}
