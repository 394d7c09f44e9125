package dev.errata.ui.pictures;

import java.util.concurrent.CompletableFuture;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.dataset.OpenDataset;

/** Decodes pictures and cuts crops out of them, in the background, with a bounded cache. Any thread may ask. */
public final class Pictures {

    private static final Pictures INSTANCE = new Pictures();

    private Pictures() {
    }

    public static Pictures get() {
        return INSTANCE;
    }

    /**
     * A part of a picture, scaled.
     *
     * @param region in image pixels; what lies outside the picture is left out
     * @param maxWidth the result is at most this wide, device pixels
     * @param maxHeight the result is at most this high, device pixels
     * @return completes on a background thread; exceptionally with a {@link PictureException} that says why there is none
     */
    public CompletableFuture<Crop> crop(OpenDataset dataset, int image, Rectangle region, int maxWidth, int maxHeight) {
        throw new IllegalStateException();
    }

    /** The whole picture at full size, bounded in pixels. */
    public CompletableFuture<ImageData> picture(OpenDataset dataset, int image) {
        throw new IllegalStateException();
    }

    /**
     * Pixels cut out of a picture.
     *
     * @param pixels scaled
     * @param region the part of the picture that they show, image pixels: the one asked for, cut at the picture's edges
     */
    public record Crop(ImageData pixels, Rectangle region) {
    }

    /** There is no picture; the message is for a tile: short. */
    public static final class PictureException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public PictureException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
