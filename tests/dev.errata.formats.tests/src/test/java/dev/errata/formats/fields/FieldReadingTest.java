package dev.errata.formats.fields;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;

/** What each format says of images and labels, in real files and in small ones. */
class FieldReadingTest {

    @TempDir
    private Path folder;

    private GroundTruth truth;

    @Test
    void cocoImagesHaveDatesAndLicenses() throws Exception {
        FieldTable table = resource("coco/cocoapi_gt.json");
        FieldColumn date = column(table.images(), "date_captured");
        assertEquals(FieldType.DATE, date.type());
        assertEquals("2013-11-15T11:55:43", date.text(0));
        assertEquals(100, date.present());
        assertEquals(FieldType.NUMBER, column(table.images(), "license").type());
        assertEquals(3, column(table.images(), "license").number(0));
        assertTrue(table.labels().isEmpty(), "segmentation and iscrowd are no fields: " + table.labels());
    }

    @Test
    void cocoAttributesAndNestedFieldsAreTyped() throws Exception {
        FieldTable table = read("labels.json", """
            {"annotations": [
              {"id": 7, "image_id": 2, "category_id": 1, "bbox": [1, 2, 3, 4], "iscrowd": 0,
               "attributes": {"occluded": true, "colour": "red"}, "reviewer": {"name": "Ann", "round": 2}},
              {"id": 8, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "attributes": {"occluded": false},
               "tags": ["far", "blurred"], "keypoints": [1, 2, 2], "note": null}],
             "categories": [{"id": 1, "name": "car"}],
             "images": [{"id": 1, "file_name": "a.jpg", "width": 10, "height": 10, "seq": "07"},
                        {"id": 2, "file_name": "b.jpg", "width": 10, "height": 10, "camera": "front"}]}""");
        assertEquals(List.of("occluded", "colour", "reviewer.name", "reviewer.round", "tags"), names(table.labels()));
        assertEquals(FieldType.BOOLEAN, column(table.labels(), "occluded").type());
        assertEquals(1, column(table.labels(), "occluded").number(0));
        assertEquals(0, column(table.labels(), "occluded").number(1));
        assertEquals("far, blurred", column(table.labels(), "tags").text(1));
        assertNull(column(table.labels(), "colour").text(1));
        assertEquals(7, column(table.images(), "seq").number(0));
        assertNull(column(table.images(), "camera").text(0));
        assertEquals("front", column(table.images(), "camera").text(1));
    }

    @Test
    void splitsOfCocoAreAField() throws Exception {
        for (String split : List.of("train", "val")) {
            Files.writeString(folder.resolve(split + ".json"), """
                {"images": [{"id": 1, "file_name": "%1$s.jpg", "width": 10, "height": 10, "city": "%1$sville"}],
                 "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], "by": "%1$s"}],
                 "categories": [{"id": 1, "name": "car"}]}""".formatted(split));
        }
        FieldTable table = read(folder);
        for (int image = 0; image < 2; image++) {
            String split = column(table.images(), "split").text(image);
            assertEquals(split + "ville", column(table.images(), "city").text(image));
            int row = truth.annotations().begin(image);
            assertEquals(split, column(table.labels(), "by").text(truth.annotations().position(row)));
            assertEquals(split + ".jpg", truth.images().get(image).fileName());
        }
    }

    @Test
    void bddFramesHaveWeatherAndLabelsTheirAttributes() throws Exception {
        FieldTable table = resource("scalabel/scalabel_box_track.json");
        assertEquals(Map.of("overcast", 1), counts(column(table.images(), "weather")));
        assertEquals(Map.of("city street", 1), counts(column(table.images(), "scene")));
        assertEquals(Map.of("daytime", 1), counts(column(table.images(), "timeofday")));
        assertEquals(Map.of("b1c66a42-6f7d68ca", 1), counts(column(table.images(), "videoName")));
        assertEquals(FieldType.BOOLEAN, column(table.labels(), "occluded").type());
        assertEquals(Map.of("false", 8), counts(column(table.labels(), "truncated")));
        assertEquals(Map.of("NA", 8), counts(column(table.labels(), "trafficLightColor")));
    }

