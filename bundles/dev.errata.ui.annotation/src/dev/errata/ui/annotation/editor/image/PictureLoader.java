package dev.errata.ui.annotation.editor.image;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.pictures.Pictures.Crop;
import dev.errata.ui.pictures.Pictures;

/** Brings the picture of an image onto the canvas, after its labels, and gets the next one ready. */
final class PictureLoader {

    /** Nothing is said about loading before this long, milliseconds: most pictures are there sooner. */
    private static final int SILENCE = 250;

    private final AnnotationCanvas canvas;
    private final Display display;
    private int generation;
    private CompletableFuture<ImageData> loading;
    private CompletableFuture<Crop> preparing;
    private boolean labelsShown;
    private Runnable ready;

    PictureLoader(AnnotationCanvas canvas) {
        this.canvas = canvas;
        display = canvas.getDisplay();
    }

    /** Starts to load; what was being loaded before is forgotten. */
    void load(OpenDataset dataset, int image) {
        int asked = ++generation;
        labelsShown = false;
        ready = null;
        if (loading != null) {
            loading.cancel(false);
        }
        loading = Pictures.get().picture(dataset, image);
        loading.whenComplete((data, failure) -> {
            if (!display.isDisposed()) {
                display.asyncExec(() -> arrived(asked, data, failure));
            }
        });
        display.timerExec(SILENCE, () -> {
            if (asked == generation && ready == null && !canvas.isDisposed()) {
                canvas.setMessage(Messages.Editor_loading);
            }
        });
    }

    private void arrived(int asked, ImageData data, Throwable failure) {
        if (asked != generation || canvas.isDisposed()) {
            return;
        }
        ready = () -> {
            if (failure == null) {
                canvas.setMessage(""); //$NON-NLS-1$
                canvas.setPicture(data);
            } else {
                Throwable cause = failure instanceof CompletionException && failure.getCause() != null
                    ? failure.getCause() : failure;
                canvas.setMessage(NLS.bind(Messages.Editor_noPicture, cause.getMessage()));
            }
        };
        if (labelsShown) {
            ready.run();
        }
    }

    /** The labels are on the canvas: the picture may follow. */
    void show() {
        labelsShown = true;
        canvas.setMessage(""); //$NON-NLS-1$
        if (ready != null) {
            ready.run();
        }
    }

    /** Decodes a picture that may be wanted next. */
    void prepare(OpenDataset dataset, int image) {
        if (preparing != null) {
            preparing.cancel(false);
        }
        preparing = Pictures.get().crop(dataset, image, new Rectangle(0, 0, 1, 1), 1, 1);
    }
}
