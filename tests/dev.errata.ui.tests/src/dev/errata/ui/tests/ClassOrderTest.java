package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

import dev.errata.ui.matrix.layout.HeaderSizes;
import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.ClassOrder;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;

class ClassOrderTest {

    private static final MatrixOptions WORST_FIRST = MatrixOptions.DEFAULT.withByMismatches(true);
    private static final MatrixOptions MISMATCHED = MatrixOptions.DEFAULT.withOnlyMismatched(true);
    private static final BitSet NONE = new BitSet();

    /** Classes a to e: b and d are mixed up, c is missed once, a and e are right. */
    private static final MatrixModel MODEL = MatrixSamples.of(List.of("a", "b", "c", "d", "e", "background"), new long[][] {
        {9, 0, 0, 0, 0, 0}, {0, 5, 0, 3, 0, 0}, {0, 0, 7, 0, 0, 1}, {0, 1, 0, 8, 0, 0}, {0, 0, 0, 0, 4, 0}, {0, 0, 0, 1, 0, 0}});

    private static int[] labels(ClassOrder order) {
        return IntStream.range(0, order.count()).map(order::label).toArray();
    }

    @Test
    void theMostConfusedClassesComeFirstAndTheBackgroundLast() {
        assertArrayEquals(new int[] {3, 1, 2, 0, 4, 5}, labels(ClassOrder.of(MODEL, WORST_FIRST, NONE)));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, labels(ClassOrder.of(MODEL, MatrixOptions.DEFAULT, NONE)));
    }

    @Test
    void classesWithoutMismatchesAreLeftOutUnlessSomebodyLooksForThem() {
        ClassOrder order = ClassOrder.of(MODEL, MISMATCHED, NONE);
        assertArrayEquals(new int[] {1, 2, 3, 5}, labels(order));
        assertEquals(2, order.hidden());
        assertFalse(order.shows(new ClassPair(0, 3)));
        assertTrue(order.shows(new ClassPair(3, 5)));
        BitSet sought = new BitSet();
        sought.set(4);
        assertArrayEquals(new int[] {3, 1, 2, 4, 5},
            labels(ClassOrder.of(MODEL, MISMATCHED.withByMismatches(true), sought)));
    }

    @Test
    void aClassThatGetsAMismatchIsLacking() {
        ClassOrder order = ClassOrder.of(MODEL, MISMATCHED, NONE);
        assertFalse(order.lacks(MODEL));
        MatrixModel later = MatrixSamples.of(MODEL.names(), new long[][] {{8, 0, 0, 0, 0, 1}, {0, 5, 0, 3, 0, 0},
            {0, 0, 7, 0, 0, 1}, {0, 1, 0, 8, 0, 0}, {0, 0, 0, 0, 4, 0}, {0, 0, 0, 1, 0, 0}});
        assertTrue(order.lacks(later));
        assertFalse(ClassOrder.all(6).lacks(later));
    }

    @Test
    void everyShownCellIsFoundWhereItStands() {
        MatrixModel model = MatrixSamples.random(300, 3);
        ClassOrder order = ClassOrder.of(model, WORST_FIRST, NONE);
        MatrixLayout layout = MatrixLayout.of(order, new Rectangle(0, 0, 800, 600), new HeaderSizes(17, 90, 60),
            CellSize.READABLE, 0, 0);
        for (int row = layout.rows().first(); row < layout.rows().last(); row++) {
            ClassPair pair = new ClassPair(order.label(row), order.label(layout.columns().first()));
            Rectangle bounds = layout.bounds(pair);
            assertEquals(pair, layout.at(new Point(bounds.x + 1, bounds.y + 1)));
            assertEquals(pair.groundTruth(), layout.rowNameAt(new Point(layout.rowHeader().x + 1, bounds.y + 1)));
        }
        ClassPair last = new ClassPair(order.label(299), order.label(299));
        assertTrue(layout.revealing(last).bounds(last).intersects(layout.revealing(last).body()));
        int[] sorted = labels(order);
        Arrays.sort(sorted);
        assertArrayEquals(IntStream.rangeClosed(0, 300).toArray(), sorted);
    }

    @Test
    void aCellThatIsLeftOutIsNowhere() {
        MatrixLayout layout = MatrixLayout.of(ClassOrder.of(MODEL, MISMATCHED, NONE), new Rectangle(0, 0, 800, 600),
            new HeaderSizes(17, 90, 60), CellSize.READABLE, 0, 0);
        assertTrue(layout.bounds(new ClassPair(0, 0)).isEmpty());
        assertEquals(layout.rows(), layout.revealing(new ClassPair(0, 0)).rows());
        assertNull(layout.at(new Point(1, 1)));
    }
}
