package dev.errata.engine.ranking.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxesTest {

    private static final double SIDE = 1000;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 255, 256, 257, 1000, 3001})
    void findsWhatALookAtEachBoxFinds(int count) {
        SplittableRandom random = new SplittableRandom(count);
        Boxes boxes = new Boxes();
        IntStream.range(0, count).forEach(i -> add(boxes, random));
        int found = 0;
        for (int query = 0; query < 200; query++) {
            double[] box = box(random);
            int[] expected = IntStream.range(0, count)
                .filter(i -> boxes.intersection(i, box[0], box[1], box[2], box[3]) > 0).toArray();
            int touching = boxes.touching(box[0], box[1], box[2], box[3]);
            assertArrayEquals(expected, Arrays.copyOf(boxes.touched, touching));
            found += touching;
        }
        assertTrue(count < 64 || found >= 64, "too few boxes meet to prove anything");
    }

    @Test
    void takesBoxesThatAreAddedOrReplacedAfterALook() {
        Boxes boxes = new Boxes();
        IntStream.range(0, 300).forEach(i -> boxes.add(i, 0, 10 * i, 0, 9, 9, 1));
        assertEquals(1, boxes.touching(10, 0, 5, 5));
        assertEquals(1, boxes.touched[0]);
        boxes.add(300, 0, 10, 0, 9, 9, 1);
        assertEquals(2, boxes.touching(10, 0, 5, 5));
        assertEquals(300, boxes.touched[1]);

        boxes.clear();
        IntStream.range(0, 301).forEach(i -> boxes.add(i, 0, 0, 10 * i, 9, 9, 1));
        assertEquals(0, boxes.touching(10, 0, 5, 5));
        assertEquals(1, boxes.touching(0, 3000, 5, 5));
    }

    @Test
    void boxesThatOnlyMeetAtAnEdgeShareNothing() {
        Boxes boxes = new Boxes();
        IntStream.range(0, 400).forEach(i -> boxes.add(i, 0, 10 * (i % 20), 10 * (i / 20), 10, 10, 1));
        assertEquals(1, boxes.touching(50, 50, 10, 10));
        assertEquals(9, boxes.touching(49, 49, 12, 12));
    }

    private static void add(Boxes boxes, SplittableRandom random) {
        double[] box = box(random);
        boxes.add(boxes.count, 0, box[0], box[1], box[2], box[3], 1);
    }

    /** Mostly small boxes, a few as large as the image and partly outside of it. */
    private static double[] box(SplittableRandom random) {
        double most = random.nextInt(50) == 0 ? SIDE : 40;
        return new double[] {random.nextDouble(-20, SIDE), random.nextDouble(-20, SIDE), random.nextDouble(1, most),
            random.nextDouble(1, most)};
    }
}
