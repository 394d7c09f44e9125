package dev.errata.formats.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.compare.RecordPairs.Same;

/** Pairs of records are those that a look at all records of the other image gives. */
class RecordPairsTest {

    private static final int BOXES = 150;

    @TempDir
    Path folder;

    private GroundTruth labels(String name, List<double[]> boxes) throws IOException {
        StringBuilder text = new StringBuilder("{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 500, \"height\": "
            + "500}], \"categories\": [{\"id\": 0, \"name\": \"a\"}, {\"id\": 1, \"name\": \"b\"}], \"annotations\": [");
        for (int i = 0; i < boxes.size(); i++) {
            double[] box = boxes.get(i);
            text.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT,
                "{\"id\": %d, \"image_id\": 1, \"category_id\": %.0f, \"bbox\": [%s, %s, %s, %s]}", i + 1, box[4], box[0], box[1],
                box[2], box[3]));
        }
        Path file = Files.writeString(folder.resolve(name), text + "]}");
        return Formats.named("coco").orElseThrow().readGroundTruth(file, Progress.NONE);
    }

    /** Few places, so that many boxes are equal, equally near, or overlap by exactly one half. */
    private static List<double[]> boxes(Random random) {
        List<double[]> boxes = new ArrayList<>();
        for (int i = 0; i < BOXES; i++) {
            boxes.add(new double[] {random.nextInt(40), random.nextInt(3), 1 + random.nextInt(20), 10, random.nextInt(2)});
        }
        return boxes;
    }

    private static double difference(AnnotationColumns a, int row, AnnotationColumns b, int other) {
        return Math.max(Math.max(Math.abs(a.x(row) - b.x(other)), Math.abs(a.y(row) - b.y(other))),
            Math.max(Math.abs(a.width(row) - b.width(other)), Math.abs(a.height(row) - b.height(other))));
    }

    private static double apart(AnnotationColumns a, int row, AnnotationColumns b, int other) {
        double width = Math.min(a.x(row) + a.width(row), b.x(other) + b.width(other)) - Math.max(a.x(row), b.x(other));
        double height = Math.min(a.y(row) + a.height(row), b.y(other) + b.height(other)) - Math.max(a.y(row), b.y(other));
        double common = Math.max(0, width) * Math.max(0, height);
        return 1 - common / (a.width(row) * a.height(row) + b.width(other) * b.height(other) - common);
    }

    private static int[] byLookingAtAll(AnnotationColumns a, AnnotationColumns b) {
        int[] partner = new int[a.rowLimit()];
        Arrays.fill(partner, -1);
        boolean[] taken = new boolean[b.rowLimit()];
        for (Same way : List.of(Same.ALL, Same.BOX, Same.CLASS)) {
            for (int row = 0; row < partner.length; row++) {
                double least = way == Same.CLASS ? 0.5 : 1e-3;
                int best = -1;
                for (int other = 0; partner[row] < 0 && other < taken.length; other++) {
                    double distance = way == Same.CLASS ? apart(a, row, b, other) : difference(a, row, b, other);
                    if (!taken[other] && (a.label(row) == b.label(other)) == (way != Same.BOX)
                        && (distance < least || distance == least && best < 0)) {
                        least = distance;
                        best = other;
                    }
                }
                if (best >= 0) {
                    partner[row] = best;
                    taken[best] = true;
                }
            }
        }
        return partner;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void pairsAreThoseOfALookAtAll(int seed) throws IOException {
        Random random = new Random(seed);
        List<double[]> boxes = boxes(random);
        List<double[]> others = new ArrayList<>(boxes(random).subList(0, BOXES / 2));
        for (double[] box : boxes.subList(0, BOXES / 2)) {
            double[] moved = box.clone();
            moved[0] += random.nextInt(3) * 4e-4;
            others.add(random.nextInt(others.size()), moved);
        }
        GroundTruth mine = labels("a.json", boxes);
        GroundTruth theirs = labels("b.json", others);
        RecordPairs pairs = RecordPairs.of(mine, theirs, true);
        int[] expected = byLookingAtAll(mine.annotations(), theirs.annotations());
        int[] found = new int[expected.length];
        Arrays.setAll(found, pairs::partner);
        assertEquals(Arrays.toString(expected), Arrays.toString(found));
        long paired = Arrays.stream(found).filter(row -> row >= 0).count();
        assertTrue(paired > BOXES / 2 && paired < BOXES, "" + paired);
    }
}
