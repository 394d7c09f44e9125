package dev.errata.formats.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.TideMetrics;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.MaskColumns;
import dev.errata.formats.Predictions;
import dev.errata.formats.RecordMasks;

class CocoMasksTest {

    /** Of the two files by pycocotools 2.0.11, iouType segm. */
    private static final Map<String, Double> PYCOCOTOOLS = Map.ofEntries(Map.entry("AP", 0.3195452758576433),
        Map.entry("AP50", 0.5622883972521636), Map.entry("AP75", 0.29892653412086784),
        Map.entry("APs", 0.3873740315997837), Map.entry("APm", 0.31018272403369485), Map.entry("APl", 0.3269339071005138),
        Map.entry("AR1", 0.2682297225711534), Map.entry("AR10", 0.41544868114906375),
        Map.entry("AR100", 0.4168394992198818), Map.entry("ARs", 0.4694498622754236),
        Map.entry("ARm", 0.37675922666197265), Map.entry("ARl", 0.3814715099715099));

    /** Of the two files by tidecv 1.0.1, mode mask. */
    private static final Map<String, Double> TIDE = Map.of("Cls", 16.186000852974452, "Loc", 11.600722789458686, "Both",
        1.0128509521506288, "Dupe", 0.0, "Bkg", 0.2681107488310275, "Miss", 7.778639338018046, "FalsePos", 8.660366141587232,
        "FalseNeg", 23.74583810883663);

    @TempDir
    private Path folder;

    @Test
    void metricsByMasksAreThoseOfThePeers() throws IOException, URISyntaxException {
        CocoFormat format = new CocoFormat();
        Path labels = file("cocoapi_gt.json");
        Path results = file("cocoapi_rle_results.json");
        GroundTruth truth = format.readGroundTruth(labels, Progress.NONE);
        Predictions predictions = format.readPredictions(results, truth, Progress.NONE);
        RecordMasks ofResults = format.readMasks(results, Progress.NONE).orElseThrow();
        assertEquals(734, ofResults.count());
        assertTrue(ofResults.withBox().isEmpty());
        Overlaps overlaps = MaskColumns.overlaps(truth.images(), truth.annotations(),
            format.readMasks(labels, Progress.NONE).orElseThrow(), predictions.columns(), ofResults);
        int[] byId = IntStream.range(0, truth.images().size()).boxed()
            .sorted(Comparator.comparing(image -> Long.parseLong(truth.images().get(image).originalId())))
            .mapToInt(image -> image).toArray();
        Map<String, Double> values = CocoMetrics.of(truth.annotations(), predictions.columns(), truth.classes().size(), byId,
            null, overlaps, Progress.NONE).values();
        PYCOCOTOOLS.forEach((name, value) -> assertEquals(value, values.get(name), 1e-9, name));
        TideMetrics tide = TideMetrics.of(truth.annotations(), predictions.columns(), truth.classes().size(), overlaps,
            Progress.NONE);
        assertEquals(TIDE.keySet(), tide.values().keySet());
        TIDE.forEach((name, value) -> assertEquals(value, tide.values().get(name), 1e-9, name));
        assertEquals(51.80081155512982, tide.averagePrecision(), 1e-9);
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(CocoMasksTest.class.getResource("/coco/" + name).toURI());
    }

    @Test
    void outlinesAndRunsOfAllKindsAreRead() throws IOException {
        RecordMasks masks = read("""
            [{"segmentation":[[0,0,0,10,10,10,10,0]],"bbox":[0,0,10,10]},
            {"segmentation":[0,0,0,10,10,10,10,0]},
            {"segmentation":{"size":[20,30],"counts":[0,10,10,10]}},
            {"segmentation":[[1,2,3]],"bbox":[1,2]},
            7,
            {"segmentation":{"counts":[1,2]},"other":{"segmentation":[[0,0,1,1,2,2]]}},
            {"segmentation":null}]""");
        assertEquals(7, masks.shapes().size());
        assertEquals(3, masks.count());
        assertEquals(100, masks.shape(0).rasterise(20, 30).area());
        assertEquals(1, masks.shape(0).rasterise(20, 30).iou(masks.shape(1).rasterise(20, 30)));
        assertEquals(20, masks.shape(2).rasterise(20, 30).area());
        assertNull(masks.shape(3));
        assertNull(masks.shape(5));
        assertNull(masks.shape(99));
        assertTrue(masks.withBox().get(0));
        assertFalse(masks.withBox().get(3));
    }

    /** As pycocotools, which puts their boxes to 0, 0, 0, 0: models do predict masks without a pixel. */
    @Test
    void aPredictedMaskWithoutAPixelCountsLikeAnyOther() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 30, "height": 20}], "categories": [{"id": 1, "name": "a"}],
            "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [0, 0, 10, 10], "area": 100, "iscrowd": 0}]}"""));
        Predictions predictions = CocoFiles.COCO.readPredictions(CocoFiles.file(folder, """
            [{"image_id": 1, "category_id": 1, "score": 0.9, "segmentation": {"size": [20, 30], "counts": [600]}},
            {"image_id": 1, "category_id": 1, "score": 0.8, "segmentation": {"size": [20, 30], "counts": "hb0"}},
            {"image_id": 1, "category_id": 1, "score": 0.7, "segmentation": {"size": [20, 30], "counts": [0, 20, 580]}},
            {"image_id": 1, "category_id": 1, "score": 0.6, "segmentation": {"size": [20, 30], "counts": null}}]"""), truth,
            Progress.NONE);
        assertEquals(3, predictions.columns().size());
        assertEquals(1, predictions.counts().quarantined());
        for (int row = 0; row < 2; row++) {
            assertEquals(0, predictions.columns().width(row));
            assertEquals(0, predictions.columns().height(row));
        }
        assertEquals(20, predictions.columns().height(2));
    }

    private RecordMasks read(String text) throws IOException {
        return new CocoFormat().readMasks(Files.writeString(folder.resolve("file.json"), text), Progress.NONE).orElseThrow();
    }
}
