package dev.errata.ui.matrix.canvas;


import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

import dev.errata.ui.matrix.layout.Cells;
import dev.errata.ui.matrix.layout.Labels;
import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.CountFormat;
import dev.errata.ui.matrix.model.MatrixModel;

/** Paints what stays in place while cells scroll: the titles of the axes, the class names and the totals. */
final class HeaderPainter {

    private static final int PAD = MatrixLayout.PAD;

    private final GC gc;
    private final MatrixScene scene;
    private final MatrixColours colours;
    private final MatrixFonts fonts;
    private final MatrixModel model;
    private final MatrixLayout layout;
    private final boolean[] namedRows;

    HeaderPainter(GC gc, MatrixScene scene, MatrixColours colours, MatrixFonts fonts) {
        this.gc = gc;
        this.scene = scene;
        this.colours = colours;
        this.fonts = fonts;
        this.model = scene.model();
        this.layout = scene.layout();
        namedRows = Labels.choose(layout.rows(), fonts.line(), scene::isRowMarked, scene::isFound);
    }

    void paint() {
        titles();
        rowNames();
        columnNames();
        totals();
    }

    private void titles() {
        int titles = layout.titles();
        if (titles == 0) {
            return;
        }
        gc.setFont(fonts.normal());
        gc.setForeground(colours.muted());
        Rectangle header = layout.columnHeader();
        String predicted = Messages.Axis_Predicted;
        int width = gc.stringExtent(predicted).x;
        gc.drawString(predicted, header.x + Math.max(0, (header.width - width) / 2), 2, true);
        Rectangle side = layout.rowHeader();
        String groundTruth = Messages.Axis_GroundTruth;
        int length = gc.stringExtent(groundTruth).x;
        turned(0, side.y + side.height, () -> gc.drawString(groundTruth, Math.max(0, (side.height - length) / 2), 2, true));
    }

    /** Draws with the x axis upwards and the y axis to the right, from a point. */
    private void turned(int x, int y, Runnable drawing) {
        Transform transform = new Transform(gc.getDevice());
        try {
            transform.translate(x, y);
            transform.rotate(-90);
            gc.setTransform(transform);
            drawing.run();
        } finally {
            gc.setTransform(null);
            transform.dispose();
        }
    }

    private void rowNames() {
        Rectangle header = layout.rowHeader();
        Cells rows = layout.rows();
        for (int row = rows.first(); row <= rows.last(); row++) {
            if (namedRows[row]) {
                rowName(row, rows, header);
            }
        }
    }

    private void rowName(int row, Cells rows, Rectangle header) {
        int height = Math.max(rows.lengthOf(row), fonts.line());
        int y = rows.lengthOf(row) >= height ? rows.edge(row) : Labels.start(rows, row, height);
        boolean marked = scene.isRowMarked(row);
        scene.clip(gc, header);
        Color ground = ground(marked, scene.isFound(row));
        gc.setBackground(ground);
        if (marked || scene.isFound(row)) {
            gc.fillRectangle(header.x, y, header.width - 1, height);
        }
        int room = header.width - 2 * PAD;
        String name = fonts.shortened(gc, model.name(scene.label(row)), room);
        style(row, marked, ground);
        gc.drawString(name, header.x + PAD + room - gc.stringExtent(name).x, y + (height - fonts.line()) / 2, true);
        clip();
    }

    private void columnNames() {
        Rectangle header = layout.columnHeader();
        Cells columns = layout.columns();
        if (layout.upright()) {
            scene.clip(gc, header);
            for (int column = columns.first(); column <= columns.last(); column++) {
                uprightName(column, columns, header);
            }
            clip();
            return;
        }
        boolean[] named = Labels.choose(columns, fonts.line(), scene::isColumnMarked, scene::isFound);
        scene.clip(gc, header);
        turned(header.x, header.y + header.height, () -> {
            for (int column = columns.first(); column <= columns.last(); column++) {
                if (named[column]) {
                    turnedName(column, columns, header);
                }
            }
        });
        clip();
    }

