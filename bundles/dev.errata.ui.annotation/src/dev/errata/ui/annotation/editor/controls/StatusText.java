package dev.errata.ui.annotation.editor.controls;

import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Pointer;
import dev.errata.ui.annotation.tools.Preview;

/** The status line of the canvas: where the pointer is, how large the box is that is drawn or selected, and the zoom. */
public final class StatusText {

    private static final String GAP = "    "; //$NON-NLS-1$

    private StatusText() {
    }

    public static String of(AnnotationCanvas canvas) {
        StringBuilder text = new StringBuilder();
        text.append(NLS.bind(Messages.Status_zoom, Math.round(canvas.viewport().scale() * 100)));
        Pointer pointer = canvas.pointer();
        if (pointer != null) {
            text.append(GAP).append(NLS.bind(Messages.Status_position,
                (long) Math.floor(pointer.imageX(canvas.viewport())), (long) Math.floor(pointer.imageY(canvas.viewport()))));
        }
        Box box = box(canvas);
        if (box != null) {
            text.append(GAP).append(NLS.bind(Messages.Status_box,
                new Object[] {number(box.width()), number(box.height()), number(box.x()), number(box.y())}));
        }
        return text.toString();
    }

    private static Box box(AnnotationCanvas canvas) {
        Preview preview = canvas.preview();
        if (preview.rubber() != null) {
            return preview.rubber().box();
        }
        List<Shape> shapes = preview.changed().isEmpty() ? canvas.selection() : preview.changed();
        return shapes.size() == 1 ? shapes.get(0).box() : null;
    }

    /** To a tenth, without a zero behind the point. */
    private static String number(double value) {
        double tenth = Math.round(value * 10) / 10.0;
        return tenth == Math.rint(tenth) ? Long.toString((long) tenth) : Double.toString(tenth);
    }
}
