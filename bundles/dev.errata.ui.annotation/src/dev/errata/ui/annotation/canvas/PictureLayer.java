package dev.errata.ui.annotation.canvas;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

import dev.errata.ui.annotation.geometry.Viewport;

/**
 * The picture behind the shapes. Larger than life it is painted directly. Smaller, it is painted quickly, single pixels picked
 * out of the one of several halved copies whose scale is nearest, while the view is zooming; as soon as the view rests, a well
 * averaged copy of what is seen is made in the background and painted from then on, pixel by pixel, also while the view moves.
 */
final class PictureLayer {

    /** From this scale on single pixels are shown as squares. */
    private static final double SQUARE_PIXELS = 4;

    /** The view rests when it did not change for this long, milliseconds. */
    private static final int REST = 70;

    /** A reduced picture up to this size is made as a whole, so that it still serves when the view moves; pixels. */
    private static final long WHOLE = 6_000_000;

    /** Copies are halved as long as they are larger than this on both sides, pixels. */
    private static final int SMALLEST_COPY = 512;

    private final Display display;
    private final Runnable repaint;
    private final List<PictureTiles> copies = new ArrayList<>();
    private ImageData data;
    private Viewport reducedFor;
    private Rectangle reducedAt;
    private PictureTiles reduced;
    private Viewport wanted;
    private int generation;

    /** @param repaint called on the UI thread when a better picture is ready */
    PictureLayer(Display display, Runnable repaint) {
        this.display = display;
        this.repaint = repaint;
    }

    boolean isEmpty() {
        return data == null;
    }

    /** Takes another picture, or none for null; disposes of the one before. */
    void setPicture(ImageData newData) {
        dispose();
        if (newData != null) {
            data = newData;
            copies.add(new PictureTiles(display, newData));
            halve(newData, generation);
        }
    }

    private void halve(ImageData source, int asked) {
        if (source.width <= SMALLEST_COPY || source.height <= SMALLEST_COPY) {
            return;
        }
        background("Halve picture", () -> { //$NON-NLS-1$
            ImageData half = PictureScaler.halve(source);
            foreground(() -> {
                if (asked == generation) {
                    copies.add(new PictureTiles(display, half));
                    halve(half, asked);
                }
            });
        });
    }

    /** Paints in device pixels. */
    void paint(GC gc, Viewport viewport) {
        if (data == null) {
            return;
        }
        Rectangle target = PictureScaler.covered(viewport, data.width, data.height);
        if (target.isEmpty()) {
            return;
        }
        if (viewport.scale() < 1) {
            if (paintReduced(gc, viewport, target)) {
                return;
            }
            waitForRest(viewport);
            gc.setInterpolation(SWT.NONE);
            int level = (int) Math.min(copies.size() - 1, Math.round(-Math.log(viewport.scale()) / Math.log(2)));
            paintCopy(gc, viewport, level);
        } else {
            gc.setInterpolation(viewport.scale() > SQUARE_PIXELS || viewport.scale() == 1 ? SWT.NONE : SWT.DEFAULT);
            paintCopy(gc, viewport, 0);
        }
    }

    /** @return whether there is a reduced copy of this scale that reaches far enough, with its pixels on those of the screen */
    private boolean paintReduced(GC gc, Viewport viewport, Rectangle target) {
        if (reduced == null || viewport.scale() != reducedFor.scale()) {
            return false;
        }
        double shiftX = (reducedFor.left() - viewport.left()) * viewport.scale();
        double shiftY = (reducedFor.top() - viewport.top()) * viewport.scale();
        int x = reducedAt.x + (int) Math.round(shiftX);
        int y = reducedAt.y + (int) Math.round(shiftY);
        boolean reaches = x <= target.x + 1 && y <= target.y + 1 && x + reducedAt.width >= target.x + target.width - 1
            && y + reducedAt.height >= target.y + target.height - 1;
        if (!reaches) {
            return false;
        }
        gc.setInterpolation(SWT.NONE);
        Rectangle seen = new Rectangle(x, y, reduced.width(), reduced.height())
            .intersection(new Rectangle(0, 0, viewport.width(), viewport.height()));
        reduced.paint(gc, new Rectangle(seen.x - x, seen.y - y, seen.width, seen.height), column -> x + column, row -> y + row);
        return true;
    }

    /**
     * Only the part that is seen: whole source pixels, so the part may stand out over the canvas by less than one.
     *
     * @param level how often the copy is halved
     */
    private void paintCopy(GC gc, Viewport viewport, int level) {
        PictureTiles copy = copies.get(level);
        double stepX = (double) data.width / copy.width();
        double stepY = (double) data.height / copy.height();
        int x = (int) Math.max(0, Math.floor(viewport.left() / stepX));
        int y = (int) Math.max(0, Math.floor(viewport.top() / stepY));
        int right = (int) Math.min(copy.width(), Math.ceil(viewport.imageX(viewport.width()) / stepX));
        int bottom = (int) Math.min(copy.height(), Math.ceil(viewport.imageY(viewport.height()) / stepY));
        if (right <= x || bottom <= y) {
            return;
        }
        copy.paint(gc, new Rectangle(x, y, right - x, bottom - y),
            column -> (int) Math.round(viewport.deviceX(column * stepX)), row -> (int) Math.round(viewport.deviceY(row * stepY)));
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
        Rectangle all = PictureScaler.all(viewport, source.width, source.height);
        Rectangle target = (long) all.width * all.height <= WHOLE ? all
            : PictureScaler.covered(viewport, source.width, source.height);
        background("Reduce picture", () -> { //$NON-NLS-1$
            ImageData result = PictureScaler.reduce(source, viewport, target);
            foreground(() -> {
                if (asked != generation || !viewport.equals(wanted)) {
                    return;
                }
                if (reduced != null) {
                    reduced.dispose();
                }
                reduced = new PictureTiles(display, result);
                reducedFor = viewport;
                reducedAt = target;
                repaint.run();
            });
        });
    }

    private static void background(String name, Runnable work) {
        Job job = Job.createSystem(name, monitor -> {
            work.run();
        });
        job.setPriority(Job.INTERACTIVE);
        job.schedule();
    }

    private void foreground(Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(work);
        }
    }

    void dispose() {
        generation++;
        wanted = null;
        reducedFor = null;
        copies.forEach(PictureTiles::dispose);
        copies.clear();
        if (reduced != null) {
            reduced.dispose();
        }
        reduced = null;
        data = null;
    }
}
