package dev.errata.ui.mismatch.tiles;

import java.util.BitSet;

/**
 * Which tiles of a grid are selected, with the anchor from which a range is extended and the lead that has the keyboard's
 * focus. One bit a tile. Not thread safe.
 */
public final class TileSelection {

    private static final int NONE = -1;

    private int size;
    private BitSet selected = new BitSet();
    /** What was selected before the rubber band began; the band is added to it. */
    private BitSet beforeBand = new BitSet();
    /** What was selected before the range began that is being extended. */
    private BitSet beforeRange = new BitSet();
    private int anchor = NONE;
    private int lead = NONE;

    /** The grid has other tiles now: nothing is selected. */
    public void reset(int newSize) {
        size = newSize;
        selected = new BitSet();
        beforeBand = new BitSet();
        beforeRange = new BitSet();
        anchor = NONE;
        lead = NONE;
    }

    public int size() {
        return size;
    }

    public int count() {
        return selected.cardinality();
    }

    public boolean isSelected(int index) {
        return index >= 0 && selected.get(index);
    }

    /** The tile with the keyboard's focus, or -1. It need not be selected. */
    public int lead() {
        return lead;
    }

    /** The last selected tile, or -1. */
    public int last() {
        return selected.length() - 1;
    }

    /** The selected tiles in the grid's order. */
    public int[] indexes() {
        return selected.stream().toArray();
    }

    /** Selects one tile and nothing else. */
    public void only(int index) {
        check(index);
        selected.clear();
        selected.set(index);
        startRange(index);
    }

    /** Ctrl+click: adds a tile to the selection or takes it out. */
    public void toggle(int index) {
        check(index);
        selected.flip(index);
        startRange(index);
    }

    /**
     * Shift: selects from the anchor to a tile; what the last extension selected and this one does not is dropped.
     *
     * @param keep whether what was selected before the range stays so (Ctrl+Shift)
     */
    public void extend(int index, boolean keep) {
        check(index);
        if (anchor == NONE) {
            only(index);
            return;
        }
        selected = keep ? (BitSet) beforeRange.clone() : new BitSet();
        selected.set(Math.min(anchor, index), Math.max(anchor, index) + 1);
        lead = index;
    }

    /** Moves the focus and selects nothing (Ctrl+arrow). */
    public void moveLead(int index) {
        check(index);
        lead = index;
    }

    public void all() {
        selected.set(0, size);
        beforeRange = (BitSet) selected.clone();
        if (lead == NONE && size > 0) {
            lead = 0;
            anchor = 0;
        }
    }

    /** Selects nothing; anchor and lead stay. */
    public void none() {
        selected.clear();
        beforeRange.clear();
    }

    /** Selects exactly these tiles; the first becomes anchor and lead. */
    public void set(int[] indexes) {
        selected.clear();
        for (int index : indexes) {
            check(index);
            selected.set(index);
        }
        if (indexes.length > 0) {
            startRange(indexes[0]);
        }
    }

    /** A rubber band begins. @param add whether it adds to what is selected */
    public void beginBand(boolean add) {
        if (!add) {
            selected.clear();
        }
        beforeBand = (BitSet) selected.clone();
    }

    /** The rubber band touches these tiles now. */
    public void band(BitSet touched) {
        selected = (BitSet) beforeBand.clone();
        selected.or(touched);
        if (!touched.isEmpty()) {
            anchor = touched.nextSetBit(0);
            lead = touched.length() - 1;
            beforeRange = (BitSet) selected.clone();
        }
    }

    private void startRange(int index) {
        anchor = index;
        lead = index;
        beforeRange = (BitSet) selected.clone();
    }

    private void check(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("tile " + index + " of " + size);
        }
    }
}
