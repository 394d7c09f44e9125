package dev.errata.ui.annotation.canvas;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

import dev.errata.ui.annotation.geometry.Viewport;

/**
 * The picture behind the shapes. Larger than life it is painted directly. Reduced it is painted quickly, single pixels picked,
 * while the view is moving; as soon as the view rests, a well averaged copy of what is seen is made in the background and painted
 * from then on, pixel by pixel.
 */
final class PictureLayer {

    /** From this scale on single pixels are shown as squares. */
    private static final double SQUARE_PIXELS = 4;

    /** The view rests when it did not change for this long, milliseconds. */
    private static final int REST = 70;

    private final Display display;
    private final Runnable repaint;
    private ImageData data;
    private Image image;
    private Viewport reducedFor;
    private Rectangle reducedAt;
    private Image reduced;
    private Viewport wanted;
    private int generation;

    /** @param repaint called on the UI thread when a better picture is ready */
    PictureLayer(Display display, Runnable repaint) {
        this.display = display;
        this.repaint = repaint;
    }

    boolean isEmpty() {
        return image == null;
    }

    /** Takes another picture, or none for null; disposes of the one before. */
    void setPicture(ImageData newData, Image newImage) {
        dispose();
        data = newData;
        image = newImage;
    }

    /** Paints in device pixels. */
    void paint(GC gc, Viewport viewport) {
        if (image == null) {
            return;
        }
        Rectangle target = PictureScaler.covered(viewport, data.width, data.height);
        if (target.isEmpty()) {
            return;
        }
        if (viewport.scale() < 1) {
            if (reduced != null && viewport.equals(reducedFor)) {
                gc.drawImage(reduced, reducedAt.x, reducedAt.y);
                return;
            }
            waitForRest(viewport);
            gc.setInterpolation(SWT.NONE);
        } else {
            gc.setInterpolation(viewport.scale() > SQUARE_PIXELS || viewport.scale() == 1 ? SWT.NONE : SWT.DEFAULT);
        }
        paintPart(gc, viewport);
    }

    /** Only the part that is seen: whole source pixels, so the part may stand out over the canvas by less than one. */
    private void paintPart(GC gc, Viewport viewport) {
        int x = (int) Math.max(0, Math.floor(viewport.left()));
        int y = (int) Math.max(0, Math.floor(viewport.top()));
        int right = (int) Math.min(data.width, Math.ceil(viewport.imageX(viewport.width())));
        int bottom = (int) Math.min(data.height, Math.ceil(viewport.imageY(viewport.height())));
        if (right <= x || bottom <= y) {
            return;
        }
        int deviceX = (int) Math.round(viewport.deviceX(x));
        int deviceY = (int) Math.round(viewport.deviceY(y));
        int deviceWidth = (int) Math.round(viewport.deviceX(right)) - deviceX;
        int deviceHeight = (int) Math.round(viewport.deviceY(bottom)) - deviceY;
        gc.drawImage(image, x, y, right - x, bottom - y, deviceX, deviceY, Math.max(1, deviceWidth), Math.max(1, deviceHeight));
    }

    private void waitForRest(Viewport viewport) {
        if (viewport.equals(wanted)) {
            return;
        }
        wanted = viewport;
        int asked = generation;
        display.timerExec(REST, () -> {
            if (asked == generation && viewport.equals(wanted)) {
                reduce(viewport, asked);
            }
        });
    }

    private void reduce(Viewport viewport, int asked) {
        ImageData source = data;
        Rectangle target = PictureScaler.covered(viewport, source.width, source.height);
        Job job = Job.createSystem("Reduce picture", monitor -> { //$NON-NLS-1$
            Image result = new Image(display, PictureScaler.reduce(source, viewport, target));
            if (display.isDisposed()) {
                return;
            }
            display.asyncExec(() -> {
                if (asked != generation || !viewport.equals(wanted)) {
                    result.dispose();
                    return;
                }
                if (reduced != null) {
                    reduced.dispose();
                }
                reduced = result;
                reducedFor = viewport;
                reducedAt = target;
                repaint.run();
            });
        });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    void dispose() {
        generation++;
        wanted = null;
        reducedFor = null;
        if (image != null) {
            image.dispose();
        }
        if (reduced != null) {
            reduced.dispose();
        }
        image = null;
        reduced = null;
        data = null;
    }
}
