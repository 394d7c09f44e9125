package dev.errata.ui.matrix.canvas;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.ScrollBar;

import dev.errata.ui.matrix.layout.Cells;
import dev.errata.ui.matrix.layout.HeaderSizes;
import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.CellSize;
import dev.errata.ui.matrix.model.ClassOrder;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.CountFormat;
import dev.errata.ui.matrix.model.MatrixModel;

/** Where the cells of a matrix are on its canvas: their size and the scroll position, with the bars that show it. */
final class CellView {

    private static final double ZOOM_STEP = 1.2;

    private final Canvas canvas;
    private final Runnable moved;
    private MatrixModel model;
    private ClassOrder order;
    private MatrixFonts fonts;
    private CellSize size = CellSize.READABLE;
    private HeaderSizes headers;
    private MatrixLayout layout;

    /** @param moved runs whenever cells are somewhere else */
    CellView(Canvas canvas, MatrixFonts fonts, Runnable moved) {
        this.canvas = canvas;
        this.fonts = fonts;
        this.moved = moved;
    }

    /** Null where there is no matrix. */
    MatrixLayout layout() {
        return layout;
    }

    CellSize size() {
        return size;
    }

    void setSize(CellSize newSize) {
        size = newSize;
        layOut(true);
    }

    /**
     * @param newModel null for none
     * @param newOrder of its classes; null for none
     */
    void show(MatrixModel newModel, ClassOrder newOrder, boolean keepScroll) {
        model = newModel;
        order = newOrder;
        headers = null;
        layOut(keepScroll);
    }

    void setFonts(MatrixFonts newFonts) {
        fonts = newFonts;
        headers = null;
        layOut(true);
    }

    /** The canvas has another size; a cell that was in sight stays in sight. */
    void resized(ClassPair selected) {
        boolean visible = layout != null && selected != null && layout.bounds(selected).intersects(layout.body());
        layOut(true);
        if (visible) {
            reveal(selected);
        }
    }

    /** Makes cells larger (steps above 0) or smaller; what is at a point stays there. */
    void zoom(double steps, Point at) {
        Cells columns = layout.columns();
        Cells rows = layout.rows();
        double column = (at.x - columns.start() + columns.scroll()) / columns.length();
        double row = (at.y - rows.start() + rows.scroll()) / rows.length();
        size = CellSize.fixed(rows.length() * Math.pow(ZOOM_STEP, steps));
        layOut(true);
        columns = layout.columns();
        rows = layout.rows();
        scroll(columns.scrolledTo(column * columns.length() - (at.x - columns.start())),
            rows.scrolledTo(row * rows.length() - (at.y - rows.start())));
    }

    /** The middle of a cell, where it is in sight, or of all cells. */
    Point middle(ClassPair selected) {
        Rectangle around = layout.body();
        if (selected != null && layout.bounds(selected).intersects(around)) {
            around = layout.bounds(selected).intersection(around);
        }
        return new Point(around.x + around.width / 2, around.y + around.height / 2);
    }

    void reveal(ClassPair pair) {
        if (layout != null) {
            MatrixLayout revealing = layout.revealing(pair);
            scroll(revealing.columns(), revealing.rows());
        }
    }

    void scroll(Cells columns, Cells rows) {
        if (columns.scroll() == layout.columns().scroll() && rows.scroll() == layout.rows().scroll()) {
            return;
        }
        layout = layout.with(columns, rows);
        show(canvas.getHorizontalBar(), columns);
        show(canvas.getVerticalBar(), rows);
        moved.run();
    }

    private void layOut(boolean keepScroll) {
        if (model == null) {
            layout = null;
        } else {
            if (headers == null) {
                measure();
            }
            double scrollX = keepScroll && layout != null ? layout.columns().scroll() : 0;
            double scrollY = keepScroll && layout != null ? layout.rows().scroll() : 0;
            layout = MatrixLayout.of(order, canvas.getClientArea(), headers, size, scrollX, scrollY);
        }
        show(canvas.getHorizontalBar(), layout == null ? null : layout.columns());
        show(canvas.getVerticalBar(), layout == null ? null : layout.rows());
        moved.run();
    }

    private void measure() {
        GC gc = new GC(canvas);
        try {
            int widest = 0;
            for (int label = 0; label < model.size(); label++) {
                widest = Math.max(widest, fonts.nameWidth(gc, model.name(label)));
            }
            int total = fonts.nameWidth(gc, CountFormat.full(model.total()));
            headers = new HeaderSizes(fonts.line(), widest, Math.max(total, fonts.nameWidth(gc, Messages.Axis_Total)));
        } finally {
            gc.dispose();
        }
    }

    private static void show(ScrollBar bar, Cells cells) {
        boolean needed = cells != null && cells.largestScroll() >= 1;
        if (needed) {
            int page = Math.max(1, cells.room());
            bar.setValues((int) Math.round(cells.scroll()), 0, (int) Math.ceil(cells.total()), page,
                Math.max(1, (int) Math.round(cells.length())), page);
        }
        bar.setEnabled(needed);
        bar.setVisible(needed);
    }
}
