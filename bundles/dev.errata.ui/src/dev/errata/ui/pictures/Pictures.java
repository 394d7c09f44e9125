package dev.errata.ui.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.dataset.OpenDataset;
import dev.errata.formats.GroundTruth.ImageEntry;

/**
 * Decodes pictures and cuts crops out of them, in the background, with a bounded cache. Any thread may ask. What was asked for
 * last is done first; a request whose future was cancelled is not done at all.
 */
public final class Pictures {

    private static final Pictures INSTANCE = new Pictures(PictureLimits.ofHeap(Runtime.getRuntime().maxMemory()));
    private static final Pattern REMOTE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+://.*", Pattern.DOTALL); //$NON-NLS-1$

    private final LatestFirst workers = new LatestFirst("Errata pictures", //$NON-NLS-1$
        Math.max(2, Math.min(6, Runtime.getRuntime().availableProcessors() - 1)));
    private final ByteBoundedCache<Stamp, BufferedImage> decoded = new ByteBoundedCache<>(
        Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 5), image -> PixelBuffers.bytes(image));

    private final PictureDecoder decoder;

    /** @param limits what a file may cost */
    public Pictures(PictureLimits limits) {
        decoder = new PictureDecoder(limits);
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
        return workers.submit(() -> {
            BufferedImage picture = decode(dataset, image);
            Rectangle inside = region.intersection(new Rectangle(0, 0, picture.getWidth(), picture.getHeight()));
            if (inside.isEmpty()) {
                throw new PictureException(Messages.Picture_outside, null);
            }
            return new Crop(PixelBuffers.scaled(picture, inside, maxWidth, maxHeight), inside);
        });
    }

    /** The whole picture at full size, bounded in pixels. */
    public CompletableFuture<ImageData> picture(OpenDataset dataset, int image) {
        return workers.submit(() -> PixelBuffers.imageData(decode(dataset, image)));
    }

    private BufferedImage decode(OpenDataset dataset, int image) {
        ImageEntry entry = dataset.imageEntry(image);
        Path file = dataset.picture(image).orElseThrow(() -> new PictureException(
            REMOTE.matcher(entry.fileName()).matches() ? Messages.Picture_remote : Messages.Picture_notFound, null));
        return decoded.get(Stamp.of(file, entry),
            stamp -> decoder.decode(stamp.file, stamp.labelWidth, stamp.labelHeight));
    }

    /** A file at a time, as labels see it: when somebody replaces the file, it is another one. */
    private record Stamp(Path file, long bytes, long changed, int labelWidth, int labelHeight) {

        static Stamp of(Path file, ImageEntry entry) {
            try {
                BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(file, found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS), entry.width(),
                    entry.height());
            } catch (IOException gone) {
                throw new PictureException(Messages.Picture_notFound, gone);
            }
        }
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
