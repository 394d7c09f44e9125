package dev.errata.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.errata.engine.Golden;
import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.metrics.FederatedRules.Frequency;
import dev.errata.engine.overlaps.Overlaps;

/** LVIS' rules: in each image only the classes count that it was checked for. */
class FederatedMetricsTest {

    private static final double EXACT = 1e-9;
    private static final int[] NONE = {};

    @Test
    void numbersAreThoseOfLvis() throws IOException {
        Golden golden = Golden.read("lvis");
        FederatedRules rules = FederatedRules.of(labels(golden, "absent"), labels(golden, "incomplete"), frequencies(golden));
        CocoMetrics metrics = CocoMetrics.of(golden.annotations, golden.predictions, golden.classes, golden.imageOrder, rules,
            Overlaps.ofBoxes(golden.annotations, golden.predictions), Progress.NONE);
        Map<String, Double> values = metrics.lvisValues(rules);
        JsonNode expected = golden.values.get("lvis");
        assertEquals(expected.size(), values.size());
        expected.fields().forEachRemaining(
            entry -> assertEquals(entry.getValue().asDouble(), values.get(entry.getKey()), EXACT, entry.getKey()));
        golden.values.get("classes").fields().forEachRemaining(entry -> assertEquals(entry.getValue().asDouble(),
            metrics.averagePrecision(golden.label(entry.getKey())), EXACT, entry.getKey()));
    }

    private static int[][] labels(Golden golden, String field) {
        return StreamSupport.stream(golden.values.get(field).spliterator(), false)
            .map(ids -> IntStream.range(0, ids.size()).map(i -> golden.label(ids.get(i).asText())).toArray())
            .toArray(int[][]::new);
    }

    private static Frequency[] frequencies(Golden golden) {
        return golden.values.get("frequency").asText().chars()
            .mapToObj(c -> c == 'r' ? Frequency.RARE : c == 'c' ? Frequency.COMMON : Frequency.FREQUENT)
            .toArray(Frequency[]::new);
    }

    @Test
    void falsePositivesCountOnlyWhereTheImageWasChecked() {
        Scene scene = new Scene(2, 1);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 50, 50));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.8, 0, 0, 50, 50));
        scene.predictions.add(Box.prediction(1, 1, 0, 0.9, 0, 0, 50, 50));
        assertEquals(1, averagePrecision(scene, NONE, NONE), EXACT);
        assertEquals(0.5, averagePrecision(scene, new int[] {0}, NONE), EXACT);
        assertEquals(1, averagePrecision(scene, new int[] {0}, new int[] {0}), EXACT);
    }

    /** With what is known of the second image. */
    private static double averagePrecision(Scene scene, int[] absent, int[] incomplete) {
        FederatedRules rules = FederatedRules.of(new int[][] {NONE, absent}, new int[][] {NONE, incomplete},
            new Frequency[] {Frequency.UNKNOWN});
        AnnotationColumns annotations = scene.annotationColumns();
        PredictionColumns predictions = scene.predictionColumns();
        return CocoMetrics.of(annotations, predictions, 1, new int[] {0, 1}, rules,
            Overlaps.ofBoxes(annotations, predictions), Progress.NONE).averagePrecision(AreaRange.ALL);
    }
}
