package dev.errata.ui.annotation.canvas;

import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Viewport;

/** Which part of the image a canvas shows, and how large; after the canvas got another size, too. */
final class CanvasView {

    private final AnnotationCanvas canvas;
    private final CanvasScroll scroll;
    private final Runnable moved;
    private Viewport viewport = Viewport.fit(1, 1, 1, 1);
    /** What the view keeps showing as large as it can be, until the person moves it. */
    private Runnable fitting = this::fit;

    /** @param moved runs whenever something else may be shown */
    CanvasView(AnnotationCanvas canvas, Runnable moved) {
        this.canvas = canvas;
        this.moved = moved;
        scroll = new CanvasScroll(canvas, canvas);
    }

    Viewport viewport() {
        return viewport;
    }

    /** The person wants to see this, whatever was fitted before. */
    void show(Viewport next) {
        fitting = null;
        change(next);
    }

    private void change(Viewport next) {
        if (!next.equals(viewport)) {
            viewport = next;
            canvas.redraw();
        }
        scroll.update(viewport);
        moved.run();
    }

    /** All of the image, also after the canvas got another size. */
    void fit() {
        Rectangle area = canvas.getClientArea();
        Box extent = canvas.extent();
        change(Viewport.fit(device(area.width), device(area.height), extent.right(), extent.bottom()));
        fitting = this::fit;
    }

    private int device(int points) {
        return (int) Math.round(points * canvas.density());
    }

    /** A box with what is around it. */
    void zoomTo(Box box) {
        fit();
        change(viewport.showing(box, 0.3, 8 * canvas.density()));
        fitting = () -> zoomTo(box);
    }

    /** A box, without moving more than is needed. */
    void reveal(Box box) {
        Viewport seen = viewport.revealing(box.grown(8 / viewport.scale()));
        if (!seen.equals(viewport)) {
            show(seen);
        }
    }

    /** The image has another size. */
    void resizedImage(int width, int height) {
        if (fitting != null) {
            fitting.run();
        } else {
            show(new Viewport(viewport.scale(), viewport.left(), viewport.top(), viewport.width(), viewport.height(),
                width, height));
        }
    }

    /** The canvas has another size. */
    void resized() {
        if (fitting != null) {
            fitting.run();
        } else {
            Rectangle area = canvas.getClientArea();
            change(viewport.resized(device(area.width), device(area.height)));
        }
    }
}
