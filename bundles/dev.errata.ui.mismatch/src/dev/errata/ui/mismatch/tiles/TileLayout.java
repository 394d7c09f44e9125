package dev.errata.ui.mismatch.tiles;

import java.util.function.IntConsumer;

/**
 * Where tiles stand: rows of equal tiles, filled from left to right, as many in a row as fit. Lengths are points; y counts
 * from the upper edge of the whole grid, not of what is visible. Heights are long: five million tiles in one column
 * are higher than an int can say.
 *
 * @param count the number of tiles
 * @param width the width of the grid, the gap at both sides included
 * @param tileWidth of every tile
 * @param tileHeight of every tile, its caption included
 * @param gap between tiles, and between tiles and the edges
 */
public record TileLayout(int count, int width, int tileWidth, int tileHeight, int gap) {

    /** A way to walk from tile to tile. */
    public enum Step {
        LEFT, RIGHT, UP, DOWN, PAGE_UP, PAGE_DOWN, HOME, END
    }

    public TileLayout {
        if (count < 0 || tileWidth <= 0 || tileHeight <= 0 || gap < 0) {
            throw new IllegalArgumentException("no layout: " + count + " tiles of " + tileWidth + " x " + tileHeight);
        }
    }

    public int columns() {
        return Math.max(1, (width - gap) / (tileWidth + gap));
    }

    public int rows() {
        return (int) (((long) count + columns() - 1) / columns());
    }

    /** The height of the whole grid. */
    public long height() {
        return count == 0 ? 0 : gap + (long) rows() * rowHeight();
    }

    /** From the upper edge of one row to that of the next. */
    public int rowHeight() {
        return tileHeight + gap;
    }

    /** The left edge of a tile. The space that is too narrow for one more column is shared by the gaps. */
    public int left(int index) {
        int columns = columns();
        int spare = Math.max(0, width - gap - columns * (tileWidth + gap));
        int column = index % columns;
        return gap + column * (tileWidth + gap) + (int) ((long) spare * (column + 1) / (columns + 1));
    }

    /** The upper edge of a tile. */
    public long top(int index) {
        return gap + (long) (index / columns()) * rowHeight();
    }

    /** The tile at a point, or -1. */
    public int indexAt(int x, long y) {
        if (y < gap || (y - gap) % rowHeight() >= tileHeight) {
            return -1;
        }
        long first = (y - gap) / rowHeight() * columns();
        for (int column = 0; column < columns(); column++) {
            long index = first + column;
            if (index < count && x >= left((int) index) && x < left((int) index) + tileWidth) {
                return (int) index;
            }
        }
        return -1;
    }

    /** The first tile that is at least partly below {@code y}; {@link #count} where there is none. */
    public int firstBelow(long y) {
        long row = Math.max(0, Math.floorDiv(y - gap - tileHeight, (long) rowHeight()) + 1);
        return (int) Math.min(count, row * columns());
    }

    /** One more than the last tile that is at least partly above {@code y}. */
    public int endAbove(long y) {
        long rows = Math.max(0, Math.floorDiv(y - gap - 1, (long) rowHeight()) + 1);
        return (int) Math.min(count, rows * columns());
    }

    /** Every tile that a rectangle touches, in order; the corners may be given in any order. */
    public void touched(int x1, long y1, int x2, long y2, IntConsumer action) {
        int left = Math.min(x1, x2);
        int right = Math.max(x1, x2);
        int begin = firstBelow(Math.min(y1, y2));
        int end = endAbove(Math.max(y1, y2) + 1);
        int columns = columns();
        for (int column = 0; column < columns && begin + column < end; column++) {
            int x = left(begin + column);
            if (x + tileWidth <= left || x > right) {
                continue;
            }
            for (int index = begin + column; index < end; index += columns) {
                action.accept(index);
            }
        }
    }

    /**
     * The tile that a step leads to; at the edges it stays.
     *
     * @param from a tile, or -1 for none: any step then leads to the first, or {@link Step#END} to the last
     * @param pageHeight the height of what is visible
     */
    public int step(int from, Step step, int pageHeight) {
        if (count == 0) {
            return -1;
        }
        if (step == Step.END) {
            return count - 1;
        }
        if (step == Step.HOME || from < 0) {
            return 0;
        }
        int columns = columns();
        int page = Math.max(1, pageHeight / rowHeight()) * columns;
        return switch (step) {
            case LEFT -> Math.max(0, from - 1);
            case RIGHT -> Math.min(count - 1, from + 1);
            case UP -> up(from, columns);
            case DOWN -> down(from, columns);
            case PAGE_UP -> up(from, page);
            default -> down(from, page);
        };
    }

    private int up(int from, int by) {
        return from - by >= 0 ? from - by : from % columns();
    }

    private int down(int from, int by) {
        if ((long) from + by < count) {
            return from + by;
        }
        int lastRow = (count - 1) / columns();
        return from / columns() == lastRow ? from : Math.min(count - 1, lastRow * columns() + from % columns());
    }

    /**
     * Where to scroll so that a tile is wholly visible, moving as little as possible.
     *
     * @param scroll the upper edge of what is visible now
     * @param pageHeight the height of what is visible
     */
    public long reveal(int index, long scroll, int pageHeight) {
        long top = top(index) - gap;
        long bottom = top(index) + tileHeight + gap;
        if (top < scroll || bottom - top > pageHeight) {
            return top;
        }
        return bottom > scroll + pageHeight ? bottom - pageHeight : scroll;
    }

    /** The nearest place that can be scrolled to. */
    public long clamp(long scroll, int pageHeight) {
        return Math.max(0, Math.min(scroll, height() - pageHeight));
    }
}
