package dev.errata.ui.pictures;

import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;

import org.w3c.dom.Element;

import dev.errata.formats.files.ImageHeader;

/** Reads the first picture of a file, whole. */
final class FirstFrame {

    private static final int RIFF = 'R' | 'I' << 8 | 'F' << 16 | 'F' << 24;
    private static final String GIF_IMAGE = "javax_imageio_gif_image_1.0"; //$NON-NLS-1$
    /** What libjpeg says when samples are missing; a file that lacks nothing but its end marker gets another warning. */
    private static final String SAMPLES_MISSING = "premature end of data segment"; //$NON-NLS-1$

    private FirstFrame() {
    }

    /** @throws EOFException if the file was cut off, though the reader made up for it */
    static BufferedImage read(ImageReader reader, Optional<ImageHeader> header) throws IOException {
        AtomicBoolean cut = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.contains(SAMPLES_MISSING)) {
                cut.set(true);
            }
        });
        BufferedImage frame = reader.read(0);
        if (cut.get()) {
            throw new EOFException();
        }
        return "gif".equalsIgnoreCase(reader.getFormatName()) && header.isPresent() //$NON-NLS-1$
            ? onScreen(frame, reader, header.get()) : frame;
    }

    /**
     * A WebP file states its length; its reader would make up what is missing.
     *
     * @param file at its beginning
     * @throws EOFException if it is shorter
     */
    static void requireWhole(ImageInputStream file) throws IOException {
        byte[] start = new byte[8];
        file.mark();
        file.readFully(start);
        file.reset();
        ByteBuffer riff = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        if (riff.getInt() == RIFF && Integer.toUnsignedLong(riff.getInt()) + start.length > file.length()) {
            throw new EOFException();
        }
    }

    /** A frame of a GIF may cover a part of the picture only. */
    private static BufferedImage onScreen(BufferedImage frame, ImageReader reader, ImageHeader screen) throws IOException {
        if (frame.getWidth() == screen.width() && frame.getHeight() == screen.height()) {
            return frame;
        }
        IIOMetadataNode image = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree(GIF_IMAGE);
        Element place = (Element) image.getElementsByTagName("ImageDescriptor").item(0); //$NON-NLS-1$
        return ScreenColours.drawn(frame, screen.width(), screen.height(),
            Integer.parseInt(place.getAttribute("imageLeftPosition")), //$NON-NLS-1$
            Integer.parseInt(place.getAttribute("imageTopPosition"))); //$NON-NLS-1$
    }
}
