package dev.errata.ui.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import org.eclipse.osgi.util.NLS;

import dev.errata.ui.pictures.Pictures.PictureException;

/** Reads a picture file. The size in its header is checked before anything is decoded: files are not to be trusted. */
final class PictureDecoder {

    /** 100 million pixels, or what fits into a quarter of the memory with three bytes each. */
    static final long MAX_PIXELS = Math.min(100_000_000L, Runtime.getRuntime().maxMemory() / 12);

    private PictureDecoder() {
    }

    /**
     * Decodes a picture and turns it the way its labels were drawn.
     *
     * @param labelSize the width and height that the labels state, pixels; 0 where they don't; asked only where it matters
     */
    static BufferedImage decode(Path file, Supplier<int[]> labelSize) {
        if (!Files.isRegularFile(file)) {
            throw new PictureException(Messages.Picture_notFound, null);
        }
        try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new PictureException(Messages.Picture_notAPicture, null);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                check(reader.getWidth(0), reader.getHeight(0));
                BufferedImage upright = PixelBuffers.normalised(reader.read(0));
                return orientation(file, reader, labelSize).apply(upright);
            } finally {
                reader.dispose();
            }
        } catch (IOException failure) {
            throw new PictureException(Messages.Picture_damaged, failure);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException failure) {
            // what the decoders of the Java runtime throw on crafted files
            throw new PictureException(Messages.Picture_damaged, failure);
        } catch (OutOfMemoryError failure) {
            throw new PictureException(Messages.Picture_unreadable, failure);
        }
    }

    private static void check(int width, int height) {
        long pixels = (long) width * height;
        if (pixels > MAX_PIXELS) {
            String size = pixels >= 1_000_000_000 ? NLS.bind(Messages.Picture_gigapixels, pixels / 1_000_000_000)
                : NLS.bind(Messages.Picture_megapixels, pixels / 1_000_000);
            throw new PictureException(NLS.bind(Messages.Picture_tooLarge, size), null);
        }
    }

    /** Most label tools turn pictures as their cameras say; those that don't state the size of the unturned one. */
    private static Orientation orientation(Path file, ImageReader reader, Supplier<int[]> labelSize) throws IOException {
        if (!"JPEG".equalsIgnoreCase(reader.getFormatName())) { //$NON-NLS-1$
            return Orientation.UPRIGHT;
        }
        Orientation said = Orientation.ofJpeg(file);
        if (!said.swapsSides()) {
            return said;
        }
        int[] stated = labelSize.get();
        boolean unturned = stated[0] == reader.getWidth(0) && stated[1] == reader.getHeight(0) && stated[0] != stated[1];
        return unturned ? Orientation.UPRIGHT : said;
    }
}
