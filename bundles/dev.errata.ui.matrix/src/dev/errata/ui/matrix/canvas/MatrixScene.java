package dev.errata.ui.matrix.canvas;

import java.util.BitSet;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.matrix.layout.MatrixLayout;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;

/**
 * Everything that one painting of the matrix shows.
 *
 * @param selected the selected cell, or null
 * @param hovered the cell under the pointer, or null
 * @param focused whether the canvas has the keyboard
 * @param found the classes that the person looks for; empty for none
 * @param visible the part of the canvas that is painted: beyond it are other parts of the window while that becomes smaller
 */
record MatrixScene(MatrixModel model, MatrixLayout layout, MatrixOptions options, ClassPair selected, ClassPair hovered,
    boolean focused, BitSet found, Rectangle visible) {

    /** Restricts drawing to a part of what is painted. */
    void clip(GC gc, Rectangle part) {
        gc.setClipping(part.intersection(visible));
    }

    /** The class, or the background, at a position along either axis. */
    int label(int position) {
        return layout.order().label(position);
    }

    boolean isFound(int position) {
        return found.get(label(position));
    }

    boolean isRowMarked(int position) {
        int row = label(position);
        return selected != null && selected.groundTruth() == row || hovered != null && hovered.groundTruth() == row;
    }

    boolean isColumnMarked(int position) {
        int column = label(position);
        return selected != null && selected.predicted() == column || hovered != null && hovered.predicted() == column;
    }
}
