package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Viewport;

class ViewportTest {

    @Test
    void fitShowsTheWholeImageInTheMiddle() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int width = 50 + random.nextInt(2000);
            int height = 50 + random.nextInt(2000);
            double imageWidth = 1 + random.nextInt(9000);
            double imageHeight = 1 + random.nextInt(9000);
            Viewport fit = Viewport.fit(width, height, imageWidth, imageHeight);
            assertTrue(fit.showsAll(), fit::toString);
            assertEquals(width / 2.0, (fit.deviceX(0) + fit.deviceX(imageWidth)) / 2, 1e-6);
            assertEquals(height / 2.0, (fit.deviceY(0) + fit.deviceY(imageHeight)) / 2, 1e-6);
        }
    }

    @Test
    void deviceAndImagePositionsAreInverse() {
        Random random = new Random(2);
        Viewport viewport = Viewport.fit(800, 600, 1234, 567).zoomedAt(300, 200, 3.7);
        for (int i = 0; i < 100; i++) {
            double x = random.nextDouble() * 2000 - 400;
            double y = random.nextDouble() * 2000 - 400;
            assertEquals(x, viewport.imageX(viewport.deviceX(x)), 1e-9);
            assertEquals(y, viewport.imageY(viewport.deviceY(y)), 1e-9);
        }
    }

    @Test
    void zoomKeepsWhatIsUnderThePointer() {
        Viewport viewport = Viewport.fit(800, 600, 800, 600);
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            double x = 300 + random.nextInt(200);
            double y = 200 + random.nextInt(200);
            Viewport zoomed = viewport.zoomedAt(x, y, 1.1);
            assertEquals(viewport.imageX(x), zoomed.imageX(x), 1e-6);
            assertEquals(viewport.imageY(y), zoomed.imageY(y), 1e-6);
            viewport = i % 10 == 9 ? Viewport.fit(800, 600, 800, 600) : zoomed;
        }
    }

    @Test
    void scaleStaysBetweenItsEnds() {
        Viewport viewport = Viewport.fit(800, 600, 4000, 3000);
        for (int i = 0; i < 100; i++) {
            viewport = viewport.zoomedAt(400, 300, 2);
        }
        assertEquals(Viewport.LARGEST_SCALE, viewport.scale());
        for (int i = 0; i < 100; i++) {
            viewport = viewport.zoomedAt(400, 300, 0.5);
        }
        assertTrue(viewport.scale() > 0 && viewport.showsAll());
    }

    @Test
    void thePictureCannotBeLost() {
        Random random = new Random(4);
        Viewport viewport = Viewport.fit(640, 480, 1000, 1000);
        for (int i = 0; i < 1000; i++) {
            viewport = viewport.panned(random.nextInt(4001) - 2000, random.nextInt(4001) - 2000)
                .zoomedAt(random.nextInt(640), random.nextInt(480), 0.5 + random.nextDouble());
            Viewport seen = viewport;
            assertTrue(viewport.visible().intersects(new Box(0, 0, 1000, 1000)), seen::toString);
        }
    }

    @Test
    void aBoxIsShownWithRoomAroundIt() {
        Viewport viewport = Viewport.fit(800, 600, 2000, 2000).showing(new Box(900, 950, 40, 20), 0.3, 8);
        assertEquals(8, viewport.scale());
        assertEquals(400, viewport.deviceX(920), 1e-9);
        assertEquals(300, viewport.deviceY(960), 1e-9);
    }

    @Test
    void revealMovesOnlyWhereItMust() {
        Viewport viewport = Viewport.fit(400, 400, 4000, 4000).scaledAt(0, 0, 1).at(100, 100);
        assertEquals(viewport, viewport.revealing(new Box(150, 150, 20, 20)));
        Viewport moved = viewport.revealing(new Box(700, 150, 50, 20));
        assertTrue(moved.visible().contains(new Box(700, 150, 50, 20)));
        assertEquals(100, moved.top());
        assertEquals(1, moved.scale());
    }

    @Test
    void resizingKeepsTheMiddle() {
        Viewport viewport = Viewport.fit(400, 400, 1000, 1000).scaledAt(200, 200, 3);
        Viewport wider = viewport.resized(800, 200);
        assertEquals(viewport.imageX(200), wider.imageX(400), 1e-9);
        assertEquals(viewport.imageY(200), wider.imageY(100), 1e-9);
        assertEquals(3, wider.scale());
    }
}