    @Test
    void vocTellsItsSourcesAndFlags() throws Exception {
        FieldTable table = resource("voc");
        assertEquals(9, column(table.images(), "source.database").present());
        assertEquals(3, column(table.images(), "folder").texts().size());
        assertEquals(79, column(table.labels(), "difficult").present());
        assertTrue(column(table.labels(), "pose").texts().contains("Rear"));
        assertEquals(4, column(table.labels(), "occluded").present());
    }

    /** Nobody filters by run lengths or packed bytes. */
    @Test
    void masksAreNoFields() throws Exception {
        String rle = "{\"counts\": \"0a1\", \"size\": [9, 9]}";
        String packed = "eJzt".repeat(20) + "==";
        FieldTable frames = read("frames.json", "[{\"name\": \"a\", \"labels\": [{\"category\": \"car\", \"box2d\": {\"x1\": 1, "
            + "\"y1\": 1, \"x2\": 2, \"y2\": 2}, \"rle\": " + rle + ", \"mask\": \"" + packed + "\", \"seen\": true}]}]");
        assertEquals(List.of("seen"), names(frames.labels()));
        FieldTable coco = read("coco.json", "{\"images\": [{\"id\": 1, \"file_name\": \"a\", \"thumbnail\": \"" + packed
            + "\", \"coco_url\": \"http://images.example.org/" + "a".repeat(80) + "\"}], \"categories\": [{\"id\": 1, \"name\": "
            + "\"a\"}], \"annotations\": [{\"id\": 1, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 1, 1, 1], \"rle\": "
            + rle + ", \"attributes\": {\"by\": {\"size\": 7}, \"mask\": " + rle + "}}]}");
        assertEquals(List.of("coco_url"), names(coco.images()));
        assertEquals(List.of("by.size"), names(coco.labels()));
    }

    @Test
    void kittiColumnsAreNumbers() throws Exception {
        FieldTable table = resource("kitti/label_2");
        assertEquals(FieldType.NUMBER, column(table.labels(), "occluded").type());
        assertEquals(-1.57, column(table.labels(), "alpha").number(1));
        assertEquals(8, column(table.labels(), "truncated").present());
    }

    @Test
    void cvatTellsTaskOwnerAndAttributes() throws Exception {
        FieldTable table = resource("cvat/annotations.xml");
        assertEquals(Map.of("rafaelpadilla", 100), counts(column(table.images(), "owner")));
        assertEquals(FieldType.DATE, column(table.images(), "created").type());
        assertEquals(273, column(table.labels(), "source").present());
        FieldTable shapes = resource("cvat/shapes.xml");
        assertEquals(2.4, column(shapes.labels(), "a4").number(0) + column(shapes.labels(), "a3").number(0) - 3, 1e-12);
        assertEquals("v3", column(shapes.labels(), "a2").text(0));
    }

    @Test
    void labelStudioTellsTheAnnotatorAndTheData() throws Exception {
        FieldTable table = read("export.json", """
            [{"id": 5, "data": {"image": "/data/a.jpg", "city": "Graz"}, "meta": {"camera": 3},
              "annotations": [{"id": 9, "completed_by": {"id": 1, "email": "ann@example.org"}, "lead_time": 12.5,
                "created_at": "2023-01-02T03:04:05.000000Z", "result": [{"id": "x", "type": "rectanglelabels",
                "original_width": 100, "original_height": 100, "origin": "manual",
                "value": {"x": 1, "y": 2, "width": 3, "height": 4, "rectanglelabels": ["car"]}}]}]}]""");
        assertEquals("ann@example.org", column(table.images(), "annotator").text(0));
        assertEquals("Graz", column(table.images(), "city").text(0));
        assertEquals(3, column(table.images(), "meta.camera").number(0));
        assertEquals(12.5, column(table.images(), "lead_time").number(0));
        assertEquals("2023-01-02T03:04:05", column(table.images(), "created_at").text(0));
        assertEquals("manual", column(table.labels(), "origin").text(0));
    }

