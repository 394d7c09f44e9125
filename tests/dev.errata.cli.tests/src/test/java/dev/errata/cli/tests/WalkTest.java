package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** The whole job on the real sample: import, look, fix, take back, export. */
class WalkTest {

    @TempDir
    private Path work;

    @Test
    void importLookFixUndoExport() throws Exception {
        Product errata = new Product(work);
        Path dataset = work.resolve("Blut zellen \u00e4");
        Path labels = Product.sample("labels.json");

        JsonNode imported = errata.json("import", dataset, "--labels", labels, "--images", Product.sample("images"),
            "--run", "a=" + Product.sample("model_a.json"), "--run", "b b=" + Product.sample("model_b.json"), "--output",
            "json");
        assertEquals(364, imported.get("images").intValue(), imported.toString());
        assertEquals(4888, imported.at("/labels/imported").intValue());
        assertEquals(32540, imported.at("/runs/a/imported").intValue());
        assertEquals(imported.at("/labels/read").intValue(),
            imported.at("/labels/imported").intValue() + imported.at("/labels/quarantined").intValue());

        Matrix before = Matrix.of(errata.json("evaluate", dataset, "--output", "json"));
        assertEquals("[[4034,14,4,103],[0,370,1,1],[1,2,347,11],[14250,7299,6218,0]]", before.json().get("matrix").toString());

        JsonNode mismatches = errata.json("mismatches", dataset, "--output", "json");
        checkMismatches(before, mismatches);
        JsonNode cell = errata.json("mismatches", dataset, "--cell", "RBC,WBC", "--output", "json");
        assertEquals(before.count("RBC", "WBC"), cell.size());
        long id = cell.get(0).get("annotation").longValue();

        errata.done("relabel", dataset, "--annotation", id, "--class", "WBC", "--reason",
            "the nucleus is \"stained\", \u00fcberall");
        Matrix relabelled = Matrix.of(errata.json("evaluate", dataset, "--output", "json"));
        assertEquals("RBC,WBC -1; WBC,WBC +1; ", relabelled.difference(before));

        JsonNode invented = first(mismatches, "background", "RBC");
        errata.done("accept", dataset, "--run", "a", "--prediction", invented.get("prediction").intValue());
        long missed = first(mismatches, "RBC", "background").get("annotation").longValue();
        errata.done("delete", dataset, "--annotation", missed);
        Matrix fixed = Matrix.of(errata.json("evaluate", dataset, "--output", "json"));
        assertEquals("RBC,RBC +1; RBC,background -1; background,RBC -1; ", fixed.difference(relabelled));

        Matrix withoutFixes = Matrix.of(errata.json("evaluate", dataset, "--as-imported", "--output", "json"));
        assertEquals("", withoutFixes.difference(before));

        checkHistory(errata.json("history", dataset, "--output", "json"), id);
        assertTrue(errata.done("undo", dataset).out().contains(Long.toString(missed)));
        errata.done("undo", dataset);
        Matrix undone = Matrix.of(errata.json("evaluate", dataset, "--output", "json"));
        assertEquals("", undone.difference(relabelled));

        Path one = work.resolve("one.json");
        errata.done("export", dataset, "--format", "coco", "--to", one);
        checkOneFix(Files.readString(labels), Files.readString(one), id);
        errata.done("undo", dataset);
        errata.done("export", dataset, "--format", "coco", "--to", "none.json");
        assertArrayEquals(Files.readAllBytes(labels), Files.readAllBytes(work.resolve("none.json")));
    }

    /** Each cell opens as many as it counts, the most confident first, those without a prediction last in file order. */
    private static void checkMismatches(Matrix matrix, JsonNode mismatches) {
        Map<String, Long> counted = new TreeMap<>();
        double last = Double.POSITIVE_INFINITY;
        boolean labelsOnly = false;
        for (JsonNode mismatch : mismatches) {
            counted.merge(mismatch.get("groundTruth").textValue() + "," + mismatch.get("predicted").textValue(), 1L, Long::sum);
            if (mismatch.get("prediction").isNull()) {
                labelsOnly = true;
                assertEquals("background", mismatch.get("predicted").textValue());
            } else {
                assertTrue(!labelsOnly, "a prediction stands behind a label without one: " + mismatch);
                assertTrue(mismatch.get("confidence").doubleValue() <= last, "not by falling confidence: " + mismatch);
                last = mismatch.get("confidence").doubleValue();
            }
            assertEquals(mismatch.get("annotation").isNull(), mismatch.get("groundTruth").textValue().equals("background"));
        }
        Map<String, Long> expected = new TreeMap<>();
        for (String groundTruth : matrix.names()) {
            for (String predicted : matrix.names()) {
                if (!groundTruth.equals(predicted) && matrix.count(groundTruth, predicted) > 0) {
                    expected.put(groundTruth + "," + predicted, matrix.count(groundTruth, predicted));
                }
            }
        }
        assertEquals(expected, counted);
    }

    private static JsonNode first(JsonNode mismatches, String groundTruth, String predicted) {
        for (JsonNode mismatch : mismatches) {
            if (mismatch.get("groundTruth").textValue().equals(groundTruth)
                && mismatch.get("predicted").textValue().equals(predicted)) {
                return mismatch;
            }
        }
        throw new AssertionError("no mismatch of " + groundTruth + " and " + predicted);
    }

    private static void checkHistory(JsonNode history, long relabelled) {
        assertEquals(3, history.size(), history.toString());
        JsonNode change = history.get(0);
        assertEquals(relabelled, change.get("annotation").longValue());
        assertEquals("label", change.get("field").textValue());
        assertEquals("RBC", change.get("old").textValue());
        assertEquals("WBC", change.get("new").textValue());
        assertEquals("the nucleus is \"stained\", \u00fcberall", change.get("reason").textValue());
        assertTrue(!change.get("who").textValue().isEmpty());
        assertTrue(change.get("when").textValue().endsWith("Z"));
        assertEquals(false, change.get("undone").booleanValue());
        assertNotEquals(change.get("group"), history.get(1).get("group"));
        assertEquals("add", history.get(1).get("operation").textValue());
        assertEquals("delete", history.get(2).get("operation").textValue());
    }

    /** The two texts differ only in the class of one annotation. */
    private static void checkOneFix(String before, String after, long id) {
        int begin = 0;
        while (before.charAt(begin) == after.charAt(begin)) {
            begin++;
        }
        int end = 0;
        while (before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        String record = before.substring(before.lastIndexOf('{', begin), before.indexOf('}', begin) + 1);
        assertTrue(record.matches("(?s).*\"id\":\\s*" + id + "\\D.*"), "another record was changed: " + record);
        assertTrue(before.length() - end - begin <= 2 && after.length() - end - begin <= 2,
            "more than the class was changed: " + after.substring(begin, after.length() - end));
        assertTrue(before.substring(0, begin).matches("(?s).*\"category_id\":\\s*"), "not the class was changed");
    }
}
