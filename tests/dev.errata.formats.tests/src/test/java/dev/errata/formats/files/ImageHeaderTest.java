package dev.errata.formats.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

/** Sizes are read from the first bytes of pictures that the Java runtime wrote, and of WebP made with Pillow. */
class ImageHeaderTest {

    private static final int WIDTH = 83;
    private static final int HEIGHT = 41;
    private static final String WEBP = "UklGRjoAAABXRUJQVlA4TC0AAAAvT8AJAB8gEEjeHzqN+RcQFPwf3fxHZA+ASIDEk570pI1MjOj/BAwWuhd46B4A";

    private static byte[] written(String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), format, bytes));
        return bytes.toByteArray();
    }

    private static Optional<ImageHeader> read(byte[] bytes) throws IOException {
        return ImageHeader.read(new ByteArrayInputStream(bytes));
    }

    /** A TIFF directory with a size and an orientation, in either byte order, as EXIF has it and as TIFF does. */
    private static byte[] directory(ByteOrder order, int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(54).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(12).putInt(0).putShort((short) 3);
        tiff.putShort((short) 256).putShort((short) 4).putInt(1).putInt(WIDTH);
        tiff.putShort((short) 257).putShort((short) 3).putInt(1).putShort((short) HEIGHT).putShort((short) 0);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        return tiff.putInt(0).array();
    }

    private static byte[] turned(ByteOrder order, int orientation) throws IOException {
        byte[] plain = written("jpg");
        byte[] tiff = directory(order, orientation);
        ByteBuffer result = ByteBuffer.allocate(plain.length + 10 + tiff.length).put(plain, 0, 2);
        result.putShort((short) 0xFFE1).putShort((short) (tiff.length + 8)).put(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        return result.put(tiff).put(plain, 2, plain.length - 2).array();
    }

    @Test
    void sizesOfAllFormats() throws IOException {
        for (String format : List.of("jpg", "png", "gif", "bmp", "tif")) {
            assertEquals(Optional.of(new ImageHeader(WIDTH, HEIGHT, 1)), read(written(format)), format);
        }
        assertEquals(Optional.of(new ImageHeader(80, 40, 1)), read(Base64.getDecoder().decode(WEBP)));
    }

    @Test
    void allOrientationsInBothByteOrders() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (int orientation = 1; orientation <= 8; orientation++) {
                ImageHeader expected = new ImageHeader(WIDTH, HEIGHT, orientation);
                assertEquals(Optional.of(expected), read(turned(order, orientation)));
                assertEquals(Optional.of(expected), read(directory(order, orientation)));
                assertEquals(orientation > 4 ? HEIGHT : WIDTH, expected.shownWidth());
                assertEquals(orientation > 4 ? WIDTH : HEIGHT, expected.shownHeight());
            }
            assertEquals(1, read(turned(order, 9)).orElseThrow().orientation());
        }
    }

    @Test
    void filesCutAnywhereOrOverwrittenDoNoHarm() throws IOException {
        for (byte[] whole : List.of(turned(ByteOrder.BIG_ENDIAN, 6), directory(ByteOrder.LITTLE_ENDIAN, 6), written("png"),
            written("gif"), written("bmp"), Base64.getDecoder().decode(WEBP))) {
            assertEquals(Optional.empty(), read(Arrays.copyOf(whole, 9)));
            for (int at = 0; at < Math.min(120, whole.length); at++) {
                read(Arrays.copyOf(whole, at)).ifPresent(ImageHeaderTest::assertSound);
                byte[] other = whole.clone();
                other[at] = (byte) 0xFF;
                read(other).ifPresent(ImageHeaderTest::assertSound);
            }
        }
    }

    private static void assertSound(ImageHeader header) {
        assertTrue(header.width() > 0 && header.height() > 0 && header.orientation() >= 1 && header.orientation() <= 8,
            header::toString);
    }

    @Test
    void otherFilesAreNoPictures() throws IOException {
        assertEquals(Optional.empty(), read(new byte[0]));
        assertEquals(Optional.empty(), read("<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8)));
    }
}
