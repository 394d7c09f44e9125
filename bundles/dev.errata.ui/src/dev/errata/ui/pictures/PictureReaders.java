package dev.errata.ui.pictures;

import java.util.Iterator;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

/**
 * The readers of picture formats: those of the Java runtime, and two more, for JPEG with four colours and for WebP. A bundle's
 * services are not found by ImageIO, so they are registered here.
 */
final class PictureReaders {

    static {
        IIORegistry registry = IIORegistry.getDefaultInstance();
        // it puts itself before the runtime's reader, and leaves to that what that can do
        registry.registerServiceProvider(new JPEGImageReaderSpi(), ImageReaderSpi.class);
        registry.registerServiceProvider(new WebPImageReaderSpi(), ImageReaderSpi.class);
    }

    private PictureReaders() {
    }

    /** The reader for what the file begins with, whatever its name ends with. */
    static Optional<ImageReader> of(ImageInputStream input) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
    }
}
