package dev.errata.engine.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What cleanlab makes of real labels and out-of-sample probabilities; see {@code golden/ORIGIN.md}. */
class ConfidentLearningGoldenTest {

    private static final double EXACT = 1e-12;

    private JsonNode expected;
    private int[] labels;
    private double[][] probabilities;
    private int classes;

    @BeforeEach
    void read() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/golden/confident_learning.json")) {
            ObjectMapper mapper = new ObjectMapper();
            expected = mapper.readTree(file);
            labels = mapper.treeToValue(expected.get("labels"), int[].class);
            probabilities = mapper.treeToValue(expected.get("probabilities"), double[][].class);
            classes = probabilities[0].length;
        }
    }

    @Test
    void thresholdsCountsAndJoint() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ConfidentJoint joint = ConfidentJoint.of(labels, probabilities, classes);
        assertArrayEquals(mapper.treeToValue(expected.get("thresholds"), double[].class), joint.thresholds(), EXACT);
        assertArrayEquals(mapper.treeToValue(expected.get("counts"), int[][].class), joint.counts());
        assertArrayEquals(mapper.treeToValue(expected.get("joint"), int[][].class), joint.calibrated());
        double[][] shares = mapper.treeToValue(expected.get("estimatedJoint"), double[][].class);
        for (int given = 0; given < classes; given++) {
            assertArrayEquals(shares[given], joint.joint()[given], EXACT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filtersFlagTheSameLabels(LabelIssues method) {
        boolean[] flagged = new IssueFilter(labels, probabilities, classes).issues(method);
        assertEquals(expected.get("issues").get(method.id()).toString(),
            IntStream.range(0, flagged.length).filter(i -> flagged[i]).boxed().toList().toString().replace(" ", ""));
    }

    @ParameterizedTest
    @EnumSource
    void scoresAreTheSame(LabelQuality quality) throws IOException {
        assertArrayEquals(new ObjectMapper().treeToValue(expected.get("scores").get(quality.id()), double[].class),
            quality.scores(labels, probabilities), EXACT);
    }

    @Test
    void roundingKeepsTheSum() {
        assertArrayEquals(new int[] {1, 2, 2}, ConfidentJoint.round(new double[] {1.4, 1.8, 1.8}));
        assertArrayEquals(new int[] {0, 0, 1}, ConfidentJoint.round(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}));
        assertArrayEquals(new int[] {1, 2, 2}, ConfidentJoint.round(new double[] {1.6, 1.7, 1.7}));
    }

    @Test
    void aClassThatNobodyWasGivenIsNeverGuessed() {
        ConfidentJoint joint = ConfidentJoint.of(new int[] {0, 0}, new double[][] {{0.1, 0.9}, {0.8, 0.2}}, 2);
        assertEquals(2, joint.thresholds()[1]);
        assertEquals(0, joint.counts()[0][1]);
    }
}
