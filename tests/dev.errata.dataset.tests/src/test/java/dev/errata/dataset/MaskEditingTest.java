package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.matching.ComparedOutlines;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.masks.Mask;
import dev.errata.formats.text.RunLengths;

/** Labels and predictions that are run-length encoded masks: a label is drawn and changed by its outlines. */
class MaskEditingTest {

    /** A square of 20 by 20 pixels at (10, 10) in an image of 50 by 40: its runs go down the columns. */
    private static final String SQUARE = "{\"size\": [40, 50], \"counts\": [410" + ", 20, 20".repeat(19) + ", 20, 810]}";

    /** The same with a hole of 5 by 4 pixels at (13, 18). */
    private static final long[] RING = ring();

    @TempDir
    Path temporary;
    private Path labels;
    private OpenDataset dataset;
    private Run run;

    private static long[] ring() {
        LongStream.Builder runs = LongStream.builder();
        runs.add(410);
        for (int column = 10; column < 30; column++) {
            if (column >= 13 && column < 18) {
                runs.add(8).add(4).add(8);
            } else {
                runs.add(20);
            }
            runs.add(column < 29 ? 20 : 810);
        }
        return runs.build().toArray();
    }

    @BeforeEach
    void open() throws Exception {
        labels = Files.writeString(temporary.resolve("labels.json"), """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 50, "height": 40}],
             "categories": [{"id": 1, "name": "sail"}, {"id": 2, "name": "roof"}],
             "annotations": [{"id": 5, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0,
                              "segmentation": %s}]}
            """.formatted(SQUARE));
        Path results = Files.writeString(temporary.resolve("m.json"), """
            [{"image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 20], "score": 0.9, "segmentation": %s}]
            """.formatted(SQUARE));
        Path folder = temporary.resolve("masks");
        new ImportDataset(folder, labels).run("m", results).run(Progress.NONE);
        dataset = OpenDataset.open(folder, Progress.NONE);
        run = dataset.run("m");
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private Annotation label(ImageRecord image) {
        return image.getAnnotations().get(0);
    }

    private JsonNode exported(int index) throws Exception {
        return new ObjectMapper().readTree(export()).get("annotations").get(index);
    }

    private byte[] export() throws Exception {
        Path file = Files.createTempDirectory(temporary, "export").resolve("out.json");
        ExportDataset.run(dataset, "coco", file);
        return Files.readAllBytes(file);
    }

    @Test
    void aMaskIsDrawnAndStaysAMaskUntilItIsReshaped() throws Exception {
        ImageRecord image = dataset.image(0);
        assertEquals(8, label(image).getPolygons().get(0).getPoints().size());
        dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(label(image)), dataset.labelClass(1), null));
        JsonNode relabelled = exported(0);
        assertEquals(2, relabelled.get("category_id").asInt());
        assertEquals(new ObjectMapper().readTree(SQUARE), relabelled.get("segmentation"));
    }

    @Test
    void anOutlineFollowsTheBoxAndUndoBringsTheMaskBack() throws Exception {
        ImageRecord image = dataset.image(0);
        dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(true), Progress.NONE);
        double area = maskArea();
        dataset.commandStack().execute(LabelCommands.setBox(dataset, label(image), new double[] {10, 10, 30, 20}));
        JsonNode wider = exported(0);
        assertEquals("[[40,10,40,30,10,30,10,10]]", wider.get("segmentation").toString().replace(".0", ""));
        assertEquals(600, wider.get("area").asDouble());
        dataset.commandStack().undo();
        assertArrayEquals(Files.readAllBytes(labels), export());
        assertEquals(area, maskArea());
    }

    private double maskArea() {
        return dataset.evaluations().masks(run).map(masks -> masks.annotation(dataset.annotations().begin(0)).area())
            .orElseGet(() -> {
                dataset.evaluations().overlaps(run, Progress.NONE);
                return dataset.evaluations().masks(run).orElseThrow().annotation(dataset.annotations().begin(0)).area();
            });
    }

    @Test
    void aPredictionIsAcceptedWithItsOutlineWhereMasksAreCompared() throws Exception {
        ImageRecord image = dataset.image(0);
        Prediction prediction = image.getPredictions().get(0);
        assertEquals(List.of(), ComparedOutlines.ofPrediction(dataset, prediction), "compared by boxes");
        dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(true), Progress.NONE);
        dataset.evaluations().of(run, Progress.NONE);
        assertEquals(1, ComparedOutlines.ofPrediction(dataset, prediction).size());
        assertEquals(0, ComparedOutlines.holes(dataset, prediction));
        assertEquals(1, ComparedOutlines.ofLabel(dataset, run, 0, 5).size());
        assertEquals(List.of(), ComparedOutlines.ofLabel(dataset, run, 0, 77));
        dataset.commandStack().execute(LabelCommands.accept(dataset, List.of(prediction), null));
        assertTrue(LabelCommands.isAccepted(dataset, prediction));
        JsonNode accepted = exported(1);
        assertEquals(8, accepted.get("segmentation").get(0).size());
        assertEquals(400, accepted.get("area").asDouble());
    }

    /** Outlines cannot tell holes: a mask that has some stays a mask, in the manner in which the file has it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holesOfAReshapedMaskStay(boolean compressed) throws Exception {
        Mask ring = Mask.ofRuns(RING, 40, 50);
        String counts = compressed ? '"' + RunLengths.encode(RING).replace("\\", "\\\\") + '"' : Arrays.toString(RING);
        Path holed = Files.writeString(temporary.resolve("holed.json"),
            Files.readString(labels).replaceFirst("\\[410[^]]*\\]", Matcher.quoteReplacement(counts)));
        Path results = temporary.resolve("m.json");
        new ImportDataset(temporary.resolve("holed"), holed).run("m", results).run(Progress.NONE);
        dataset.close();
        dataset = OpenDataset.open(temporary.resolve("holed"), Progress.NONE);
        run = dataset.run("m");
        dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(true), Progress.NONE);
        assertEquals(ring.area(), maskArea());
        dataset.commandStack().execute(LabelCommands.setBox(dataset, label(dataset.image(0)), new double[] {12, 13, 20, 20}));
        assertEquals(ring.area(), maskArea());
        JsonNode moved = exported(0);
        assertEquals(ring.area(), moved.get("area").asLong());
        JsonNode written = moved.get("segmentation").get("counts");
        long[] runs = compressed ? RunLengths.decode(written.textValue())
            : StreamSupport.stream(written.spliterator(), false).mapToLong(JsonNode::longValue).toArray();
        assertArrayEquals(new double[] {12, 13, 20, 20}, RunLengths.bounds(runs, 40));
        long shift = 2 * 40 + 3;
        assertEquals(RING[0] + shift, runs[0]);
        assertArrayEquals(Arrays.copyOfRange(RING, 1, RING.length - 1), Arrays.copyOfRange(runs, 1, runs.length - 1));
        dataset.commandStack().undo();
        assertArrayEquals(Files.readAllBytes(holed), export());
    }
}
