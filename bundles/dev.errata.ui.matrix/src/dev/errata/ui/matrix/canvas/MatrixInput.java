package dev.errata.ui.matrix.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

import dev.errata.ui.matrix.layout.Cells;
import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.ClassPair;

/** What pointer and keys do on the matrix. */
final class MatrixInput {

    private final MatrixCanvas canvas;
    private Point dragStart;
    private double dragX;
    private double dragY;

    MatrixInput(MatrixCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.Traverse, MatrixInput::traverse);
        canvas.addListener(SWT.MouseDown, this::press);
        canvas.addListener(SWT.MouseUp, event -> dragStart = null);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseExit, event -> {
            canvas.hover(null);
            canvas.hoverClass(-1);
        });
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, event -> turn(event, true));
        canvas.addListener(SWT.MenuDetect, canvas::placeMenu);
        canvas.getHorizontalBar().addListener(SWT.Selection, event -> scrollBar());
        canvas.getVerticalBar().addListener(SWT.Selection, event -> scrollBar());
    }

    /** Tab leaves the matrix; arrows and Enter stay in it. */
    private static void traverse(Event event) {
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
            || event.detail == SWT.TRAVERSE_PAGE_NEXT || event.detail == SWT.TRAVERSE_PAGE_PREVIOUS
                && (event.stateMask & SWT.MOD1) != 0;
    }

    private void key(Event event) {
        MatrixLayout layout = canvas.cells();
        if (layout == null) {
            return;
        }
        if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            canvas.open();
            return;
        }
        if ((event.stateMask & (SWT.MOD2 | SWT.MOD3)) != 0) {
            return;
        }
        ClassPair from = canvas.selected();
        ClassPair to = from == null || !layout.order().shows(from) ? first(event.keyCode, layout) : target(event, from, layout);
        if (to != null) {
            canvas.choose(to);
            canvas.reveal(to);
            event.doit = false;
        }
    }

    private static ClassPair first(int key, MatrixLayout layout) {
        return switch (key) {
            case SWT.ARROW_UP, SWT.ARROW_DOWN, SWT.ARROW_LEFT, SWT.ARROW_RIGHT, SWT.HOME ->
                new ClassPair(layout.order().label(0), layout.order().label(0));
            default -> null;
        };
    }

    /** Where a key leads, or null. Home and End go to the ends of the row; with Ctrl to the first and last row too. */
    private ClassPair target(Event event, ClassPair from, MatrixLayout layout) {
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        int last = layout.rows().count() - 1;
        int row = layout.order().position(from.groundTruth());
        int column = layout.order().position(from.predicted());
        int page = Math.max(1, (int) (layout.rows().room() / layout.rows().length()) - 1);
        switch (event.keyCode) {
            case SWT.ARROW_UP -> row = control ? 0 : row - 1;
            case SWT.ARROW_DOWN -> row = control ? last : row + 1;
            case SWT.ARROW_LEFT -> column = control ? 0 : column - 1;
            case SWT.ARROW_RIGHT -> column = control ? last : column + 1;
            case SWT.PAGE_UP -> row -= page;
            case SWT.PAGE_DOWN -> row += page;
            case SWT.HOME -> {
                column = 0;
                row = control ? 0 : row;
            }
            case SWT.END -> {
                column = last;
                row = control ? last : row;
            }
            default -> {
                return null;
            }
        }
        return new ClassPair(layout.order().label(Math.clamp(row, 0, last)), layout.order().label(Math.clamp(column, 0, last)));
    }

    private void press(Event event) {
        canvas.setFocus();
        MatrixLayout layout = canvas.cells();
        if (layout == null) {
            return;
        }
        if (event.button == 2) {
            dragStart = new Point(event.x, event.y);
            dragX = layout.columns().scroll();
            dragY = layout.rows().scroll();
            return;
        }
        Point point = new Point(event.x, event.y);
        ClassPair pair = layout.at(point);
        if (pair == null && event.button == 1) {
            pair = worstOfName(layout, point);
        }
        if (pair != null) {
            canvas.choose(pair);
            canvas.reveal(pair);
        }
    }

    /** A click on a class name leads to what the class is confused with most. */
    private ClassPair worstOfName(MatrixLayout layout, Point point) {
        int row = layout.rowNameAt(point);
        int column = layout.columnNameAt(point);
        return row < 0 && column < 0 ? null : canvas.model().worst(Math.max(row, column), row >= 0);
    }

    private void doubleClick(Event event) {
        MatrixLayout layout = canvas.cells();
        if (event.button == 1 && layout != null && layout.at(new Point(event.x, event.y)) != null) {
            canvas.open();
        }
    }

    private void move(Event event) {
        MatrixLayout layout = canvas.cells();
        if (layout == null) {
            return;
        }
        if (dragStart != null) {
            canvas.scroll(layout.columns().scrolledTo(dragX - (event.x - dragStart.x)),
                layout.rows().scrolledTo(dragY - (event.y - dragStart.y)));
            return;
        }
        Point point = new Point(event.x, event.y);
        canvas.hover(layout.at(point));
        canvas.hoverClass(Math.max(layout.rowNameAt(point), layout.columnNameAt(point)));
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) != 0) {
            canvas.zoom(Math.signum(event.count), new Point(event.x, event.y));
            event.doit = false;
        } else {
            turn(event, (event.stateMask & SWT.SHIFT) != 0);
        }
    }

    private void turn(Event event, boolean horizontal) {
        event.doit = false;
        MatrixLayout layout = canvas.cells();
        if (layout == null) {
            return;
        }
        double distance = -event.count * 16.0;
        Cells columns = layout.columns();
        Cells rows = layout.rows();
        canvas.scroll(horizontal ? columns.scrolledTo(columns.scroll() + distance) : columns,
            horizontal ? rows : rows.scrolledTo(rows.scroll() + distance));
        canvas.hover(canvas.cells().at(new Point(event.x, event.y)));
    }

    private void scrollBar() {
        MatrixLayout layout = canvas.cells();
        if (layout != null) {
            Cells columns = layout.columns();
            Cells rows = layout.rows();
            boolean horizontal = canvas.getHorizontalBar().isEnabled();
            boolean vertical = canvas.getVerticalBar().isEnabled();
            canvas.scroll(horizontal ? columns.scrolledTo(canvas.getHorizontalBar().getSelection()) : columns,
                vertical ? rows.scrolledTo(canvas.getVerticalBar().getSelection()) : rows);
        }
    }
}