    @Test
    void fiftyOneSamplesHaveTagsAndClassifications() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("samples.json"), """
            {"samples": [{"_id": {"$oid": "1"}, "filepath": "data/a.jpg", "tags": ["night", "rain"], "uniqueness": 0.25,
              "metadata": {"width": 100, "height": 100, "mime_type": "image/jpeg"},
              "weather": {"_cls": "Classification", "label": "rainy"},
              "ground_truth": {"_cls": "Detections", "detections": [{"_id": {"$oid": "2"}, "label": "car",
                "bounding_box": [0.1, 0.1, 0.2, 0.2], "tags": ["mistake"], "iscrowd": 0,
                "attributes": {"occluded": {"_cls": "BooleanAttribute", "value": true}}}]}}]}""");
        FieldTable table = read(folder);
        assertEquals("night, rain", column(table.images(), "tags").text(0));
        assertEquals("rainy", column(table.images(), "weather.label").text(0));
        assertEquals(0.25, column(table.images(), "uniqueness").number(0));
        assertEquals("mistake", column(table.labels(), "tags").text(0));
        assertTrue(names(table.labels()).stream().anyMatch(name -> name.startsWith("occluded")), names(table.labels())::toString);
    }

    @Test
    void nucleusMetadataIsOfItemsAndOfAnnotations() throws Exception {
        FieldTable table = read("nucleus.jsonl", """
            {"image_location": "a.jpg", "reference_id": "r1", "metadata": {"width": 100, "height": 100, "weather": "fog"}}
            {"reference_id": "r1", "annotation_id": "n1", "label": "car", "type": "box", \
            "geometry": {"x": 1, "y": 2, "width": 3, "height": 4}, "metadata": {"lane": 2}}
            """);
        assertEquals(Map.of("fog", 1), counts(column(table.images(), "weather")));
        assertEquals(2, column(table.labels(), "lane").number(0));
    }

    @Test
    void labelMeFlagsGroupsAndDescriptions() throws Exception {
        FieldTable table = read("a.json", """
            {"version": "5.0.1", "flags": {"night": true}, "imagePath": "a.jpg", "imageData": "%s", "imageHeight": 100,
             "imageWidth": 100, "shapes": [{"label": "car", "points": [[1, 2], [3, 4]], "group_id": 4,
             "description": "far away", "shape_type": "rectangle", "flags": {"occluded": false}}]}"""
            .formatted("A".repeat(4000)));
        assertEquals("true", column(table.images(), "night").text(0));
        assertEquals(List.of("version", "night"), names(table.images()));
        assertEquals(4, column(table.labels(), "group_id").number(0));
        assertEquals("far away", column(table.labels(), "description").text(0));
        assertEquals("false", column(table.labels(), "occluded").text(0));
    }

    @Test
    void columnsBesideClassesAreOfImages() throws Exception {
        FieldTable table = read("classes.csv", """
            filename,label,site,taken
            a.jpg,cat,north,2020-02-29
            b.jpg,dog,,2020-03-01
            """);
        assertEquals(Map.of("north", 1), counts(column(table.images(), "site")));
        assertEquals("2020-02-29", column(table.images(), "taken").text(0));
    }

    private FieldTable resource(String name) throws IOException, URISyntaxException {
        return read(Path.of(Objects.requireNonNull(getClass().getResource("/" + name), name).toURI()));
    }

    private FieldTable read(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return read(file);
    }

    private FieldTable read(Path path) throws IOException {
        LabelFormat format = Formats.detect(path);
        truth = format.readGroundTruth(path, Progress.NONE);
        FieldCollector collector = new FieldCollector();
        format.readFields(path, null, truth, collector, Progress.NONE);
        return collector.table();
    }

    private static List<String> names(List<FieldColumn> columns) {
        return columns.stream().map(FieldColumn::name).toList();
    }

    private static FieldColumn column(List<FieldColumn> columns, String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst()
            .orElseThrow(() -> new AssertionError("no " + name + " among " + names(columns)));
    }

    private static Map<String, Integer> counts(FieldColumn column) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row = 0; row < column.size(); row++) {
            if (column.text(row) != null) {
                counts.merge(column.text(row), 1, Integer::sum);
            }
        }
        return counts;
    }
}
