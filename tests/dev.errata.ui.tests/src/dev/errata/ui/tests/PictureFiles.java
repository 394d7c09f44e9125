package dev.errata.ui.tests;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/**
 * Small picture files. The texts are 32 by 16 pixels, red, green, blue and white from left to right and top to bottom, made
 * with Pillow 12.3; the Java runtime does not write such files.
 */
final class PictureFiles {

    static final String CMYK_JPEG = """
        /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04Mjwu
        MzQy/8AAFAgAEAAgBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAIB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsA
        AD8A39P6f2/gCAF/gACAF/gAv9f4AD//2Q==""";
    static final String YCCK_JPEG = """
        /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAIBgYHBgUIBwcHCQkICgwUDQwLCwwZEhMPFB0aHx4dGhwcICQuJyAiLCMcHCg3KSwwMTQ0NB8nOT04Mjwu
        MzQy/8AAFAgAEAAgBEMRAE0RAFkRAEsRAP/EABgAAQEBAQEAAAAAAAAAAAAAAAAIBwYF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAA4EQwBNAFkA
        SwAAPwDsnVp/b+AM2dSuoAG8IrZSACHlAPLAB//Z""";
    static final String LOSSLESS_WEBP = """
        UklGRjgAAABXRUJQVlA4TCwAAAAvH8ADAB8gEEjeHzqN+RcQFPwf3fxHZA+AINtmkpOc5AEuENH/qFL9AWzbDw==""";
    static final String LOSSY_WEBP = """
        UklGRlQAAABXRUJQVlA4IEgAAADQAgCdASogABAAAMASJaACdMoRwN4B+AH6gf2ACSngAP79Kg///fo9f+7hmuZH/rRz/+tBAPR9vv/rax//+1zj
        wYephmkgAAA=""";
    /** A second frame is black. */
    static final String ANIMATED_PNG = """
        iVBORw0KGgoAAAANSUhEUgAAACAAAAAQCAIAAAD4YuoOAAAACGFjVEwAAAACAAAAAPONk3AAAAAaZmNUTAAAAAAAAAAgAAAAEAAAAAAAAAAAAAAA
        AQAAZ7VEagAAACtJREFUeJxj/M9AGmAkUQMTieaTDEYtGLWAcsDIwEBawv4/mg9GLRh+FgAA9XQFG11EPbQAAAAaZmNUTAAAAAEAAAAgAAAAEAAA
        AAAAAAAAAAAAAQAA/MauvgAAABlmZEFUAAAAAnicY2AYBaNgFIyCUTAKGBgABhAAAUniaIgAAAAASUVORK5CYII=""";

    private PictureFiles() {
    }

    static byte[] decoded(String text) {
        return Base64.getMimeDecoder().decode(text);
    }

    /** Red, green, blue and white from left to right and top to bottom. */
    static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colours.length; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    static byte[] written(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with an EXIF orientation. */
    static byte[] turned(BufferedImage image, int orientation) throws IOException {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M'});
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        exif.putInt(0);
        byte[] plain = written(image, "jpg");
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(plain, 0, 2);
        result.write(exif.array());
        result.write(plain, 2, plain.length - 2);
        return result.toByteArray();
    }

    /** The beginning of a PNG that claims a size. */
    static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33).putLong(0x89504E470D0A1A0AL).putInt(13).put(chunk.array())
            .putInt((int) crc.getValue()).array();
    }
}
