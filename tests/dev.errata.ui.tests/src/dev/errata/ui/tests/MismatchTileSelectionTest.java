package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.BitSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.ui.mismatch.tiles.TileSelection;

class MismatchTileSelectionTest {

    private final TileSelection selection = new TileSelection();

    @BeforeEach
    void hundredTiles() {
        selection.reset(100);
    }

    @Test
    void clickSelectsOne() {
        selection.only(3);
        selection.only(7);
        assertArrayEquals(new int[] {7}, selection.indexes());
        assertEquals(7, selection.lead());
    }

    @Test
    void controlClickTogglesAndKeepsTheRest() {
        selection.only(3);
        selection.toggle(9);
        selection.toggle(5);
        selection.toggle(9);
        assertArrayEquals(new int[] {3, 5}, selection.indexes());
        assertEquals(9, selection.lead(), "the focus stays on what was clicked");
    }

    @Test
    void shiftExtendsFromTheAnchorInBothDirections() {
        selection.only(10);
        selection.extend(13, false);
        selection.extend(8, false);
        assertArrayEquals(new int[] {8, 9, 10}, selection.indexes());
        assertEquals(8, selection.lead());
    }

    @Test
    void controlShiftKeepsWhatWasSelectedBefore() {
        selection.only(1);
        selection.toggle(20);
        selection.extend(23, true);
        selection.extend(21, true);
        assertArrayEquals(new int[] {1, 20, 21}, selection.indexes());
    }

    @Test
    void shiftWithoutAnAnchorSelectsOne() {
        selection.extend(4, false);
        assertArrayEquals(new int[] {4}, selection.indexes());
    }

    @Test
    void theRubberBandShrinksAgain() {
        selection.only(50);
        selection.beginBand(true);
        selection.band(bits(1, 2, 3));
        selection.band(bits(2));
        assertArrayEquals(new int[] {2, 50}, selection.indexes());
        selection.beginBand(false);
        selection.band(new BitSet());
        assertEquals(0, selection.count());
    }

    @Test
    void everythingAndNothing() {
        selection.all();
        assertEquals(100, selection.count());
        assertEquals(99, selection.last());
        selection.none();
        assertEquals(0, selection.count());
        assertEquals(-1, selection.last());
    }

    @Test
    void otherTilesForgetTheSelection() {
        selection.only(99);
        selection.reset(10);
        assertEquals(0, selection.count());
        assertEquals(-1, selection.lead());
        assertThrows(IndexOutOfBoundsException.class, () -> selection.only(10));
    }

    private static BitSet bits(int... indexes) {
        BitSet bits = new BitSet();
        for (int index : indexes) {
            bits.set(index);
        }
        return bits;
    }
}
