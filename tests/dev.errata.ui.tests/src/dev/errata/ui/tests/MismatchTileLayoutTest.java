package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.errata.ui.mismatch.tiles.TileLayout;
import dev.errata.ui.mismatch.tiles.TileLayout.Step;

class MismatchTileLayoutTest {

    @Test
    void fillsRowsFromLeftToRight() {
        TileLayout layout = new TileLayout(7, 330, 100, 120, 10);
        assertEquals(2, layout.columns());
        assertEquals(4, layout.rows());
        assertEquals(10 + 4 * 130, layout.height());
        assertEquals(10, layout.top(1));
        assertEquals(140, layout.top(2));
        assertTrue(layout.left(1) >= layout.left(0) + 110);
        assertTrue(layout.left(1) + 100 <= 330);
    }

    @Test
    void aTileIsFoundWhereItStandsAndNothingBetween() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            TileLayout layout = new TileLayout(1 + random.nextInt(100_000), 50 + random.nextInt(2000),
                40 + random.nextInt(200), 40 + random.nextInt(250), 1 + random.nextInt(12));
            int tile = random.nextInt(layout.count());
            int x = layout.left(tile) + random.nextInt(layout.tileWidth());
            long y = layout.top(tile) + random.nextInt(layout.tileHeight());
            assertEquals(tile, layout.indexAt(x, y));
            assertEquals(-1, layout.indexAt(x, layout.top(tile) - 1));
            assertEquals(-1, layout.indexAt(layout.left(tile) - 1, y));
        }
    }

    @Test
    void theVisibleRangeHoldsExactlyTheTilesThatTouchIt() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            TileLayout layout = new TileLayout(random.nextInt(60), 50 + random.nextInt(500), 40 + random.nextInt(80),
                40 + random.nextInt(80), 1 + random.nextInt(9));
            long top = random.nextInt((int) layout.height() + 50);
            long bottom = top + 1 + random.nextInt(400);
            for (int tile = 0; tile < layout.count(); tile++) {
                boolean touches = layout.top(tile) < bottom && layout.top(tile) + layout.tileHeight() > top;
                boolean inRange = tile >= layout.firstBelow(top) && tile < layout.endAbove(bottom);
                assertEquals(touches, inRange, layout + " tile " + tile + " from " + top + " to " + bottom);
            }
        }
    }

    @Test
    void aRubberBandTouchesWhatItCovers() {
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            TileLayout layout = new TileLayout(random.nextInt(80), 300, 40 + random.nextInt(60), 40 + random.nextInt(60), 5);
            int x1 = random.nextInt(300);
            int x2 = random.nextInt(300);
            long y1 = random.nextInt(900);
            long y2 = random.nextInt(900);
            BitSet expected = new BitSet();
            for (int tile = 0; tile < layout.count(); tile++) {
                if (layout.left(tile) <= Math.max(x1, x2) && layout.left(tile) + layout.tileWidth() > Math.min(x1, x2)
                    && layout.top(tile) <= Math.max(y1, y2) && layout.top(tile) + layout.tileHeight() > Math.min(y1, y2)) {
                    expected.set(tile);
                }
            }
            BitSet touched = new BitSet();
            layout.touched(x1, y1, x2, y2, touched::set);
            assertEquals(expected, touched);
        }
    }

    @Test
    void stepsStayInTheGrid() {
        TileLayout layout = new TileLayout(11, 330, 100, 120, 5);
        assertEquals(3, layout.columns());
        assertEquals(0, layout.step(-1, Step.DOWN, 300));
        assertEquals(10, layout.step(-1, Step.END, 300));
        assertEquals(0, layout.step(0, Step.LEFT, 300));
        assertEquals(10, layout.step(10, Step.RIGHT, 300));
        assertEquals(4, layout.step(1, Step.DOWN, 300));
        assertEquals(1, layout.step(1, Step.UP, 300));
        assertEquals(10, layout.step(8, Step.DOWN, 300), "the last row is short: its last tile");
        assertEquals(10, layout.step(10, Step.DOWN, 300));
        assertEquals(7, layout.step(1, Step.PAGE_DOWN, 250));
        assertEquals(1, layout.step(4, Step.PAGE_UP, 600), "less than a page left: the first row");
        assertEquals(0, layout.step(7, Step.HOME, 300));
        assertEquals(-1, new TileLayout(0, 330, 100, 120, 5).step(-1, Step.END, 300));
    }

    @Test
    void revealScrollsAsLittleAsPossible() {
        TileLayout layout = new TileLayout(100, 330, 100, 120, 5);
        long scroll = layout.top(30);
        assertEquals(scroll, layout.reveal(33, scroll, 500), "visible already");
        assertEquals(layout.top(3) - 5, layout.reveal(3, scroll, 500));
        assertEquals(layout.top(60) + 125 - 500, layout.reveal(60, scroll, 500));
    }

    @Test
    void millionsOfTilesInOneColumnDoNotOverflow() {
        TileLayout layout = new TileLayout(5_000_000, 100, 512, 560, 6);
        assertEquals(6 + 5_000_000L * 566, layout.height());
        assertEquals(4_999_999, layout.indexAt(20, layout.top(4_999_999) + 5));
        assertEquals(layout.height() - 700, layout.clamp(Long.MAX_VALUE, 700));
    }
}
