package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.canvas.PictureScaler;
import dev.errata.ui.annotation.geometry.Viewport;

class PictureScalerTest {

    private static final PaletteData BGR = new PaletteData(0x0000ff, 0x00ff00, 0xff0000);

    private static ImageData noise(int width, int height, int seed) {
        Random random = new Random(seed);
        ImageData data = new ImageData(width, height, 24, BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                data.setPixel(x, y, BGR.getPixel(new RGB(random.nextInt(256), random.nextInt(100), 7)));
            }
        }
        return data;
    }

    private static RGB at(ImageData data, int x, int y) {
        return data.palette.getRGB(data.getPixel(x, y));
    }

    private static double mean(ImageData data) {
        double sum = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                sum += at(data, x, y).red;
            }
        }
        return sum / data.width / data.height;
    }

    @Test
    void halvingTakesTheMeanOfFour() {
        ImageData source = noise(10, 6, 1);
        ImageData half = PictureScaler.halve(source);
        assertEquals(5, half.width);
        assertEquals(3, half.height);
        int sum = at(source, 4, 2).red + at(source, 5, 2).red + at(source, 4, 3).red + at(source, 5, 3).red;
        assertEquals(sum / 4.0, at(half, 2, 1).red, 0.51);
        assertEquals(7, at(half, 2, 1).blue);
    }

    @Test
    void reducingKeepsBrightnessAtAnyScale() {
        ImageData source = noise(301, 207, 2);
        for (double scale : new double[] {0.9, 0.61, 0.33, 0.12}) {
            Viewport viewport = new Viewport(scale, 0, 0, 400, 300, 301, 207);
            Rectangle target = PictureScaler.all(viewport, 301, 207);
            ImageData reduced = PictureScaler.reduce(source, viewport, target);
            assertEquals(target.width, reduced.width);
            assertEquals(mean(source), mean(reduced), 2.5, "at scale " + scale);
        }
    }

    @Test
    void aPartLooksAsItDoesInTheWhole() {
        ImageData source = noise(200, 200, 3);
        Viewport viewport = new Viewport(0.5, 40, 20, 50, 60, 200, 200);
        Rectangle part = PictureScaler.covered(viewport, 200, 200);
        Rectangle all = PictureScaler.all(viewport, 200, 200);
        assertEquals(new Rectangle(0, 0, 50, 60), part);
        assertEquals(new Rectangle(-20, -10, 100, 100), all);
        ImageData reducedPart = PictureScaler.reduce(source, viewport, part);
        ImageData reducedAll = PictureScaler.reduce(source, viewport, all);
        for (int y = 0; y < 60; y += 7) {
            for (int x = 0; x < 50; x += 7) {
                assertEquals(at(reducedAll, x + 20, y + 10), at(reducedPart, x, y));
            }
        }
    }

    @Test
    void aPictureBesideTheViewCoversNothing() {
        Viewport viewport = new Viewport(1, 300, 0, 50, 50, 200, 200);
        assertTrue(PictureScaler.covered(viewport, 200, 200).isEmpty());
    }
}
