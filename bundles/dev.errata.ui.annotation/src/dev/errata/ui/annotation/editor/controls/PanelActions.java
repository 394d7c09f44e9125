package dev.errata.ui.annotation.editor.controls;

import java.util.List;

import org.eclipse.swt.graphics.Point;

import dev.errata.dataset.model.Annotation;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.editor.image.DrawingClass;
import dev.errata.ui.annotation.editor.image.ImageDisplay;
import dev.errata.ui.annotation.editor.image.LabelEdits;
import dev.errata.ui.annotation.editor.image.Overlay;
import dev.errata.ui.annotation.scene.Shape;

/** Does what the controls beside a canvas ask for. */
public final class PanelActions implements SidePanel.Client {

    private final AnnotationCanvas canvas;
    private final ImageDisplay display;
    private final LabelEdits edits;
    private DrawingClass drawing;

    public PanelActions(AnnotationCanvas canvas, ImageDisplay display, LabelEdits edits) {
        this.canvas = canvas;
        this.display = display;
        this.edits = edits;
    }

    /** The class of what is drawn is shown in the panel, and so made after it. */
    public void setDrawingClass(DrawingClass chosen) {
        drawing = chosen;
    }

    @Override
    public void chooseDrawingClass(Point location) {
        drawing.choose(location);
    }

    @Override
    public void showPredictions(Overlay chosen, double least) {
        display.showPredictions(chosen, least);
    }

    @Override
    public void select(List<Shape> shapes) {
        canvas.select(shapes);
        if (!shapes.isEmpty()) {
            canvas.reveal(shapes.get(0));
        }
    }

    @Override
    public boolean mayChange(Shape shape) {
        return canvas.editable() && !canvas.scene().isLocked(shape);
    }

    @Override
    public void setAttribute(Annotation annotation, String key, String value) {
        edits.setAttribute(annotation, key, value);
    }

    @Override
    public void setCrowd(Annotation annotation, boolean crowd) {
        edits.setCrowd(annotation, crowd);
    }
}
