package dev.errata.ui.matrix.layout;

/**
 * The cells along one axis: equally long, the first at 0, shifted by scrolling. Edges are rounded to whole points one by one,
 * so that cells of 6.4 points neither overlap nor leave gaps.
 *
 * @param count the number of cells
 * @param length of a cell, points; may be a fraction
 * @param start where the visible part begins, points
 * @param room the length of the visible part, points
 * @param scroll how far the cells are shifted, points
 */
public record Cells(int count, double length, int start, int room, double scroll) {

    /** Shifts the cells no further than to their end. */
    public Cells {
        scroll = Math.clamp(scroll, 0, Math.max(0, count * length - room));
    }

    /** The length of all cells. */
    public double total() {
        return count * length;
    }

    public double largestScroll() {
        return Math.max(0, total() - room);
    }

    /** Where a cell begins; cell {@code count} begins where the last one ends. */
    public int edge(int index) {
        return start + (int) Math.floor(index * length - scroll + 1e-6);
    }

    public int lengthOf(int index) {
        return edge(index + 1) - edge(index);
    }

    /** The end of what is visible: of the room, or of the last cell. */
    public int end() {
        return Math.min(start + room, edge(count));
    }

    /** The first cell of which something is visible. */
    public int first() {
        return Math.clamp((int) Math.floor(scroll / length), 0, Math.max(0, count - 1));
    }

    /** The last cell of which something is visible. */
    public int last() {
        return Math.clamp((int) Math.ceil((scroll + room) / length) - 1, 0, Math.max(0, count - 1));
    }

    /** The cell at a position, or -1. */
    public int at(int position) {
        if (position < start || position >= end()) {
            return -1;
        }
        int index = Math.clamp((int) Math.floor((position - start + scroll) / length), 0, count - 1);
        while (index > 0 && edge(index) > position) {
            index--;
        }
        while (index < count - 1 && edge(index + 1) <= position) {
            index++;
        }
        return index;
    }

    public Cells scrolledTo(double position) {
        return new Cells(count, length, start, room, position);
    }

    /** Shifted as little as possible so that a cell is visible, with a margin where there is room. */
    public Cells revealing(int index) {
        double margin = Math.min(length, Math.max(0, (room - length) / 2));
        double from = index * length - margin;
        double to = (index + 1) * length + margin;
        if (from < scroll) {
            return scrolledTo(from);
        }
        return to > scroll + room ? scrolledTo(to - room) : this;
    }
}
