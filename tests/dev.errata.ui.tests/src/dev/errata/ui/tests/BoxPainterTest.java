package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

import dev.errata.ui.mismatch.canvas.BoxPainter;
import dev.errata.ui.mismatch.tiles.CropFrame;
import dev.errata.ui.mismatch.tiles.Tiles.Box;

/** Every box leaves something to be seen on its tile, and nothing far from it. */
class BoxPainterTest {

    private static final int SIDE = 100;
    private static final RGB WHITE = new RGB(255, 255, 255);

    private final Display display = PlatformUI.getWorkbench().getDisplay();

    @Test
    void everyBoxIsSeen() {
        int[][] sizes = {{0, 0}, {30, 0}, {0, 30}, {2, 2}, {40, 30}};
        for (int[] size : sizes) {
            for (boolean dashed : new boolean[] {false, true}) {
                ImageData painted = painted(new Box(50, 50, size[0], size[1]), dashed);
                assertNotEquals(0, painted(painted), size[0] + " by " + size[1]);
                assertEquals(WHITE, at(painted, 30, 30));
            }
        }
    }

    private static int painted(ImageData data) {
        int count = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                count += WHITE.equals(at(data, x, y)) ? 0 : 1;
            }
        }
        return count;
    }

    private ImageData painted(Box box, boolean dashed) {
        return display.syncCall(() -> {
            Image target = new Image(display, new ImageData(SIDE, SIDE, 24, new PaletteData(0xff0000, 0xff00, 0xff)));
            GC gc = new GC(target);
            gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
            gc.fillRectangle(0, 0, SIDE, SIDE);
            new BoxPainter(gc, new CropFrame(0, 0, SIDE, SIDE, 1), new Rectangle(0, 0, SIDE, SIDE),
                display.getSystemColor(SWT.COLOR_BLACK)).paint(box, display.getSystemColor(SWT.COLOR_YELLOW), dashed);
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