    private void uprightName(int column, Cells columns, Rectangle header) {
        boolean marked = scene.isColumnMarked(column);
        Color ground = ground(marked, scene.isFound(column));
        gc.setBackground(ground);
        int x = columns.edge(column);
        int width = columns.lengthOf(column) - 1;
        if (marked || scene.isFound(column)) {
            gc.fillRectangle(x, header.y, width, header.height - 1);
        }
        String name = fonts.shortened(gc, model.name(scene.label(column)), width - 4);
        style(column, marked, ground);
        gc.drawString(name, x + (width - gc.stringExtent(name).x) / 2, header.y + (header.height - fonts.line()) / 2, true);
    }

    private void turnedName(int column, Cells columns, Rectangle header) {
        int width = Math.max(columns.lengthOf(column), fonts.line());
        int y = (columns.lengthOf(column) >= width ? columns.edge(column) : Labels.start(columns, column, width)) - header.x;
        boolean marked = scene.isColumnMarked(column);
        Color ground = ground(marked, scene.isFound(column));
        gc.setBackground(ground);
        if (marked || scene.isFound(column)) {
            gc.fillRectangle(1, y, header.height - 1, width);
        }
        String name = fonts.shortened(gc, model.name(scene.label(column)), header.height - 2 * PAD);
        style(column, marked, ground);
        gc.drawString(name, PAD, y + (width - fonts.line()) / 2, true);
    }

    /** Behind the name: found classes have the theme's colour, marked ones a shade of the foreground. */
    private Color ground(boolean marked, boolean found) {
        if (found) {
            return colours.found();
        }
        return marked ? colours.faded(0.14) : colours.background();
    }

    private void style(int index, boolean marked, Color ground) {
        gc.setFont(marked ? fonts.bold() : scene.label(index) == model.background() ? fonts.italic() : fonts.normal());
        boolean searching = !scene.found().isEmpty();
        if (scene.isFound(index)) {
            gc.setForeground(MatrixColours.textOn(ground));
        } else {
            gc.setForeground(searching && !marked ? colours.muted() : colours.foreground());
        }
    }

    private void totals() {
        Rectangle right = layout.rowTotals();
        Rectangle below = layout.columnTotals();
        gc.setFont(fonts.normal());
        gc.setForeground(colours.muted());
        Cells rows = layout.rows();
        scene.clip(gc, right);
        for (int row = rows.first(); row <= rows.last(); row++) {
            if (namedRows[row]) {
                String total = CountFormat.full(model.rowTotal(scene.label(row)));
                gc.drawString(total, right.x + right.width - PAD - fonts.width(gc, 0, total),
                    Labels.start(rows, row, fonts.line()), true);
            }
        }
        columnTotals(below);
        clip();
        corner(right, below);
    }

    private void columnTotals(Rectangle below) {
        Cells columns = layout.columns();
        scene.clip(gc, below);
        int size = 0;
        while (size < fonts.sizes() - 1 && fonts.width(gc, size, "8.8k") > columns.length() - 2) {
            size++;
        }
        for (int column = columns.first(); column <= columns.last(); column++) {
            int room = columns.lengthOf(column) - 2;
            MatrixFonts.Fitting total = fonts.fitting(gc, size,
                CountFormat.choices(model.columnTotal(scene.label(column))), room);
            if (total != null) {
                gc.setFont(fonts.number(total.size()));
                gc.drawString(total.text(), columns.edge(column) + (room - fonts.width(gc, total.size(), total.text())) / 2,
                    below.y + (below.height - fonts.height(total.size())) / 2, true);
            }
        }
    }

    private void corner(Rectangle right, Rectangle below) {
        gc.setFont(fonts.normal());
        Rectangle side = layout.rowHeader();
        String label = Messages.Axis_Total;
        int width = gc.stringExtent(label).x;
        gc.drawString(label, side.x + side.width - PAD - width, below.y + (below.height - fonts.line()) / 2, true);
        Rectangle top = layout.columnHeader();
        if (layout.upright()) {
            gc.drawString(label, right.x + right.width - PAD - width, top.y + (top.height - fonts.line()) / 2, true);
        } else {
            turned(right.x, top.y + top.height, () -> gc.drawString(label, PAD, (right.width - fonts.line()) / 2, true));
        }
        gc.setForeground(colours.foreground());
        gc.setFont(fonts.bold());
        String total = CountFormat.full(model.total());
        gc.drawString(total, right.x + right.width - PAD - fonts.nameWidth(gc, total),
            below.y + (below.height - fonts.line()) / 2, true);
    }

    /** All of the canvas that is painted now. */
    private void clip() {
        scene.clip(gc, layout.area());
    }
}
