package dev.errata.dataset.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;

/** Outlines of single objects, read from their records whatever is compared. */
class ObjectOutlinesTest {

    /** A square of 2 by 2 pixels at (1, 1) in an image of 5 by 4: its runs go down the columns. */
    private static final String MASK = "{\"size\": [4, 5], \"counts\": [5, 2, 2, 2, 9]}";
    private static final String TRIANGLE = "[[0, 0, 4, 0, 0, 3]]";
    private static final String LABELS = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 5, "height": 4}],
         "categories": [{"id": 1, "name": "sail"}],
         "annotations": [
          {"id": 5, "image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2], "segmentation": %s},
          {"id": 6, "image_id": 1, "category_id": 1, "bbox": [0, 0, 4, 3], "segmentation": %s},
          {"id": 7, "image_id": 1, "category_id": 1, "bbox": [0, 0, 4, 3], "segmentation": []}]}
        """.formatted(MASK, TRIANGLE);
    private static final String RESULTS = """
        [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2], "score": 0.9},
         {"image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2], "score": 0.9, "segmentation": %s},
         {"image_id": 1, "category_id": 1, "bbox": [0, 0, 4, 3], "score": 0.8, "segmentation": %s}]
        """.formatted(MASK, TRIANGLE);

    @TempDir
    private Path temporary;

    private OpenDataset open(Path labels) throws Exception {
        Path results = Files.writeString(temporary.resolve("m.json"), RESULTS);
        Path folder = temporary.resolve("set");
        new ImportDataset(folder, labels).run("m", results).run(Progress.NONE);
        return OpenDataset.open(folder, Progress.NONE);
    }

    private static void assertTriangle(List<double[]> outlines) {
        assertEquals(1, outlines.size());
        assertArrayEquals(new double[] {0, 0, 4, 0, 0, 3}, outlines.get(0));
    }

    @Test
    void labelsHaveThoseThatTheyHaveNow() throws Exception {
        try (OpenDataset dataset = open(Files.writeString(temporary.resolve("labels.json"), LABELS))) {
            assertEquals(8, ObjectOutlines.ofLabel(dataset, 0, 5).get(0).length);
            assertTriangle(ObjectOutlines.ofLabel(dataset, 0, 6));
            assertEquals(List.of(), ObjectOutlines.ofLabel(dataset, 0, 7));
            dataset.commandStack().execute(LabelCommands.setPolygons(dataset, dataset.annotation(7).orElseThrow(),
                List.of(new double[] {0, 0, 4, 0, 0, 3})));
            assertTriangle(ObjectOutlines.ofLabel(dataset, 0, 7));
            dataset.commandStack().execute(LabelCommands.delete(dataset, List.of(dataset.annotation(7).orElseThrow()), ""));
            assertEquals(List.of(), ObjectOutlines.ofLabel(dataset, 0, 7));
            dataset.commandStack().execute(LabelCommands.add(dataset, 0, dataset.labelClass(0), new double[] {0, 0, 2, 2},
                List.of()));
            assertEquals(List.of(), ObjectOutlines.ofLabel(dataset, 0, dataset.image(0).getAnnotations().getLast().getId()));
        }
    }

    @Test
    void predictionsHaveThoseOfTheirFile() throws Exception {
        try (OpenDataset dataset = open(Files.writeString(temporary.resolve("labels.json"), LABELS))) {
            assertEquals(List.of(), ObjectOutlines.ofPrediction(dataset, dataset.run("m"), 0));
            assertEquals(8, ObjectOutlines.ofPrediction(dataset, dataset.run("m"), 1).get(0).length);
            assertTriangle(ObjectOutlines.ofPrediction(dataset, dataset.run("m"), 2));
        }
    }

    /** Each would have to be looked for from the beginning. */
    @Test
    void recordsOfACompressedFileAreLeftAlone() throws Exception {
        Path labels = temporary.resolve("labels.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(labels))) {
            out.write(LABELS.getBytes(StandardCharsets.UTF_8));
        }
        try (OpenDataset dataset = open(labels)) {
            assertEquals(List.of(), ObjectOutlines.ofLabel(dataset, 0, 6));
            assertTriangle(ObjectOutlines.ofPrediction(dataset, dataset.run("m"), 2));
        }
    }
}
