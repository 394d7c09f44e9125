package dev.errata.ui.annotation.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.scene.ClassColors;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;

class SceneTest {

    @Test
    void theIndexFindsWhatAskingAllFinds() {
        Random random = new Random(11);
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            shapes.add(Shapes.annotation(i, random.nextInt(1000) - 50, random.nextInt(800), random.nextInt(90),
                random.nextInt(90)));
        }
        Scene scene = new Scene(950, 800, shapes);
        for (int i = 0; i < 500; i++) {
            double x = random.nextInt(1200) - 100;
            double y = random.nextInt(1000) - 100;
            Set<Shape> expected = new HashSet<>(shapes.stream().filter(shape -> shape.hit(x, y, 3)).toList());
            List<Shape> found = scene.at(x, y, 3);
            assertEquals(expected, new HashSet<>(found));
            assertEquals(expected.size(), found.size());
            assertEquals(found.stream().sorted(Comparator.comparingDouble(shape -> shape.box().area())).toList(), found);
            Box area = new Box(x, y, random.nextInt(200), random.nextInt(200));
            assertEquals(shapes.stream().filter(shape -> shape.box().intersects(area)).toList(), scene.near(area));
        }
    }

    @Test
    void anAnnotationLiesOverThePredictionOfTheSameBox() {
        Shape annotation = Shapes.annotation(1, 10, 10, 30, 30);
        Shape prediction = Shapes.prediction(5, 11, 9, 29, 30);
        Scene scene = new Scene(100, 100, List.of(annotation, prediction));
        assertEquals(List.of(annotation, prediction), scene.at(20, 20, 0));
        Shape small = Shapes.prediction(6, 15, 15, 5, 5);
        assertEquals(small, new Scene(100, 100, List.of(annotation, small)).at(17, 17, 0).get(0));
    }

    @Test
    void outlinesAreHitByTheirAreaNotTheirBounds() {
        Shape triangle = Shapes.polygon(1, 0, 0, 100, 0, 0, 100);
        Scene scene = new Scene(100, 100, List.of(triangle));
        assertEquals(List.of(triangle), scene.at(10, 10, 0));
        assertEquals(List.of(), scene.at(90, 90, 5));
        assertEquals(List.of(triangle), scene.at(52, 50, 5));
    }

    @Test
    void changedShapesTakeTheirPlaceAndNewOnesComeOnTop() {
        Shape one = Shapes.annotation(1, 0, 0, 10, 10);
        Shape two = Shapes.annotation(2, 20, 0, 10, 10);
        Shape added = Shapes.annotation(-7, 40, 0, 10, 10);
        Shape moved = one.moved(5, 5);
        Scene scene = new Scene(100, 100, List.of(one, two)).with(Map.of(moved.key(), moved, added.key(), added));
        assertEquals(List.of(one, two, added), scene.shapes());
        assertSame(moved, scene.find(one.key()));
        assertEquals(List.of(moved), scene.at(14, 14, 0));
        assertEquals(List.of(two), scene.without(Set.of(one.key(), added.key())).shapes());
    }

    @Test
    void classColoursAreStableAndOfOneLuminance() {
        Set<Integer> different = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            int color = ClassColors.of("class " + i);
            assertEquals(color, ClassColors.of("class " + i));
            // 9 : 1 against black by WCAG, with a little less for rounding to eight bits
            assertTrue((ClassColors.luminance(color) + 0.05) / 0.05 > 8.8, Integer.toHexString(color));
            assertTrue((ClassColors.luminance(color) + 0.05) / 0.05 < 10, Integer.toHexString(color));
            different.add(color);
        }
        assertTrue(different.size() > 150, "only " + different.size() + " colours");
        assertNotEquals(ClassColors.of("cat"), ClassColors.of("car"));
    }
}
