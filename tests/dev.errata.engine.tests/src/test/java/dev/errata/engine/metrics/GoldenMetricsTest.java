package dev.errata.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.errata.engine.Golden;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Thresholds;

class GoldenMetricsTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"val2014", "ties"})
    void averagePrecisionAndRecallAreThoseOfPycocotools(String name) throws IOException {
        Golden golden = Golden.read(name);
        CocoMetrics metrics = CocoMetrics.of(golden.annotations, golden.predictions, golden.classes, golden.imageOrder,
            Progress.NONE);
        assertValues(golden.values.get("coco"), metrics.values());
        golden.values.get("cocoByClass").fields().forEachRemaining(entry -> assertEquals(entry.getValue().asDouble(),
            metrics.averagePrecision(golden.label(entry.getKey())), EXACT, entry.getKey()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"val2014", "ties"})
    void errorTypesAndTheirWorthAreThoseOfTidecv(String name) throws IOException {
        Golden golden = Golden.read(name);
        TideMetrics metrics = TideMetrics.of(golden.annotations, golden.predictions, golden.classes, Progress.NONE);
        Map<String, Double> values = new HashMap<>(metrics.values());
        values.put("AP", metrics.averagePrecision());
        for (TideError error : TideError.values()) {
            values.put("n" + error.shortName(), (double) metrics.count(error));
        }
        assertValues(golden.values.get("tide"), values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"val2014", "ties"})
    void theMatrixIsThatOfThePlainStatement(String name) throws IOException {
        Golden golden = Golden.read(name);
        assertMatrix(golden, golden.values.get("matrix"), Thresholds.DEFAULT);
        assertMatrix(golden, golden.values.get("matrixLow"), new Thresholds(0.3, 0.4));
    }

    private static void assertMatrix(Golden golden, JsonNode expected, Thresholds thresholds) {
        Evaluation evaluation = Evaluation.of(golden.annotations, golden.predictions, golden.classes, thresholds,
            Progress.NONE);
        for (int row = 0; row <= golden.classes; row++) {
            for (int column = 0; column <= golden.classes; column++) {
                assertEquals(expected.get(0).get(row).get(column).asLong(), evaluation.matrix().count(row, column));
            }
        }
        assertEquals(expected.get(1).get("annotations").asInt(), evaluation.ignoredAnnotations());
        assertEquals(expected.get(1).get("predictions").asInt(), evaluation.ignoredPredictions());
    }

    private static void assertValues(JsonNode expected, Map<String, Double> actual) {
        assertEquals(expected.size(), actual.size());
        expected.fields().forEachRemaining(
            entry -> assertEquals(entry.getValue().asDouble(), actual.get(entry.getKey()), EXACT, entry.getKey()));
    }
}
