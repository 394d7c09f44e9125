package dev.errata.engine.masks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Holes of masks whose outlines were changed. */
class ReshapedMaskTest {

    private static final int SIZE = 60;

    private static Mask box(int left, int top, int width, int height) {
        return Mask.ofBox(left, top, width, height, SIZE, SIZE);
    }

    private static double[] corners(int left, int top, int right, int bottom) {
        return new double[] {left, top, right, top, right, bottom, left, bottom};
    }

    private static Mask ring() {
        return box(10, 10, 20, 20).without(box(15, 15, 6, 4));
    }

    private static void assertSame(Mask expected, Mask actual) {
        assertArrayEquals(expected.runs(), actual.runs());
    }

    @Test
    void holesGoAlongWithTheBox() {
        assertSame(box(30, 25, 20, 20).without(box(35, 30, 6, 4)),
            ReshapedMask.of(ring(), List.of(corners(30, 25, 50, 45))));
        assertSame(box(10, 10, 40, 20).without(box(20, 15, 12, 4)),
            ReshapedMask.of(ring(), List.of(corners(10, 10, 50, 30))));
    }

    @Test
    void holesStayWhereMostCornersDo() {
        double[] pulled = {10, 10, 40, 5, 30, 30, 10, 30};
        assertSame(Mask.ofPolygons(List.of(pulled), SIZE, SIZE).without(box(15, 15, 6, 4)),
            ReshapedMask.of(ring(), List.of(pulled)));
    }

    @Test
    void withoutHolesItIsWhatTheOutlinesCover() {
        assertSame(box(3, 4, 5, 6), ReshapedMask.of(box(10, 10, 20, 20), List.of(corners(3, 4, 8, 10))));
        assertEquals(0, ReshapedMask.of(ring(), List.of()).area());
    }

    @Test
    void whatIsLeftIsCountedPixelByPixel() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            boolean[] one = new boolean[35];
            boolean[] other = new boolean[35];
            boolean[] left = new boolean[35];
            for (int i = 0; i < left.length; i++) {
                one[i] = random.nextInt(3) > 0;
                other[i] = random.nextBoolean();
                left[i] = one[i] && !other[i];
            }
            assertSame(mask(left), mask(one).without(mask(other)));
        }
    }

    /** Of 5 by 7 pixels, a run each. */
    private static Mask mask(boolean[] inside) {
        long[] runs = new long[2 * inside.length];
        for (int i = 0; i < inside.length; i++) {
            runs[2 * i] = inside[i] ? 0 : 1;
            runs[2 * i + 1] = inside[i] ? 1 : 0;
        }
        return Mask.ofRuns(runs, 5, 7);
    }

    @Test
    void runsAreThoseOfTheMask() {
        assertArrayEquals(new long[] {35}, mask(new boolean[35]).runs());
        assertArrayEquals(new long[] {3, 4, 28}, Mask.ofRuns(new long[] {3, 4, 28}, 5, 7).runs());
        assertArrayEquals(new long[] {0, 35}, Mask.ofRuns(new long[] {0, 35}, 5, 7).runs());
    }
}
