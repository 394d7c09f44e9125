package dev.errata.ui.matrix.canvas;


import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.matrix.layout.Cells;
import dev.errata.ui.matrix.model.CellNumbers;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;

/** Paints the visible cells: colour, hatch, number, lines, and the marks of the selected cell and the one under the pointer. */
final class BodyPainter {

    private static final int HATCH = 5;

    private final GC gc;
    private final MatrixScene scene;
    private final MatrixColours colours;
    private final MatrixFonts fonts;
    private final Cells columns;
    private final Cells rows;
    private final Rectangle body;

    BodyPainter(GC gc, MatrixScene scene, MatrixColours colours, MatrixFonts fonts) {
        this.gc = gc;
        this.scene = scene;
        this.colours = colours;
        this.fonts = fonts;
        this.columns = scene.layout().columns();
        this.rows = scene.layout().rows();
        this.body = scene.layout().body();
    }

    /** @param tiny the picture of the cells where they are tiny, otherwise null */
    void paint(Image tiny) {
        scene.clip(gc, body);
        if (tiny != null) {
            gc.drawImage(tiny, body.x, body.y);
        } else {
            lines();
            fill();
            numbers();
        }
        background();
        scene.clip(gc, scene.layout().area());
        gc.setForeground(colours.faded(0.25));
        gc.drawRectangle(body.x - 1, body.y - 1, body.width, body.height);
        mark();
    }

    private void lines() {
        if (Math.min(columns.length(), rows.length()) < 9) {
            return;
        }
        gc.setForeground(colours.faded(0.06));
        for (int column = columns.first(); column <= columns.last(); column++) {
            int x = columns.edge(column + 1) - 1;
            gc.drawLine(x, body.y, x, body.y + body.height);
        }
        for (int row = rows.first(); row <= rows.last(); row++) {
            int y = rows.edge(row + 1) - 1;
            gc.drawLine(body.x, y, body.x + body.width, y);
        }
    }

    private void fill() {
        int gap = Math.min(columns.length(), rows.length()) < 9 ? 0 : 1;
        for (int row = rows.first(); row <= rows.last(); row++) {
            int y = rows.edge(row);
            int height = rows.lengthOf(row) - gap;
            int label = scene.label(row);
            for (int column = columns.first(); column <= columns.last(); column++) {
                int predicted = scene.label(column);
                boolean match = scene.model().agrees(label, predicted);
                int step = scene.options().step(scene.model(), label, predicted);
                if (step < 0 && !match) {
                    continue;
                }
                Rectangle cell = new Rectangle(columns.edge(column), y, columns.lengthOf(column) - gap, height);
                if (step >= 0) {
                    gc.setBackground(colours.cell(match, step));
                    gc.fillRectangle(cell);
                }
                if (match) {
                    hatch(cell, step < 0 ? colours.faded(0.13) : colours.hatch(true, step));
                }
            }
        }
    }

    /** A match is told by its hatch, not by its colour alone. */
    private void hatch(Rectangle cell, Color colour) {
        if (cell.width < 2 * HATCH || cell.height < 2 * HATCH) {
            return;
        }
        scene.clip(gc, cell.intersection(body));
        gc.setForeground(colour);
        for (int offset = HATCH; offset < cell.width + cell.height; offset += HATCH) {
            gc.drawLine(cell.x + offset - cell.height, cell.y + cell.height, cell.x + offset, cell.y);
        }
        scene.clip(gc, body);
    }

    private void numbers() {
        int size = numberSize();
        if (size < 0) {
            return;
        }
        for (int row = rows.first(); row <= rows.last(); row++) {
            for (int column = columns.first(); column <= columns.last(); column++) {
                int step = scene.options().step(scene.model(), scene.label(row), scene.label(column));
                if (step >= 0) {
                    number(row, column, step, size);
                }
            }
        }
    }

