package dev.errata.ui.matrix.layout;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.ClassOrder;
import dev.errata.ui.matrix.model.ClassPair;

/**
 * Where things are on the canvas: titles of the axes outside, then class names, the cells, and the totals, which stay in sight
 * at the right and at the bottom while the cells scroll. Immutable; points.
 */
public final class MatrixLayout {

    /** Distance of texts from edges, points. */
    public static final int PAD = 5;
    private static final int SMALLEST_HEADER = 28;
    /** Lines of text in the height of the smallest cell that counts as readable. */
    private static final double READABLE_CELL = 1.3;
    /** Heights in the width of the widest cell. */
    private static final double WIDEST_CELL = 2.6;
    /** Heights in the width of the widest cell where few classes leave room. */
    private static final double FLATTEST_CELL = 5;
    /** Heights in the width of a cell where the room is wider than high. */
    private static final double FITTING_CELL = 1.6;

    private final ClassOrder order;
    private final Cells columns;
    private final Cells rows;
    private final Rectangle area;
    private final int titles;
    private final boolean upright;
    private final int totalsWidth;
    private final int totalsHeight;

    private MatrixLayout(ClassOrder order, Rectangle area, int titles, boolean upright, int totalsWidth, int totalsHeight,
        Cells columns, Cells rows) {
        this.order = order;
        this.area = area;
        this.titles = titles;
        this.upright = upright;
        this.totalsWidth = totalsWidth;
        this.totalsHeight = totalsHeight;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Lays a matrix out.
     *
     * @param order which classes stand where, as rows and as columns
     * @param area the canvas
     * @param scroll the wanted scroll position; taken back where it is beyond the end
     */
    public static MatrixLayout of(ClassOrder order, Rectangle area, HeaderSizes headers, CellSize cellSize, double scrollX,
        double scrollY) {
        int size = order.count();
        int line = headers.line();
        int titles = area.height >= 12 * line ? line + 4 : 0;
        int name = headers.widestName() + 2 * PAD;
        double part = cellSize.mode() == CellSize.Mode.FIT ? 0.22 : 0.32;
        int rowHeader = Math.clamp(name, SMALLEST_HEADER, Math.max(SMALLEST_HEADER, Math.min(240, (int) (area.width * part))));
        int totalsWidth = Math.max(headers.widestTotal() + 2 * PAD, line + PAD);
        int totalsHeight = line + PAD;
        int left = titles + rowHeader;
        int roomX = Math.max(1, area.width - left - totalsWidth - 1);

        int flatHeader = line + 2 * PAD;
        int roomFlat = Math.max(1, area.height - titles - flatHeader - totalsHeight - 1);
        double height = cellHeight(cellSize, size, roomX, roomFlat, line);
        double width = cellWidth(cellSize, height, size, roomX, name, line);
        boolean upright = width >= Math.min(name, 4 * line);
        int columnHeader = flatHeader;
        int roomY = roomFlat;
        if (!upright) {
            columnHeader = Math.clamp(name, SMALLEST_HEADER, Math.max(SMALLEST_HEADER, (int) (area.height * part)));
            roomY = Math.max(1, area.height - titles - columnHeader - totalsHeight - 1);
            height = cellHeight(cellSize, size, roomX, roomY, line);
            width = cellSize.mode() == CellSize.Mode.FIXED ? height
                : Math.clamp((double) roomX / size, height, FITTING_CELL * height);
        }
        Cells columns = new Cells(size, width, left, roomX, scrollX);
        Cells rows = new Cells(size, height, titles + columnHeader, roomY, scrollY);
        return new MatrixLayout(order, area, titles, upright, totalsWidth, totalsHeight, columns, rows);
    }

    private static double cellHeight(CellSize cellSize, int size, int roomX, int roomY, int line) {
        double fitting = Math.min((double) roomX / size, (double) roomY / size);
        return switch (cellSize.mode()) {
            case READABLE -> Math.clamp(fitting, READABLE_CELL * line, 72);
            case FIT -> Math.clamp(fitting, 0.05, 96);
            case FIXED -> cellSize.points();
        };
    }

    /** Cells become wider than high, the more the larger they are, so that class names stand upright where there is room. */
    private static double cellWidth(CellSize cellSize, double height, int size, int roomX, int name, int line) {
        double growth = Math.clamp((height - 1.2 * line) / (1.8 * line), 0, 1);
        double wanted = Math.min(Math.max(height, name), (1 + (WIDEST_CELL - 1) * growth) * height);
        if (cellSize.mode() == CellSize.Mode.READABLE && size * Math.max(height, name) <= roomX) {
            wanted = Math.max(wanted, Math.min(Math.max(height, name), FLATTEST_CELL * height));
        }
        if (cellSize.mode() == CellSize.Mode.FIT) {
            wanted = Math.max(wanted, FITTING_CELL * height);
        }
        return cellSize.mode() == CellSize.Mode.FIXED ? wanted : Math.clamp((double) roomX / size, height, wanted);
    }

    public Cells columns() {
        return columns;
    }

    public Cells rows() {
        return rows;
    }

    public Rectangle area() {
        return area;
    }

    /** Thickness of the strips that name the axes; 0 where there is no room for them. */
    public int titles() {
        return titles;
    }

    /** Whether the names of the columns are written horizontally; otherwise they are turned by 90 degrees. */
    public boolean upright() {
        return upright;
    }

    /** The visible part of the cells. */
    public Rectangle body() {
        return new Rectangle(columns.start(), rows.start(), columns.end() - columns.start(), rows.end() - rows.start());
    }

    /** The names of the ground-truth classes. */
    public Rectangle rowHeader() {
        return new Rectangle(titles, rows.start(), columns.start() - titles, rows.end() - rows.start());
    }

    /** The names of the predicted classes. */
    public Rectangle columnHeader() {
        return new Rectangle(columns.start(), titles, columns.end() - columns.start(), rows.start() - titles);
    }

    /** The column with the totals of the rows. */
    public Rectangle rowTotals() {
        return new Rectangle(columns.end(), rows.start(), totalsWidth, rows.end() - rows.start());
    }

    /** The row with the totals of the columns. */
    public Rectangle columnTotals() {
        return new Rectangle(columns.start(), rows.end(), columns.end() - columns.start(), totalsHeight);
    }

    /** Everything from the titles to the totals. */
    public Rectangle whole() {
        return new Rectangle(0, 0, columns.end() + totalsWidth, rows.end() + totalsHeight);
    }

    /** Which classes stand where. */
    public ClassOrder order() {
        return order;
    }

    /** Where a cell is; empty where one of its classes is left out. */
    public Rectangle bounds(ClassPair pair) {
        if (!order.shows(pair)) {
            return new Rectangle(0, 0, 0, 0);
        }
        int column = order.position(pair.predicted());
        int row = order.position(pair.groundTruth());
        return new Rectangle(columns.edge(column), rows.edge(row), columns.lengthOf(column), rows.lengthOf(row));
    }

    /** The cell at a point, or null. */
    public ClassPair at(Point point) {
        int column = columns.at(point.x);
        int row = rows.at(point.y);
        return column < 0 || row < 0 ? null : new ClassPair(order.label(row), order.label(column));
    }

    /** The class whose name, or total, stands at a point as that of a row; -1 for none. */
    public int rowNameAt(Point point) {
        return rowHeader().contains(point) || rowTotals().contains(point) ? label(rows.at(point.y)) : -1;
    }

    /** The class whose name, or total, stands at a point as that of a column; -1 for none. */
    public int columnNameAt(Point point) {
        return columnHeader().contains(point) || columnTotals().contains(point) ? label(columns.at(point.x)) : -1;
    }

    private int label(int position) {
        return position < 0 ? -1 : order.label(position);
    }

    public MatrixLayout with(Cells newColumns, Cells newRows) {
        return new MatrixLayout(order, area, titles, upright, totalsWidth, totalsHeight, newColumns, newRows);
    }

    /** Scrolled as little as possible so that a cell is visible; as it is where the cell is left out. */
    public MatrixLayout revealing(ClassPair pair) {
        return !order.shows(pair) ? this
            : with(columns.revealing(order.position(pair.predicted())), rows.revealing(order.position(pair.groundTruth())));
    }

    /** Cells so small are painted pixel by pixel, without numbers and lines. */
    public boolean isTiny() {
        return Math.min(columns.length(), rows.length()) < 5;
    }
}
