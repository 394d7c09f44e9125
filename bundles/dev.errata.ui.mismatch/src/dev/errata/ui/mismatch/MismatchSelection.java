package dev.errata.ui.mismatch;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.selection.LabelSelection;
import dev.errata.ui.selection.Mismatch;

/** The selected tiles as the workbench sees them. A hundred thousand may be selected, so each object is made when asked for. */
final class MismatchSelection implements LabelSelection {

    private final CellGrid grid;
    private final int[] selected;
    private final List<Mismatch> mismatches;
    private final boolean annotation;
    private final boolean prediction;
    private final boolean pair;

    MismatchSelection(CellGrid grid, int[] selected) {
        this.grid = grid;
        this.selected = selected;
        mismatches = new Mismatches(grid, selected);
        Tiles tiles = grid.tiles();
        annotation = Arrays.stream(selected).anyMatch(tiles::hasAnnotation);
        prediction = Arrays.stream(selected).anyMatch(tiles::hasPrediction);
        pair = annotation && prediction
            && Arrays.stream(selected).anyMatch(tile -> tiles.hasAnnotation(tile) && tiles.hasPrediction(tile));
    }

    @Override
    public boolean hasAnnotation() {
        return annotation;
    }

    @Override
    public boolean hasPrediction() {
        return prediction;
    }

    @Override
    public boolean hasPair() {
        return pair;
    }

    @Override
    public Object getFirstElement() {
        return selected.length == 0 ? null : mismatches.get(0);
    }

    @Override
    public Iterator<?> iterator() {
        return mismatches.iterator();
    }

    @Override
    public int size() {
        return selected.length;
    }

    @Override
    public boolean isEmpty() {
        return selected.length == 0;
    }

    @Override
    public Object[] toArray() {
        return mismatches.toArray();
    }

    @Override
    public List<?> toList() {
        return mismatches;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MismatchSelection selection && selection.grid == grid
            && Arrays.equals(selection.selected, selected);
    }

    @Override
    public int hashCode() {
        return 31 * System.identityHashCode(grid) + Arrays.hashCode(selected);
    }

    /** Makes a mismatch when asked for it. */
    private static final class Mismatches extends AbstractList<Mismatch> implements RandomAccess {

        private final CellGrid grid;
        private final int[] selected;

        Mismatches(CellGrid grid, int[] selected) {
            this.grid = grid;
            this.selected = selected;
        }

        @Override
        public Mismatch get(int index) {
            return grid.mismatch(selected[index]);
        }

        @Override
        public int size() {
            return selected.length;
        }
    }
}
