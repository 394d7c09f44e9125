package dev.errata.engine.masks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Masks against what pycocotools makes of the same polygons; see {@code golden/ORIGIN.md}. */
class MaskTest {

    private static final double EXACT = 1e-12;

    private final JsonNode golden;
    private final int height;
    private final int width;

    MaskTest() throws IOException {
        try (InputStream file = MaskTest.class.getResourceAsStream("/golden/masks.json")) {
            golden = new ObjectMapper().readTree(file);
        }
        height = golden.get("height").asInt();
        width = golden.get("width").asInt();
    }

    private static double[] numbers(JsonNode list) {
        return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
    }

    private Mask ofPolygons(JsonNode of) {
        List<double[]> polygons = new ArrayList<>();
        of.get("polygons").forEach(points -> polygons.add(numbers(points)));
        return Mask.ofPolygons(polygons, height, width);
    }

    private Mask ofRuns(JsonNode of) {
        return Mask.ofRuns(LongStream.range(0, of.get("runs").size()).map(i -> of.get("runs").get((int) i).asLong()).toArray(),
            height, width);
    }

    @Test
    void polygonsCoverTheSamePixels() {
        for (JsonNode of : golden.get("masks")) {
            Mask mask = ofPolygons(of);
            Mask same = ofRuns(of);
            assertEquals(of.get("area").asLong(), mask.area(), of.toString());
            assertEquals(of.get("area").asLong(), same.area(), of.toString());
            assertEquals(mask.area(), mask.shared(same), of.toString());
            double[] bounds = numbers(of.get("bbox"));
            if (mask.area() > 0) {
                assertArrayEquals(bounds, IntStream.of(mask.bounds()).asDoubleStream().toArray(), of.toString());
            }
        }
    }

    @Test
    void overlapsAreTheSame() {
        int half = golden.get("iou").size();
        for (int i = 0; i < half; i++) {
            Mask prediction = ofPolygons(golden.get("masks").get(i));
            for (int j = 0; j < golden.get("iou").get(i).size(); j++) {
                Mask annotation = ofPolygons(golden.get("masks").get(half + j));
                assertEquals(golden.get("iou").get(i).get(j).asDouble(), annotation.iou(prediction), EXACT);
                assertEquals(golden.get("crowd").get(i).get(j).asDouble(), prediction.coveredBy(annotation), EXACT);
            }
        }
    }

    @Test
    void masksOfDifferentImagesShareNothing() {
        assertEquals(0, Mask.ofBox(0, 0, 5, 5, 10, 10).iou(Mask.ofBox(0, 0, 5, 5, 10, 11)));
        assertEquals(1, Mask.ofBox(0, 0, 5, 5, 10, 10).iou(Mask.ofBox(0, 0, 5, 5, 10, 10)));
    }

    @Test
    void whatCannotBeAMaskIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Mask.ofRuns(new long[] {0, 101}, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> Mask.ofRuns(new long[] {5, -1}, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> Mask.ofRuns(new long[0], 0, 10));
        assertThrows(IllegalArgumentException.class, () -> Mask.ofBox(0, 0, 1e300, 5, 10, 10));
        assertEquals(0, Mask.ofRuns(new long[0], 10, 10).area());
        assertEquals(4, Mask.ofRuns(new long[] {3, 4}, 10, 10).area());
    }
}
