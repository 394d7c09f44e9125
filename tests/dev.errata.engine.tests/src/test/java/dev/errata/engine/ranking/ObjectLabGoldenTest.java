package dev.errata.engine.ranking;

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

/** The scores that cleanlab gives to real labels; see {@code golden/ORIGIN.md}. */
class ObjectLabGoldenTest {

    /** cleanlab takes some distances in another order of operations. */
    private static final double EXACT = 1e-12;

    @ParameterizedTest
    @ValueSource(strings = {"bccd", "val2014"})
    void everyBoxHasTheScoresOfCleanlab(String name) throws IOException {
        Golden data = Golden.read(name);
        JsonNode expected = read().get(name);
        ObjectLabScores scores = new ObjectLabScores(data.annotations, data.predictions, false);
        double least = 1;
        for (int image = 0; image < data.annotations.imageCount(); image++) {
            least = Math.min(least, scores.leastSimilarity(image));
        }
        assertEquals(expected.get("least").asDouble(), least, 1e-20);
        int labels = 0;
        Map<String, Double> overlooked = new HashMap<>();
        for (int image = 0; image < data.annotations.imageCount(); image++) {
            for (int row = data.annotations.begin(image); row < data.annotations.end(image); row++) {
                String id = Long.toString(data.annotations.id(row));
                assertEquals(expected.get("badloc").get(id).asDouble(), scores.location(image, row), EXACT, "location of " + id);
                assertEquals(expected.get("swap").get(id).asDouble(), scores.swap(image, row, least), EXACT, "swap of " + id);
                labels++;
            }
            for (int row = data.predictions.begin(image); row < data.predictions.end(image); row++) {
                double score = scores.overlooked(image, row, least);
                if (score == score) {
                    overlooked.put(Integer.toString(data.predictions.position(row)), score);
                }
            }
        }
        assertEquals(expected.get("badloc").size(), labels);
        assertEquals(expected.get("overlooked").size(), overlooked.size());
        overlooked.forEach((position, score) -> assertEquals(expected.get("overlooked").get(position).asDouble(), score, EXACT));
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
