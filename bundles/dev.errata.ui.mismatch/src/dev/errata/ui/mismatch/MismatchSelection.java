package dev.errata.ui.mismatch;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

import org.eclipse.jface.viewers.IStructuredSelection;

/** The selected tiles as the workbench sees them. A hundred thousand may be selected, so each object is made when asked for. */
final class MismatchSelection extends AbstractList<Object> implements IStructuredSelection, RandomAccess {

    private final CellGrid grid;
    private final int[] selected;

    MismatchSelection(CellGrid grid, int[] selected) {
        this.grid = grid;
        this.selected = selected;
    }

    @Override
    public Object get(int index) {
        return grid.mismatch(selected[index]);
    }

    @Override
    public int size() {
        return selected.length;
    }

    @Override
    public Object getFirstElement() {
        return selected.length == 0 ? null : get(0);
    }

    @Override
    public Iterator<Object> iterator() {
        return super.iterator();
    }

    @Override
    public List<?> toList() {
        return this;
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
}
