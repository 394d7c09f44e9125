package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Handle;
import dev.errata.ui.annotation.geometry.Polygons;
import dev.errata.ui.annotation.geometry.Polygons.Vertex;
import dev.errata.ui.annotation.geometry.Viewport;

class GeometryTest {

    private static final Box IMAGE = new Box(0, 0, 100, 80);

    @Test
    void aHandleMovesOnlyItsEdges() {
        Box box = new Box(10.25, 20.5, 30, 40);
        assertEquals(new Box(10.25, 20.5, 49.75, 40), Handle.EAST.drag(box, 60.3, 5, IMAGE));
        assertEquals(new Box(10.25, 30, 30, 30.5), Handle.NORTH.drag(box, 5, 30.4, IMAGE));
        Box corner = Handle.SOUTH_WEST.drag(box, 4, 70, IMAGE);
        assertEquals(box.right(), corner.right(), 1e-9);
        assertEquals(box.y(), corner.y());
        assertEquals(4, corner.x());
        assertEquals(70, corner.bottom());
    }

    @Test
    void aDraggedBoxTurnsOverAndKeepsAPixel() {
        Box box = new Box(10, 10, 20, 20);
        assertEquals(new Box(30, 10, 15, 20), Handle.WEST.drag(box, 45, 0, IMAGE));
        assertEquals(1, Handle.WEST.drag(box, 30, 0, IMAGE).width());
        Box edge = Handle.WEST.drag(new Box(90, 10, 10, 20), 100, 0, IMAGE);
        assertEquals(1, edge.width());
        assertTrue(IMAGE.contains(edge));
    }

    @Test
    void aResizedBoxStaysInsideItsLimits() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            Box box = new Box(random.nextInt(80), random.nextInt(60), 1 + random.nextInt(20), 1 + random.nextInt(20));
            Handle handle = Handle.values()[random.nextInt(8)];
            Box dragged = handle.drag(box, random.nextInt(300) - 100, random.nextInt(300) - 100, IMAGE);
            assertTrue(IMAGE.contains(dragged), dragged::toString);
            assertTrue(dragged.width() >= 1 && dragged.height() >= 1, dragged::toString);
        }
    }

    @Test
    void handlesAreFoundWhereTheyArePainted() {
        Viewport viewport = Viewport.fit(400, 400, 100, 100).scaledAt(0, 0, 4).at(0, 0);
        Box box = new Box(10, 20, 30, 40);
        for (Handle handle : Handle.values()) {
            double x = viewport.deviceX(handle.x(box));
            double y = viewport.deviceY(handle.y(box));
            assertEquals(handle, Handle.at(box, viewport, x, y, 6));
        }
        assertNull(Handle.at(box, viewport, viewport.deviceX(25), viewport.deviceY(40), 6));
    }

    @Test
    void aTinyBoxCanBeTakenInTheMiddle() {
        Viewport viewport = Viewport.fit(400, 400, 100, 100).scaledAt(0, 0, 1).at(0, 0);
        Box tiny = new Box(50, 50, 8, 8);
        assertNull(Handle.at(tiny, viewport, 54.1, 53.9, 6));
        assertEquals(Handle.NORTH_WEST, Handle.at(tiny, viewport, 47, 47, 6));
    }

    @Test
    void verticesAreMovedInsertedAndRemoved() {
        List<double[]> square = List.of(new double[] {0, 0, 10, 0, 10, 10, 0, 10});
        assertEquals(new Vertex(0, 2), Polygons.vertexAt(square, 9, 11, 2));
        assertNull(Polygons.vertexAt(square, 5, 5, 2));
        assertEquals(new Vertex(0, 3), Polygons.edgeAt(square, 0.5, 5, 1));
        assertArrayEquals(new double[] {0, 0, 10, 0, 10, 10, 0, 10, -3, 5},
            Polygons.inserted(square, new Vertex(0, 3), -3, 5).get(0));
        assertArrayEquals(new double[] {0, 0, 12, 1, 10, 10, 0, 10},
            Polygons.withVertex(square, new Vertex(0, 1), 12, 1).get(0));
        List<double[]> triangle = Polygons.without(square, new Vertex(0, 0));
        assertArrayEquals(new double[] {10, 0, 10, 10, 0, 10}, triangle.get(0));
        assertNull(Polygons.without(triangle, new Vertex(0, 0)));
        assertArrayEquals(new double[] {0, 0, 10, 0, 10, 10, 0, 10}, square.get(0));
    }

    @Test
    void theLastVerticesOfOneOfTwoOutlinesTakeItAway() {
        List<double[]> two = List.of(new double[] {0, 0, 1, 0, 1, 1}, new double[] {5, 5, 6, 5, 6, 6});
        List<double[]> rest = Polygons.without(two, new Vertex(0, 1));
        assertEquals(1, rest.size());
        assertEquals(new Box(5, 5, 1, 1), Polygons.bounds(rest));
    }

    @Test
    void aHoleIsOutside() {
        List<double[]> ring = List.of(new double[] {0, 0, 10, 0, 10, 10, 0, 10}, new double[] {3, 3, 7, 3, 7, 7, 3, 7});
        assertTrue(Polygons.contains(ring, 1, 5));
        assertFalse(Polygons.contains(ring, 5, 5));
        assertFalse(Polygons.contains(ring, 12, 5));
        assertEquals(new Box(2, 1, 10, 10), Polygons.bounds(Polygons.moved(ring, 2, 1)));
    }
}
