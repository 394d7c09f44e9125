package dev.errata.ui.pictures;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

/** Pixels between the decoder's and the screen's form. Pictures are kept with three bytes a pixel: blue, green, red. */
final class PixelBuffers {

    private static final PaletteData BLUE_GREEN_RED = new PaletteData(0x0000ff, 0x00ff00, 0xff0000);

    private PixelBuffers() {
    }

    static long bytes(BufferedImage image) {
        return 3L * image.getWidth() * image.getHeight();
    }

    /** A part of a picture, reduced or enlarged to fit; enlarged at most eight times. */
    static ImageData scaled(BufferedImage picture, Rectangle part, int maxWidth, int maxHeight) {
        double factor = Math.min(8, Math.min((double) maxWidth / part.width, (double) maxHeight / part.height));
        int width = Math.max(1, (int) Math.round(part.width * factor));
        int height = Math.max(1, (int) Math.round(part.height * factor));
        BufferedImage current = picture.getSubimage(part.x, part.y, part.width, part.height);
        // halving step by step averages all pixels: one big bilinear step would skip most of them
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = drawn(current, (current.getWidth() + 1) / 2, (current.getHeight() + 1) / 2);
        }
        return imageData(drawn(current, width, height));
    }

    private static BufferedImage drawn(BufferedImage source, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, width > source.getWidth()
            ? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(source, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    /** Copies a whole picture of the kept form. */
    static ImageData imageData(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] bytes = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        return new ImageData(width, height, 24, BLUE_GREEN_RED, 1, bytes.clone());
    }
}
