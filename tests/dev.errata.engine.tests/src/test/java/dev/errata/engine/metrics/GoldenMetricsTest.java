package dev.errata.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import dev.errata.engine.Golden;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Thresholds;

class GoldenMetricsTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"val2014", "ties", "ignore", "bccd"})
    void averagePrecisionAndRecallAreThoseOfPycocotools(String name) throws IOException {
        Golden golden = Golden.read(name);
        CocoMetrics metrics = CocoMetrics.of(golden.annotations, golden.predictions, golden.classes, golden.imageOrder,
            Progress.NONE);
        assertValues(golden.values.get("coco"), metrics.values());
        golden.values.get("classes").fields().forEachRemaining(
            entry -> assertClass(entry.getValue(), metrics.ofClass(golden.label(entry.getKey())), entry.getKey()));
    }

    private static void assertClass(JsonNode expected, ClassMetrics actual, String name) {
        assertEquals(expected.get("AP").asDouble(), actual.ap(), EXACT, name);
        assertEquals(expected.get("AP50").asDouble(), actual.ap50(), EXACT, name);
        assertEquals(expected.get("AP75").asDouble(), actual.ap75(), EXACT, name);
        assertEquals(expected.get("AR100").asDouble(), actual.ar100(), EXACT, name);
        assertEquals(expected.get("annotations").asInt(), actual.annotations(), name);
        ConfidenceCurve curve = actual.byConfidence();
        assertEquals(expected.get("predictions").asInt(), curve.predictions(), name);
        expected.get("at").fields().forEachRemaining(entry -> {
            ConfidenceCurve.Point point = curve.at((int) Math.round(100 * Double.parseDouble(entry.getKey())));
            assertEquals(entry.getValue().get(0).asInt(), point.truePositives(), name + " at " + entry.getKey());
            assertEquals(entry.getValue().get(1).asInt(), point.falsePositives(), name + " at " + entry.getKey());
        });
        JsonNode best = expected.get("bestF1");
        if (best.isNull()) {
            assertEquals(0, Math.max(0, curve.best().f1()), name);
            return;
        }
        assertEquals(best.get("F1").asDouble(), curve.best().f1(), EXACT, name);
        assertEquals(best.get("confidence").asDouble(), curve.best().confidence(), name);
        assertEquals(best.get("precision").asDouble(), curve.best().precision(), EXACT, name);
        assertEquals(best.get("recall").asDouble(), curve.best().recall(), EXACT, name);
    }

    @Test
    void anIdOfZeroIsLikeAnyOther() throws IOException {
        // pycocotools takes the id 0 for "no match": what it says of ids from 1 on is right for ids from 0 on as well
        Golden golden = Golden.read("ties");
        AnnotationRows rows = new AnnotationRows(golden.annotations.size());
        int[] image = new int[golden.annotations.size()];
        for (int i = 0; i < golden.annotations.imageCount(); i++) {
            for (int row = golden.annotations.begin(i); row < golden.annotations.end(i); row++) {
                image[rows.size()] = i;
                rows.add(rows.size(), golden.annotations.label(row), golden.annotations.x(row), golden.annotations.y(row),
                    golden.annotations.width(row), golden.annotations.height(row), golden.annotations.area(row),
                    golden.annotations.crowd(row), golden.annotations.position(row));
            }
        }
        AnnotationColumns fromZero = AnnotationColumns.grouped(golden.annotations.imageCount(), image, rows);
        assertValues(golden.values.get("coco"), CocoMetrics.of(fromZero, golden.predictions, golden.classes,
            golden.imageOrder, Progress.NONE).values());
    }

    @Test
    void pointsOfTheCurveAreThoseOfTheirThreshold() {
        double[] confidence = {0.9, 0.5, 0.5, 0.29};
        boolean[] hit = {false, true, true, false};
        ConfidenceCurve curve = ConfidenceCurve.of(confidence, hit, 4, 3);
        assertEquals(new ConfidenceCurve.Point(0.5, 2, 1, 1), curve.best());
        assertEquals(new ConfidenceCurve.Point(0.5, 2, 1, 1), curve.at(50));
        assertEquals(new ConfidenceCurve.Point(0.51, 0, 1, 3), curve.at(51));
        assertEquals(new ConfidenceCurve.Point(0.29, 2, 2, 1), curve.at(29));
        assertEquals(1, curve.at(100).precision());
        assertEquals(0.0, curve.at(100).recall());
        assertEquals(CocoMetrics.ABSENT, ConfidenceCurve.of(confidence, new boolean[4], 4, 0).best().f1());
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
