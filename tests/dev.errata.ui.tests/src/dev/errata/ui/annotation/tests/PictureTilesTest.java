package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.canvas.PictureTiles;

/** A picture in tiles looks like the picture in one piece: no seams, nothing missing. */
class PictureTilesTest {

    private static final int WIDTH = 2 * PictureTiles.SIDE + 37;
    private static final int HEIGHT = PictureTiles.SIDE + 11;
    private static final int ENLARGED = 3;
    /** What smooth enlarging may round differently; at a seam it would be off by up to half of the 255. */
    private static final int ROUNDING = 8;
    /** Around the corner where four tiles meet, reaching from the first column of tiles into the last. */
    private static final Rectangle PART = new Rectangle(PictureTiles.SIDE - 90, PictureTiles.SIDE - 60, 630, 71);

    private final Display display = Display.getDefault();
    private final ImageData picture = noise();

    private static ImageData noise() {
        Random random = new Random(5);
        PaletteData colours = new PaletteData(0xff, 0xff00, 0xff0000);
        ImageData data = new ImageData(WIDTH, HEIGHT, 24, colours);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                data.setPixel(x, y, random.nextInt(1 << 24));
            }
        }
        return data;
    }

    @Test
    void allOfItIsPaintedPixelByPixel() {
        ImageData painted = painted(new Rectangle(0, 0, WIDTH, HEIGHT), 1, SWT.NONE, true);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(at(picture, x, y), at(painted, x, y), x + ", " + y);
            }
        }
    }

    @Test
    void anEnlargedPartHasNoSeams() {
        for (int interpolation : new int[] {SWT.NONE, SWT.DEFAULT}) {
            ImageData whole = painted(PART, ENLARGED, interpolation, false);
            ImageData tiles = painted(PART, ENLARGED, interpolation, true);
            // not the edge of the part: what a smoothly enlarged pixel takes for its neighbour there is up to the toolkit
            for (int y = ENLARGED; y < PART.height * ENLARGED - ENLARGED; y++) {
                for (int x = ENLARGED; x < PART.width * ENLARGED - ENLARGED; x++) {
                    RGB expected = at(whole, x, y);
                    RGB found = at(tiles, x, y);
                    String place = x + ", " + y + " of " + expected + " and " + found;
                    assertEquals(expected.red, found.red, ROUNDING, place);
                    assertEquals(expected.green, found.green, ROUNDING, place);
                    assertEquals(expected.blue, found.blue, ROUNDING, place);
                }
            }
        }
    }

    private ImageData painted(Rectangle part, int scale, int interpolation, boolean inTiles) {
        return display.syncCall(() -> {
            PaletteData colours = new PaletteData(0xff0000, 0xff00, 0xff);
            Image target = new Image(display, new ImageData(part.width * scale, part.height * scale, 24, colours));
            GC gc = new GC(target);
            gc.setInterpolation(interpolation);
            if (inTiles) {
                PictureTiles tiles = new PictureTiles(display, picture);
                tiles.paint(gc, part, x -> (x - part.x) * scale, y -> (y - part.y) * scale);
                tiles.dispose();
            } else {
                Image whole = new Image(display, picture);
                gc.drawImage(whole, part.x, part.y, part.width, part.height, 0, 0, part.width * scale, part.height * scale);
                whole.dispose();
            }
            gc.dispose();
            ImageData painted = target.getImageData();
            target.dispose();
            return painted;
        });
    }

    private static RGB at(ImageData data, int x, int y) {
        return data.palette.getRGB(data.getPixel(x, y));
    }
}
