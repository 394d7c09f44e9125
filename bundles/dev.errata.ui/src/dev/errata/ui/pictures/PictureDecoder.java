package dev.errata.ui.pictures;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.eclipse.osgi.util.NLS;

import dev.errata.formats.files.ImageHeader;
import dev.errata.ui.pictures.Pictures.PictureException;

/**
 * Reads a picture file, of several pictures the first. The size in its header is checked before anything is decoded, and memory
 * and time are bounded: files are not to be trusted.
 */
final class PictureDecoder {

    private static final int KEPT_BYTES = 3;
    private static final int USUAL_BITS = 32;
    private static final int BEGINNING = 512;

    private final PictureLimits limits;
    private final MemoryPermit memory;

    PictureDecoder(PictureLimits limits) {
        this.limits = limits;
        memory = new MemoryPermit(limits.bytes());
    }

    /**
     * Decodes a picture and turns it the way its labels were drawn.
     *
     * @param labelWidth the width that the labels state, pixels; 0 where they don't
     * @param labelHeight the height that the labels state, pixels; 0 where they don't
     */
    BufferedImage decode(Path file, int labelWidth, int labelHeight) {
        if (!Files.isRegularFile(file)) {
            throw new PictureException(Messages.Picture_notFound, null);
        }
        try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
            Optional<ImageHeader> header = ImageHeader.read(file);
            if (header.isPresent()) {
                check(header.get().width(), header.get().height());
            }
            Optional<ImageReader> found = PictureReaders.of(input);
            if (found.isEmpty()) {
                throw new PictureException(whyNone(file), null);
            }
            ImageReader reader = found.get();
            try {
                FirstFrame.requireWhole(input);
                reader.setInput(input, true, true);
                return decode(reader, header, labelWidth, labelHeight);
            } finally {
                reader.dispose();
            }
        } catch (PictureException said) {
            throw said;
        } catch (Watchdog.TooLongException failure) {
            throw new PictureException(Messages.Picture_tooSlow, failure);
        } catch (IOException failure) {
            throw new PictureException(isCut(failure) ? Messages.Picture_cut : Messages.Picture_damaged, failure);
        } catch (RuntimeException failure) {
            // decoders throw all sorts on crafted files
            throw new PictureException(Messages.Picture_damaged, failure);
        } catch (OutOfMemoryError failure) {
            throw new PictureException(Messages.Picture_unreadable, failure);
        }
    }

    private BufferedImage decode(ImageReader reader, Optional<ImageHeader> header, int labelWidth, int labelHeight)
        throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        check(width, height);
        try (MemoryPermit.Grant grant = memory.take(bytes(reader, width, height))) {
            BufferedImage stored = Watchdog.guard(reader, limits.time(), () -> FirstFrame.read(reader, header));
            int orientation = header.map(ImageHeader::orientation).orElse(1);
            // most label tools turn pictures as their cameras say; those that don't state the size of the unturned one
            boolean unturned = orientation > 4 && labelWidth == width && labelHeight == height && width != height;
            return Orientation.of(unturned ? 1 : orientation).apply(ScreenColours.of(stored));
        }
    }

    /** What decoding takes: the picture as decoded, as kept, and turned. */
    private static long bytes(ImageReader reader, int width, int height) throws IOException {
        ImageTypeSpecifier raw = reader.getRawImageType(0);
        int bits = 0;
        for (int band = 0; raw != null && band < raw.getNumBands(); band++) {
            bits += raw.getBitsPerBand(band);
        }
        return (long) width * height * ((bits == 0 ? USUAL_BITS : bits) / 8 + 2 * KEPT_BYTES);
    }

    private void check(int width, int height) {
        long pixels = (long) width * height;
        if (pixels > limits.pixels()) {
            throw new PictureException(NLS.bind(Messages.Picture_tooLarge, text(pixels), text(limits.pixels())), null);
        }
    }

    private static String text(long pixels) {
        if (pixels >= 1_000_000_000) {
            return NLS.bind(Messages.Picture_gigapixels, pixels / 1_000_000_000);
        }
        return pixels >= 1_000_000 ? NLS.bind(Messages.Picture_megapixels, pixels / 1_000_000)
            : NLS.bind(Messages.Picture_pixels, pixels);
    }

    private static boolean isCut(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    /** Downloads that failed leave empty files and pages that say so under the picture's name. */
    private static String whyNone(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return Messages.Picture_empty;
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BEGINNING);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean page = text.contains("<!doctype html") || text.contains("<html"); //$NON-NLS-1$ //$NON-NLS-2$
        return page ? Messages.Picture_webPage : Messages.Picture_notAPicture;
    }
}
