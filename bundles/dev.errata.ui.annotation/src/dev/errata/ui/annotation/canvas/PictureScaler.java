package dev.errata.ui.annotation.canvas;

import java.util.Arrays;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;

import dev.errata.ui.annotation.geometry.Viewport;

/**
 * Reduces what a viewport shows of a picture to device pixels. Each result pixel is the mean of the area that it covers, which
 * keeps small things visible that picking single pixels would lose.
 */
public final class PictureScaler {

    private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

    private PictureScaler() {
    }

    /** The device pixels of a viewport that a picture covers. */
    public static Rectangle covered(Viewport viewport, int pictureWidth, int pictureHeight) {
        int x = (int) Math.max(0, Math.round(viewport.deviceX(0)));
        int y = (int) Math.max(0, Math.round(viewport.deviceY(0)));
        int right = (int) Math.min(viewport.width(), Math.round(viewport.deviceX(pictureWidth)));
        int bottom = (int) Math.min(viewport.height(), Math.round(viewport.deviceY(pictureHeight)));
        return new Rectangle(x, y, Math.max(0, right - x), Math.max(0, bottom - y));
    }

    /** The device pixels that all of a picture covers, whether they are on the canvas or not. */
    public static Rectangle all(Viewport viewport, int pictureWidth, int pictureHeight) {
        int x = (int) Math.round(viewport.deviceX(0));
        int y = (int) Math.round(viewport.deviceY(0));
        return new Rectangle(x, y, (int) Math.max(1, Math.round(viewport.deviceX(pictureWidth)) - x),
            (int) Math.max(1, Math.round(viewport.deviceY(pictureHeight)) - y));
    }

    /** A picture of half the width and height; each pixel is the mean of four. */
    public static ImageData halve(ImageData source) {
        Viewport half = new Viewport(0.5, 0, 0, 1, 1, source.width, source.height);
        return reduce(source, half, new Rectangle(0, 0, Math.max(1, source.width / 2), Math.max(1, source.height / 2)));
    }

    /**
     * The reduced picture.
     *
     * @param source direct colours, 24 or 32 bits a pixel
     * @param target device pixels of the viewport or beside it, not empty
     */
    public static ImageData reduce(ImageData source, Viewport viewport, Rectangle target) {
        Weights columns = new Weights(target.x, target.width, viewport.left(), viewport.scale(), source.width);
        Weights rows = new Weights(target.y, target.height, viewport.top(), viewport.scale(), source.height);
        ImageData result = new ImageData(target.width, target.height, 24, RGB);
        Channels channels = new Channels(source);
        float[] line = new float[target.width * 3];
        float[] sum = new float[target.width * 3];
        int done = -1;
        for (int y = 0; y < target.height; y++) {
            Arrays.fill(sum, 0);
            for (int row = rows.first[y]; row <= rows.last[y]; row++) {
                if (row != done) {
                    channels.reduceRow(row, columns, line);
                    done = row;
                }
                float weight = rows.weight(y, row);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += weight * line[i];
                }
            }
            int at = y * result.bytesPerLine;
            for (int i = 0; i < sum.length; i++) {
                result.data[at + i] = (byte) Math.min(255, (int) (sum[i] + 0.5f));
            }
        }
        return result;
    }

    /** Which source pixels a result pixel covers, along one axis, and how much of its mean the first and last of them make. */
    private static final class Weights {

        final int[] first;
        final int[] last;
        private final float[] firstWeight;
        private final float[] lastWeight;
        private final float[] middleWeight;

        Weights(int offset, int count, double start, double scale, int limit) {
            first = new int[count];
            last = new int[count];
            firstWeight = new float[count];
            lastWeight = new float[count];
            middleWeight = new float[count];
            for (int i = 0; i < count; i++) {
                double from = Math.max(0, Math.min(limit - 1e-6, start + (offset + i) / scale));
                double to = Math.max(from + 1e-6, Math.min(limit, start + (offset + i + 1) / scale));
                first[i] = (int) from;
                last[i] = Math.min(limit - 1, Math.max(first[i], (int) Math.ceil(to) - 1));
                double extent = to - from;
                middleWeight[i] = (float) (1 / extent);
                firstWeight[i] = first[i] == last[i] ? 1 : (float) ((first[i] + 1 - from) / extent);
                lastWeight[i] = (float) ((to - last[i]) / extent);
            }
        }

        float weight(int target, int source) {
            if (source == first[target]) {
                return firstWeight[target];
            }
            return source == last[target] ? lastWeight[target] : middleWeight[target];
        }
    }

    /** Reads red, green and blue of the source, in whatever order its bytes are. */
    private static final class Channels {

        private final ImageData source;
        private final int stride;
        private final int red;
        private final int green;
        private final int blue;

        Channels(ImageData source) {
            if (!source.palette.isDirect || source.depth != 24 && source.depth != 32) {
                throw new IllegalArgumentException("Not a picture of direct colours: " + source.depth + " bits");
            }
            this.source = source;
            stride = source.depth / 8;
            red = byteOf(source.palette.redMask);
            green = byteOf(source.palette.greenMask);
            blue = byteOf(source.palette.blueMask);
        }

        /** The most significant byte of a pixel comes first. */
        private int byteOf(int mask) {
            return stride - 1 - Integer.numberOfTrailingZeros(mask) / 8;
        }

        void reduceRow(int row, Weights columns, float[] line) {
            byte[] data = source.data;
            int start = row * source.bytesPerLine;
            for (int x = 0; x < columns.first.length; x++) {
                float r = 0;
                float g = 0;
                float b = 0;
                int last = columns.last[x];
                for (int column = columns.first[x]; column <= last; column++) {
                    float weight = columns.weight(x, column);
                    int at = start + column * stride;
                    r += weight * (data[at + red] & 0xff);
                    g += weight * (data[at + green] & 0xff);
                    b += weight * (data[at + blue] & 0xff);
                }
                line[3 * x] = r;
                line[3 * x + 1] = g;
                line[3 * x + 2] = b;
            }
        }
    }
}