    /** The largest numbers are the longest: they come in a smaller font rather than not at all. */
    private void number(int row, int column, int step, int largest) {
        MatrixModel model = scene.model();
        int label = scene.label(row);
        int predicted = scene.label(column);
        int room = columns.lengthOf(column) - 2;
        MatrixFonts.Fitting number = fonts.fitting(gc, largest,
            CellNumbers.choices(model, label, predicted, scene.options().normalisation()), room);
        if (number == null) {
            return;
        }
        int height = fonts.height(number.size());
        int width = fonts.width(gc, number.size(), number.text());
        int x = columns.edge(column) + (room + 1 - width) / 2;
        int y = rows.edge(row) + (rows.lengthOf(row) - 1 - height) / 2;
        if (model.agrees(label, predicted)) {
            // no hatch behind the number
            gc.setBackground(colours.cell(true, step));
            Rectangle ground = new Rectangle(x - 2, y, width + 4, height);
            gc.fillRectangle(ground.intersection(new Rectangle(columns.edge(column), rows.edge(row),
                columns.lengthOf(column) - 1, rows.lengthOf(row) - 1)));
        }
        gc.setFont(fonts.number(number.size()));
        gc.setForeground(colours.text(model.agrees(label, predicted), step));
        gc.drawString(number.text(), x, y, true);
    }

    /** The largest font in which three characters fit, the same for most cells; -1 where none does. */
    private int numberSize() {
        for (int size = 0; size < fonts.sizes(); size++) {
            if (fonts.height(size) <= rows.length() + 1 && fonts.width(gc, size, "888") <= Math.floor(columns.length()) - 2) {
                return size;
            }
        }
        return -1;
    }

    /** Lines that set the background row and column apart, and a cross in the cell that stays empty. */
    private void background() {
        int last = scene.layout().order().count() - 1;
        gc.setForeground(colours.faded(0.45));
        int x = columns.edge(last) - 1;
        int y = rows.edge(last) - 1;
        gc.drawLine(x, body.y, x, body.y + body.height);
        gc.drawLine(body.x, y, body.x + body.width, y);
        Rectangle corner = scene.layout().bounds(new ClassPair(scene.label(last), scene.label(last)));
        if (corner.intersects(body) && corner.width > 4) {
            gc.setBackground(colours.faded(0.06));
            gc.fillRectangle(corner);
        }
    }

    /** Two outlines of different lightness: one of them is visible on every colour. */
    private void mark() {
        scene.clip(gc, new Rectangle(body.x - 2, body.y - 2, body.width + 4, body.height + 4));
        if (scene.hovered() != null && !scene.hovered().equals(scene.selected())
            && scene.layout().order().shows(scene.hovered())) {
            outline(scene.layout().bounds(scene.hovered()), colours.faded(0.75), 1);
        }
        if (scene.selected() != null && scene.layout().order().shows(scene.selected())) {
            Rectangle cell = scene.layout().bounds(scene.selected());
            outline(cell, colours.background(), scene.focused() ? 4 : 3);
            outline(cell, scene.focused() ? colours.selection() : colours.faded(0.8), scene.focused() ? 3 : 2);
            if (scene.focused() && cell.width > 12 && cell.height > 12) {
                gc.setForeground(colours.foreground());
                gc.setLineStyle(SWT.LINE_DOT);
                gc.drawRectangle(cell.x + 2, cell.y + 2, cell.width - 6, cell.height - 6);
                gc.setLineStyle(SWT.LINE_SOLID);
            }
        }
        scene.clip(gc, scene.layout().area());
    }

    /** A frame just outside of the cell's inner edge; tiny cells get one around them that can be seen. */
    private void outline(Rectangle cell, Color colour, int width) {
        int grow = Math.max(0, (7 - Math.min(cell.width, cell.height)) / 2);
        gc.setBackground(colour);
        int x = cell.x - grow - width + 1;
        int y = cell.y - grow - width + 1;
        int w = cell.width + 2 * grow + 2 * width - 3;
        int h = cell.height + 2 * grow + 2 * width - 3;
        gc.fillRectangle(x, y, w, width);
        gc.fillRectangle(x, y + h - width, w, width);
        gc.fillRectangle(x, y, width, h);
        gc.fillRectangle(x + w - width, y, width, h);
    }
}
