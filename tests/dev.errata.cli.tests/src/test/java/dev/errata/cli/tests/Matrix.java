package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** What {@code evaluate --output json} prints. */
record Matrix(List<String> names, long[][] counts, JsonNode json) {

    static Matrix of(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.get("classes").forEach(name -> names.add(name.textValue()));
        names.add("background");
        long[][] counts = new long[names.size()][names.size()];
        assertEquals(names.size(), json.get("matrix").size());
        for (int row = 0; row < names.size(); row++) {
            assertEquals(names.size(), json.get("matrix").get(row).size());
            for (int column = 0; column < names.size(); column++) {
                counts[row][column] = json.get("matrix").get(row).get(column).longValue();
            }
        }
        Matrix matrix = new Matrix(names, counts, json);
        matrix.checkTotals();
        return matrix;
    }

    /** Every annotation and every prediction is in exactly one cell, or ignored. */
    private void checkTotals() {
        int background = names.size() - 1;
        long annotations = json.at("/ignored/annotations").longValue();
        long predictions = json.at("/ignored/predictions").longValue();
        for (int label = 0; label < background; label++) {
            for (int other = 0; other <= background; other++) {
                annotations += counts[label][other];
                predictions += counts[other][label];
            }
        }
        assertEquals(json.get("annotations").longValue(), annotations);
        assertEquals(json.get("predictions").longValue(), predictions);
        assertEquals(0, counts[background][background]);
    }

    long count(String groundTruth, String predicted) {
        return counts[names.indexOf(groundTruth)][names.indexOf(predicted)];
    }

    /** How much more one cell holds here. */
    long more(Matrix before, String groundTruth, String predicted) {
        return count(groundTruth, predicted) - before.count(groundTruth, predicted);
    }

    /** The cells in which two matrices differ, and by how much. */
    String difference(Matrix before) {
        StringBuilder text = new StringBuilder();
        for (String groundTruth : names) {
            for (String predicted : names) {
                long more = more(before, groundTruth, predicted);
                if (more != 0) {
                    text.append(String.format(Locale.ROOT, "%s,%s %+d; ", groundTruth, predicted, more));
                }
            }
        }
        return text.toString();
    }
}
