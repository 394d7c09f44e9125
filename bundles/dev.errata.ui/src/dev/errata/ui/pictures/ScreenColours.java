package dev.errata.ui.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Brings a decoded picture to the form that is kept: blue, green and red, eight bits each, on white where it is transparent. */
final class ScreenColours {

    private ScreenColours() {
    }

    static BufferedImage of(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        return areScreenValues(image) ? scaled(image) : drawn(image, image.getWidth(), image.getHeight(), 0, 0);
    }

    /**
     * Whether the samples are what the screen shows but for their depth. Java takes gray for linear light and would make it
     * brighter than every other program shows it.
     */
    private static boolean areScreenValues(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        ColorSpace space = colours.getColorSpace();
        int type = colours.getTransferType();
        boolean integers = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
        return colours instanceof ComponentColorModel && integers && !colours.isAlphaPremultiplied()
            && (space.getType() == ColorSpace.TYPE_GRAY || space.isCS_sRGB());
    }

    private static BufferedImage scaled(BufferedImage image) {
        int width = image.getWidth();
        int bands = image.getColorModel().getNumComponents();
        int colours = image.getColorModel().getNumColorComponents();
        int[] largest = new int[bands];
        for (int band = 0; band < bands; band++) {
            largest[band] = (1 << image.getColorModel().getComponentSize(band)) - 1;
        }
        BufferedImage result = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        byte[] kept = ((DataBufferByte) result.getRaster().getDataBuffer()).getData();
        Raster raster = image.getRaster();
        int[] row = new int[width * bands];
        for (int y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int alpha = bands == colours ? 255 : eightBits(row[x * bands + colours], largest[colours]);
                for (int band = 0; band < 3; band++) {
                    int from = Math.min(band, colours - 1);
                    int value = eightBits(row[x * bands + from], largest[from]);
                    kept[3 * (y * width + x) + 2 - band] = (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
                }
            }
        }
        return result;
    }

    private static int eightBits(int value, int largest) {
        return largest == 255 ? value : (int) ((value * 255L + largest / 2) / largest);
    }

    /** A picture on a white ground of a size. */
    static BufferedImage drawn(BufferedImage image, int width, int height, int left, int top) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = result.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, left, top, null);
        graphics.dispose();
        return result;
    }
}
