package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

import dev.errata.ui.matrix.layout.Cells;
import dev.errata.ui.matrix.layout.HeaderSizes;
import dev.errata.ui.matrix.layout.Labels;
import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.ClassOrder;
import dev.errata.ui.matrix.model.ClassPair;

class MatrixLayoutTest {

    private static final HeaderSizes HEADERS = new HeaderSizes(17, 90, 60);
    private static final Rectangle AREA = new Rectangle(0, 0, 1000, 700);

    private static MatrixLayout layout(int size, CellSize cellSize) {
        return MatrixLayout.of(ClassOrder.all(size), AREA, HEADERS, cellSize, 0, 0);
    }

    @Test
    void cellsTileWithoutGapsAndEveryPointHasItsCell() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            double length = 0.2 + 40 * random.nextDouble();
            Cells cells = new Cells(1 + random.nextInt(1500), length, random.nextInt(100), 1 + random.nextInt(900),
                20_000 * random.nextDouble());
            for (int i = cells.first(); i < cells.last(); i++) {
                assertEquals(cells.edge(i) + cells.lengthOf(i), cells.edge(i + 1));
            }
            for (int position = cells.start(); position < cells.end(); position++) {
                int at = cells.at(position);
                assertTrue(at >= cells.first() && at <= cells.last(), () -> "outside of the visible cells: " + cells);
                assertTrue(cells.edge(at) <= position);
                assertTrue(cells.edge(at + 1) > position || at == cells.count() - 1);
            }
            assertEquals(-1, cells.at(cells.start() - 1));
            assertEquals(-1, cells.at(cells.end()));
        }
    }

    @Test
    void scrollingStopsAtTheEnds() {
        Cells cells = new Cells(100, 10, 50, 300, 0);
        assertEquals(0, cells.scrolledTo(-20).scroll());
        assertEquals(700, cells.scrolledTo(5000).scroll());
        assertEquals(0, new Cells(10, 10, 50, 300, 40).scroll());
    }

    @Test
    void revealingMovesNoFurtherThanNeeded() {
        Cells cells = new Cells(100, 10, 50, 300, 0);
        assertEquals(cells, cells.revealing(5));
        Cells moved = cells.revealing(60);
        assertTrue(moved.first() <= 60 && moved.last() >= 60);
        assertEquals(moved, moved.revealing(60));
        assertEquals(0, moved.revealing(0).scroll());
        assertEquals(700, moved.revealing(99).scroll());
    }

    @Test
    void fewClassesFillTheRoomWithUprightNames() {
        MatrixLayout layout = layout(4, CellSize.READABLE);
        assertTrue(layout.upright());
        assertEquals(0, layout.columns().largestScroll());
        assertTrue(layout.columns().length() >= 90);
        assertTrue(AREA.contains(layout.whole().width - 1, layout.whole().height - 1));
    }

    @Test
    void eightyClassesScrollRatherThanBecomeUnreadable() {
        MatrixLayout layout = layout(81, CellSize.READABLE);
        assertTrue(layout.rows().length() >= HEADERS.line());
        assertTrue(layout.columns().length() >= HEADERS.line());
        assertTrue(layout.rows().largestScroll() > 0);
        assertFalse(layout.upright());
    }

    @Test
    void wholeMatrixFitsHoweverManyClasses() {
        for (int size : new int[] {2, 4, 81, 601, 1231}) {
            MatrixLayout layout = layout(size, CellSize.FIT);
            assertEquals(0, layout.columns().largestScroll());
            assertEquals(0, layout.rows().largestScroll());
            assertTrue(AREA.contains(layout.whole().width - 1, layout.whole().height - 1));
        }
        assertTrue(layout(1231, CellSize.FIT).isTiny());
    }

    @Test
    void totalsStayInSightWhileCellsScroll() {
        MatrixLayout layout = layout(81, CellSize.fixed(40)).revealing(new ClassPair(80, 80));
        assertEquals(layout.body().x + layout.body().width, layout.rowTotals().x);
        assertTrue(AREA.contains(layout.rowTotals().x + layout.rowTotals().width - 1, layout.rowTotals().y));
        assertTrue(AREA.contains(layout.columnTotals().x, layout.columnTotals().y + layout.columnTotals().height - 1));
        Rectangle last = layout.bounds(new ClassPair(80, 80));
        assertTrue(layout.body().contains(last.x, last.y));
        assertEquals(new ClassPair(80, 80), layout.at(new Point(last.x + 1, last.y + 1)));
        assertNull(layout.at(new Point(layout.rowTotals().x, last.y)));
    }

    @Test
    void namesDoNotCollideAndMarkedOnesComeFirst() {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            Cells cells = new Cells(200, 0.3 + 25 * random.nextDouble(), 40, 300 + random.nextInt(600),
                3000 * random.nextDouble());
            int marked = cells.first() + random.nextInt(cells.last() - cells.first() + 1);
            boolean[] named = Labels.choose(cells, 17, index -> index == marked, index -> index % 7 == 0);
            assertTrue(named[marked], "the marked cell is always named");
            int end = -1000;
            for (int i = cells.first(); i <= cells.last(); i++) {
                if (named[i]) {
                    int start = Labels.start(cells, i, 17);
                    assertTrue(start >= end - 1, "names overlap: " + cells + " at " + i);
                    end = start + 17;
                }
            }
        }
    }

    @Test
    void cellSizesOfAPersonAreBounded() {
        assertEquals(CellSize.SMALLEST, CellSize.fixed(0.01).points());
        assertEquals(CellSize.LARGEST, CellSize.fixed(1e9).points());
    }

    @Test
    void canvasWithoutRoomIsNoError() {
        for (CellSize size : new CellSize[] {CellSize.READABLE, CellSize.FIT, CellSize.fixed(20)}) {
            MatrixLayout layout = MatrixLayout.of(ClassOrder.all(81), new Rectangle(0, 0, 0, 0), HEADERS, size, 5, 5);
            assertTrue(layout.columns().first() >= 0 && layout.rows().last() < 81);
        }
    }
}
