package dev.errata.ui.annotation.scene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.errata.ui.annotation.geometry.Box;

/** Finds the shapes at a position without asking them all: a grid of cells over the bounds of the shapes. */
final class ShapeIndex {

    /** Of equal boxes the annotation is on top; of nested ones the smaller: a prediction counts as twice its size. */
    private static final Comparator<Shape> TOP_FIRST =
        Comparator.comparingDouble(shape -> shape.box().area() * (shape.isPrediction() ? 2 : 1));

    private static final int CELLS = 32;

    private final List<Shape> shapes;
    private final Box bounds;
    private final int[][] cells = new int[CELLS * CELLS][];

    ShapeIndex(List<Shape> shapes) {
        this.shapes = shapes;
        Box all = null;
        for (Shape shape : shapes) {
            all = all == null ? shape.box() : all.union(shape.box());
        }
        bounds = all == null ? new Box(0, 0, 0, 0) : all;
        int[] counts = new int[CELLS * CELLS];
        for (int i = 0; i < shapes.size(); i++) {
            Box box = shapes.get(i).box();
            int right = column(box.right());
            int bottom = row(box.bottom());
            for (int row = row(box.y()); row <= bottom; row++) {
                for (int column = column(box.x()); column <= right; column++) {
                    int cell = row * CELLS + column;
                    if (cells[cell] == null) {
                        cells[cell] = new int[4];
                    } else if (counts[cell] == cells[cell].length) {
                        cells[cell] = Arrays.copyOf(cells[cell], counts[cell] * 2);
                    }
                    cells[cell][counts[cell]++] = i;
                }
            }
        }
        for (int cell = 0; cell < cells.length; cell++) {
            if (cells[cell] != null) {
                cells[cell] = Arrays.copyOf(cells[cell], counts[cell]);
            }
        }
    }

    /** The shapes at a position, the one on top first. */
    List<Shape> at(double x, double y, double reach) {
        List<Shape> found = new ArrayList<>();
        for (Shape shape : near(Box.between(x - reach, y - reach, x + reach, y + reach))) {
            if (shape.hit(x, y, reach)) {
                found.add(shape);
            }
        }
        found.sort(TOP_FIRST);
        return found;
    }

    /** Every shape whose bounds meet a box, in drawing order, once. */
    List<Shape> near(Box area) {
        if (shapes.isEmpty() || !bounds.intersects(area)) {
            return List.of();
        }
        boolean[] seen = new boolean[shapes.size()];
        int right = column(area.right());
        int bottom = row(area.bottom());
        for (int row = row(area.y()); row <= bottom; row++) {
            for (int column = column(area.x()); column <= right; column++) {
                int[] members = cells[row * CELLS + column];
                if (members != null) {
                    for (int member : members) {
                        seen[member] = true;
                    }
                }
            }
        }
        List<Shape> found = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            if (seen[i] && shapes.get(i).box().intersects(area)) {
                found.add(shapes.get(i));
            }
        }
        return found;
    }

    private int column(double x) {
        return cell(x - bounds.x(), bounds.width());
    }

    private int row(double y) {
        return cell(y - bounds.y(), bounds.height());
    }

    private static int cell(double offset, double extent) {
        return extent <= 0 ? 0 : (int) Math.max(0, Math.min(CELLS - 1, Math.floor(offset / extent * CELLS)));
    }
}
