package dev.errata.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Golden;
import dev.errata.engine.Progress;

class CurvesTest {

    private static final double EXACT = 1e-12;

    @Test
    void theMeanCurveHasTheMeanAveragePrecision() throws IOException {
        Golden golden = Golden.read("val2014");
        CocoMetrics metrics = metrics(golden);
        assertEquals(metrics.values().get("AP50"), mean(metrics.meanPrecisionByRecall(0)), EXACT);
        assertEquals(metrics.values().get("AP75"), mean(metrics.meanPrecisionByRecall(5)), EXACT);
    }

    @Test
    void allClassesTogetherAreTheSumOfEach() throws IOException {
        Golden golden = Golden.read("bccd");
        CocoMetrics metrics = metrics(golden);
        List<ConfidenceCurve> curves = IntStream.range(0, golden.classes).mapToObj(metrics::ofClass)
            .map(ClassMetrics::byConfidence).toList();
        ConfidenceCurve sum = ConfidenceCurve.sum(curves);
        double best = 0;
        for (int step = 0; step < ConfidenceCurve.STEPS; step++) {
            int at = step;
            ConfidenceCurve.Point point = sum.at(step);
            assertEquals(curves.stream().mapToInt(curve -> curve.at(at).truePositives()).sum(), point.truePositives());
            assertEquals(curves.stream().mapToInt(curve -> curve.at(at).falsePositives()).sum(), point.falsePositives());
            assertEquals(curves.stream().mapToInt(curve -> curve.at(at).falseNegatives()).sum(), point.falseNegatives());
            best = Math.max(best, point.f1());
        }
        assertEquals(best, sum.best().f1(), EXACT);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static CocoMetrics metrics(Golden golden) {
        return CocoMetrics.of(golden.annotations, golden.predictions, golden.classes, golden.imageOrder, Progress.NONE);
    }
}
