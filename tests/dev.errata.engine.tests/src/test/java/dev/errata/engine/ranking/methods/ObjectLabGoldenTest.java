package dev.errata.engine.ranking.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.errata.engine.Golden;
import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.SuspectInput;

/** The scores that cleanlab gives to real labels; see {@code golden/ORIGIN.md}. */
class ObjectLabGoldenTest {

    /** cleanlab takes some distances in another order of operations. */
    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"bccd", "val2014"})
    void everyBoxHasTheScoresOfCleanlab(String name) throws IOException {
        Golden data = Golden.read(name);
        assertScores(read().get(name), data.annotations, data.predictions);
    }

    @Test
    void overlookedObjectsHaveTheScoresOfCleanlab() throws IOException {
        Golden data = Golden.read("bccd");
        JsonNode expected = read().get("bccdSure");
        assertEquals(10, expected.get("overlooked").size());
        assertScores(expected, data.annotations, sure(data.predictions));
    }

    /** The same predictions, their confidences brought near 1. */
    private static PredictionColumns sure(PredictionColumns all) {
        PredictionRows rows = new PredictionRows(all.size());
        int[] images = new int[all.size()];
        for (int image = 0; image < all.imageCount(); image++) {
            for (int row = all.begin(image); row < all.end(image); row++) {
                images[rows.size()] = image;
                rows.add(all.label(row), all.x(row), all.y(row), all.width(row), all.height(row),
                    Math.sqrt(Math.sqrt(Math.sqrt(all.confidence(row)))), all.position(row));
            }
        }
        return PredictionColumns.grouped(all.imageCount(), images, rows);
    }

    private static void assertScores(JsonNode expected, AnnotationColumns annotations, PredictionColumns predictions) {
        ObjectLabScores scores = new ObjectLabScores(annotations, predictions, false);
        double least = 1;
        for (int image = 0; image < annotations.imageCount(); image++) {
            least = Math.min(least, scores.leastSimilarity(image));
        }
        assertEquals(expected.get("least").asDouble(), least, 1e-20);
        int labels = 0;
        Map<String, Double> overlooked = new HashMap<>();
        for (int image = 0; image < annotations.imageCount(); image++) {
            for (int row = annotations.begin(image); row < annotations.end(image); row++) {
                String id = Long.toString(annotations.id(row));
                assertEquals(expected.get("badloc").get(id).asDouble(), scores.location(image, row), EXACT, "location of " + id);
                assertEquals(expected.get("swap").get(id).asDouble(), scores.swap(image, row, least), EXACT, "swap of " + id);
                labels++;
            }
            for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                double score = scores.overlooked(image, row, least);
                if (score == score) {
                    overlooked.put(Integer.toString(predictions.position(row)), score);
                }
            }
        }
        assertEquals(expected.get("badloc").size(), labels);
        assertEquals(expected.get("overlooked").size(), overlooked.size());
        overlooked.forEach((position, score) -> {
            double known = expected.get("overlooked").get(position).asDouble();
            assertEquals(known, score, known * 1e-9, "overlooked " + position);
        });
    }

    /** One image's boxes say nothing about another's: the scale-free variant has its smallest similarity by image. */
    @Test
    void scaleFreeScoresOfAnImageDependOnThatImageOnly() {
        Scene one = new Scene(2, 2);
        crowdedImage(one);
        Scene two = new Scene(2, 2);
        crowdedImage(two);
        two.labels.add(Box.label(1, 9, 0, 0, 0, 10, 10));
        two.predictions.add(Box.prediction(1, 9, 0, 0.9, 60, 60, 10, 10));
        assertEquals(first(one, SuspectMethod.OBJECTLAB_SCALE_FREE), first(two, SuspectMethod.OBJECTLAB_SCALE_FREE));
        assertTrue(first(one, SuspectMethod.OBJECTLAB) < first(two, SuspectMethod.OBJECTLAB));
    }

    /** A label that another class shares its place with: its swap score is the smallest similarity. */
    private static void crowdedImage(Scene scene) {
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(0, 1, 1, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.9, 30, 0, 10, 10));
    }

    private static double first(Scene scene, SuspectMethod method) {
        return Suspects.rank(method, new SuspectInput(scene.annotationColumns(), scene.predictionColumns(),
            List.of("a", "b")), Progress.NONE).get(0).score();
    }

    private static JsonNode read() throws IOException {
        try (InputStream file = ObjectLabGoldenTest.class.getResourceAsStream("/golden/objectlab.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
