package dev.errata.formats.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Predictions;

class CocoReadTest {

    @TempDir
    Path folder;

    /** Counts and sums of all box numbers as another program (Python's json) finds them. */
    @ParameterizedTest
    @CsvSource({"cocoapi_gt.json, 100, 80, 839, 532272.3", "voc100_gt.json, 100, 20, 273, 164912.0",
        "ignore_gt.json, 1, 1, 14, 8041.27"})
    void realFilesAreReadWhole(String name, int images, int classes, int boxes, double sum) throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.resource(name));
        assertEquals(images, truth.images().size());
        assertEquals(classes, truth.classes().size());
        assertEquals(boxes, truth.annotations().size());
        assertEquals(boxes, truth.counts().read());
        assertEquals(0, truth.counts().quarantined());
        AnnotationColumns columns = truth.annotations();
        double found = 0;
        for (int row = 0; row < columns.rowLimit(); row++) {
            found += columns.x(row) + columns.y(row) + columns.width(row) + columns.height(row);
        }
        assertEquals(sum, found, 1e-3);
        assertEquals("coco", Formats.detect(CocoFiles.resource(name)).name());
    }

    @Test
    void sectionsMayComeInAnyOrder() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, """
            {"annotations": [
              {"id": 7, "image_id": 20, "category_id": 3, "bbox": [1, 2, 3, 4]},
              {"id": 5, "image_id": 10, "category_id": 0, "bbox": [5.5, 6, 7, 8e0], "area": 9, "iscrowd": 1}],
             "categories": [{"id": 3, "name": "cat", "supercategory": "animal"}, {"id": 0, "name": "dog"}],
             "images": [{"id": 10, "file_name": "a.jpg", "width": 100, "height": 50}, {"id": 20, "file_name": "b.jpg"}]}
            """));
        AnnotationColumns columns = truth.annotations();
        int second = columns.begin(0);
        int first = columns.begin(1);
        assertEquals(7, columns.id(first));
        assertEquals(0, columns.label(first));
        assertEquals(12, columns.area(first));
        assertEquals(0, columns.position(first));
        assertEquals(5, columns.id(second));
        assertEquals(1, columns.label(second));
        assertEquals(9, columns.area(second));
        assertEquals(8, columns.height(second));
        assertTrue(columns.crowd(second));
        assertEquals(1, columns.position(second));
        assertEquals("animal", truth.classes().get(0).supercategory());
        assertEquals(100, truth.images().get(0).width());
    }

    @Test
    void detailsComeFromTheRecordOnly() throws IOException {
        Path file = CocoFiles.file(folder, """
            {"images": [{"id": 1, "file_name": "\u00e4.jpg"}], "categories": [{"id": 1, "name": "\u732b"}], "annotations": [
              {"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 2, 2], "segmentation": [[0, 0, 2, 0, 2, 2.5]],
               "attributes": {"occluded": false, "colour": "r\u00f6t{", "n": 1.10}, "score": 0.10, "x": {"y": [1, "}"]}},
              {"id": 2, "image_id": 1, "category_id": 1, "bbox": [0, 0, 2, 2], "segmentation": {"size": [2, 2], "counts": "1"}}]}
            """);
        GroundTruth truth = CocoFiles.read(file);
        assertEquals("\u732b", truth.classes().get(0).name());
        Detail detail = truth.details().read(0);
        assertEquals(1, detail.polygons().size());
        assertArrayEquals(new double[] {0, 0, 2, 0, 2, 2.5}, detail.polygons().get(0));
        assertEquals("{occluded=false, colour=r\u00f6t{, n=1.10}", detail.attributes().toString());
        assertEquals("{\"score\": 0.10, \"x\": {\"y\": [1, \"}\"]}}", detail.unknownFields());
        Detail mask = truth.details().read(1);
        assertTrue(mask.polygons().isEmpty());
        assertEquals("{\"segmentation\": {\"size\": [2, 2], \"counts\": \"1\"}}", mask.unknownFields());
    }

    @Test
    void everyDetailOfARealFileIsFound() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.resource("cocoapi_gt.json"));
        AnnotationColumns columns = truth.annotations();
        int outlines = 0;
        for (int row = 0; row < columns.rowLimit(); row++) {
            Detail detail = truth.details().read(columns.position(row));
            outlines += detail.polygons().isEmpty() ? 0 : 1;
            assertEquals(columns.crowd(row), !detail.unknownFields().isEmpty());
        }
        assertEquals(830, outlines);
    }

    @Test
    void aModelThatFoundNothingHasResultsToo() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.resource("cocoapi_gt.json"));
        Path file = CocoFiles.file(folder, " [ ]\n");
        Predictions none = Formats.detectPredictions(file).readPredictions(file, truth, Progress.NONE);
        assertEquals("coco", none.format());
        assertEquals(0, none.columns().size());
        assertEquals(truth.images().size(), none.columns().imageCount());
    }

    @Test
    void resultsAreResolvedAgainstTheLabels() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.resource("cocoapi_gt.json"));
        Path file = CocoFiles.resource("cocoapi_preds.json");
        Predictions predictions = CocoFiles.COCO.readPredictions(file, truth, Progress.NONE);
        assertEquals(734, predictions.columns().size());
        assertEquals("coco", Formats.detectPredictions(file).name());
        int image = 0;
        while (!truth.images().get(image).originalId().equals("42")) {
            image++;
        }
        int row = predictions.columns().begin(image);
        assertEquals(0, predictions.columns().position(row));
        assertEquals(0.236, predictions.columns().confidence(row));
        assertEquals(258.15, predictions.columns().x(row));
        assertEquals("dog", truth.classes().get(predictions.columns().label(row)).name());
    }

    @Test
    void masksGiveTheBoxesThatPycocotoolsGives() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.resource("cocoapi_gt.json"));
        Predictions predictions =
            CocoFiles.COCO.readPredictions(CocoFiles.resource("cocoapi_rle_results.json"), truth, Progress.NONE);
        assertEquals(734, predictions.columns().size());
        int image = 0;
        while (!truth.images().get(image).originalId().equals("42")) {
            image++;
        }
        int row = predictions.columns().begin(image);
        assertArrayEquals(new double[] {258, 41, 348, 243}, new double[] {predictions.columns().x(row),
            predictions.columns().y(row), predictions.columns().width(row), predictions.columns().height(row)}, 3);
    }

    @Test
    void readingStopsWhenAskedTo() {
        Progress cancelled = new Progress() {
            @Override
            public void begin(String task, long total) {
                assertTrue(total > 0);
            }

            @Override
            public void advance(long amount) {
                assertTrue(amount > 0);
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
            () -> CocoFiles.COCO.readGroundTruth(CocoFiles.resource("cocoapi_gt.json"), cancelled));
    }
}
