package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.Predictions;

/** What annotation tools and training programs write beside the plain case: turned boxes, short forms, other numberings. */
class ToolExportsTest {

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        return LabelFiles.put(folder, name, text);
    }

    private static GroundTruth read(Path file) throws IOException {
        return Formats.detect(file).readGroundTruth(file, Progress.NONE);
    }

    private static String edited(Path file, LabelEdit... edits) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GroundTruth truth = read(file);
        Formats.named(truth.format()).orElseThrow().writeEdited(file, truth, List.of(edits), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static double[] box(GroundTruth truth, int row) {
        AnnotationColumns rows = truth.annotations();
        return new double[] {rows.x(row), rows.y(row), rows.width(row), rows.height(row)};
    }

    private static List<String> codes(List<Issue> issues) {
        return issues.stream().map(Issue::code).toList();
    }

    /** A box is turned around its middle, clockwise; so is an ellipse. */
    @ParameterizedTest
    @CsvSource({"90.00,20,0,20,40", "180.0,10,10,40,20", "-45.00,8.786796564403573,-1.2132034355964265,42.42640687119285,"
        + "42.42640687119285"})
    void turnedBoxesOfCvatAreTheBoxesAround(String rotation, double x, double y, double width, double height)
        throws IOException {
        String text = "<annotations><version>1.1</version><image id=\"0\" name=\"a.jpg\" width=\"100\" height=\"80\">\n"
            + "  <box label=\"car\" source=\"manual\" occluded=\"0\" xtl=\"10.00\" ytl=\"10.00\" xbr=\"50.00\" ybr=\"30.00\" "
            + "rotation=\"" + rotation + "\" z_order=\"0\">\n  </box>\n</image></annotations>";
        Path file = put("cvat.xml", text);
        GroundTruth truth = read(file);
        assertArrayEquals(new double[] {x, y, width, height}, box(truth, 0), 1e-9);
        assertEquals(List.of("cvat.rotation"), codes(truth.issues().stream().filter(issue -> !issue.code().equals("box.edge"))
            .toList()));
        assertEquals(text, edited(file));
        assertEquals(text, edited(file, new Changed(0, null, box(truth, 0), null, null, null)));
        String upright = edited(file, new Changed(0, null, new double[] {20, 1, 20, 40}, null, null, null));
        assertTrue(upright.contains("xtl=\"20.00\" ytl=\"1.00\" xbr=\"40.00\" ybr=\"41.00\" rotation=\"0.00\""), upright);
    }

    @Test
    void turnedEllipsesOfCvatAreInTheBoxAround() throws IOException {
        GroundTruth truth = read(put("cvat.xml", "<annotations><version>1.1</version><image id=\"0\" name=\"a.jpg\" "
            + "width=\"100\" height=\"80\"><ellipse label=\"car\" cx=\"50\" cy=\"40\" rx=\"20\" ry=\"10\" rotation=\"90\"/>"
            + "</image></annotations>"));
        assertArrayEquals(new double[] {40, 20, 20, 40}, box(truth, 0), 1e-9);
        assertEquals(new RecordCounts(1, 1, 0, 1), truth.counts());
    }

    private static String task(String image, String type, String value) {
        return "[{\"id\": 5, \"data\": {\"image\": \"" + image + "\"}, \"annotations\": [{\"id\": 1, \"result\": ["
            + "{\"id\": \"r\", \"type\": \"" + type + "\", \"original_width\": 200, \"original_height\": 100, \"value\": {"
            + "\"x\": 10, \"y\": 10, \"width\": 50, \"height\": 20, \"rotation\": 0" + value + "}}]}]}]";
    }

    @ParameterizedTest
    @CsvSource({"/data/local-files/?d=set%2Fmy%20a.jpg,my a.jpg", "/data/upload/3/abc-a%2B1.jpg,abc-a+1.jpg",
        "https://host/a%20b.png?x=1,a b.png", "s3://bucket/f/c.jpg,c.jpg", "100%.jpg,100%.jpg", "/data/50%.jpg,50%.jpg"})
    void picturesOfLabelStudioAreCalledAsTheirFiles(String address, String name) throws IOException {
        GroundTruth truth = read(put("tasks.json", task(address, "rectanglelabels", ", \"rectanglelabels\": [\"car\"]")));
        assertEquals(name, truth.images().getFirst().fileName());
        assertArrayEquals(new double[] {20, 10, 100, 20}, box(truth, 0), 1e-9);
    }

    /** Where the labels are a tag of their own, their results have the shape, too. */
    @Test
    void labelsOfLabelStudioHaveTheShapeOfTheirRegion() throws IOException {
        GroundTruth truth = read(put("tasks.json", task("a.jpg", "labels", ", \"labels\": [\"car\"]")));
        assertEquals(new RecordCounts(1, 1, 0, 0), truth.counts());
        GroundTruth text = read(put("texts.json", task("a.jpg", "labels", ", \"labels\": [\"car\"]")
            .replace("\"x\"", "\"start\"")));
        assertEquals("labelstudio.unsupported", text.issues().getFirst().code());
    }

    private static final String MINIMAL = """
        [
          {"image": "/data/upload/1/ab-a.jpg", "id": 3, "weather": "rain",
           "label": [
             {"x": 10.0, "y": 20.0, "width": 25.0, "height": 50.0, "rotation": 0, "rectanglelabels": ["car"],
              "original_width": 400, "original_height": 200},
             {"points": [[1, 1], [50, 1], [50, 50]], "closed": true, "polygonlabels": ["bus"], "original_width": 400,
              "original_height": 200}
           ],
           "annotator": 1, "annotation_id": 7, "lead_time": 3.5},
          {"image": "/data/upload/1/ab-b.jpg", "id": 4, "annotator": 1, "annotation_id": 8, "lead_time": 1.5},
          {"image": "/data/upload/1/ab-a.jpg", "id": 3, "label": [{"x": 1.0, "y": 2.0, "width": 2.0, "height": 5.0, "rotation": 0,
           "rectanglelabels": ["car"], "original_width": 400, "original_height": 200}], "annotator": 2, "annotation_id": 9}
        ]
        """;

    @Test
    void theShortFormOfLabelStudioIsReadAndEdited() throws IOException {
        Path file = put("min.json", MINIMAL);
        GroundTruth truth = read(file);
        assertEquals("labelstudio", truth.format());
        assertEquals(new RecordCounts(2, 2, 0, 0), truth.counts());
        assertEquals(List.of("ab-a.jpg 400 200", "ab-b.jpg 0 0"), truth.images().stream()
            .map(image -> image.fileName() + " " + image.width() + " " + image.height()).toList());
        assertEquals(List.of("labelstudio.sets"), codes(truth.issues()));
        assertArrayEquals(new double[] {40, 40, 100, 100}, box(truth, 0), 1e-9);
        assertArrayEquals(new double[] {4, 2, 200, 2, 200, 100}, truth.details().read(1).polygons().getFirst(), 1e-9);
        assertEquals("{\"closed\": true}", truth.details().read(1).unknownFields());
        assertEquals(MINIMAL, edited(file));
        assertEquals(MINIMAL.replaceFirst("\"car\"", "\"bus\""), edited(file, new Changed(0, 1, null, null, null, null)));
        assertEquals(MINIMAL.replaceFirst("10.0", "20.0"),
            edited(file, new Changed(0, null, new double[] {80, 40, 100, 100}, null, null, null)));
        Path more = put("more.json", edited(file, new Added(50, 0, 1, new double[] {4, 2, 40, 20}, List.of(), Map.of(), false),
            new Added(51, 1, 0, new double[] {1, 2, 3, 4}, List.of(), Map.of(), false)));
        GroundTruth again = read(more);
        assertEquals(new RecordCounts(4, 4, 0, 0), again.counts());
        assertArrayEquals(new double[] {4, 2, 40, 20}, box(again, 2), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"oriented_rectangle", "rotation", "polygon"})
    void turnedBoxesOfLabelMeAreOutlines(String type) throws IOException {
        GroundTruth truth = read(put("a.json", "{\"version\": \"5.8.1\", \"flags\": {}, \"shapes\": [{\"label\": \"ship\", "
            + "\"points\": [[10, 0], [20, 10], [10, 20], [0, 10]], \"group_id\": null, \"shape_type\": \"" + type
            + "\", \"flags\": {}}, {\"label\": \"x\", \"points\": [[1, 1]], \"shape_type\": \"point\"}], \"imagePath\": "
            + "\"a.jpg\", \"imageData\": null, \"imageHeight\": 30, \"imageWidth\": 30}"));
        assertEquals(new RecordCounts(2, 1, 1, 0), truth.counts());
        assertArrayEquals(new double[] {0, 0, 20, 20}, box(truth, 0));
        assertArrayEquals(new double[] {10, 0, 20, 10, 10, 20, 0, 10}, truth.details().read(0).polygons().getFirst());
    }

    @Test
    void theSingularOfCreateMlIsRead() throws IOException {
        String text = "[{\"imagefilename\": \"a.png\", \"annotation\": [{\"coordinates\": {\"y\": 156.062, \"x\": 195.122, "
            + "\"height\": 148.872, \"width\": 148.03}, \"label\": \"Waffle\"}]}]";
        Path file = put("a.json", text);
        assertEquals(new RecordCounts(1, 1, 0, 0), read(file).counts());
        assertEquals(text.replace("195.122", "200.0"), edited(file, new Changed(0, null, new double[] {125.985, 81.626, 148.03,
            148.872}, null, null, null)));
    }

    private Predictions results(GroundTruth truth, String text) throws IOException {
        Path file = put("predictions.json", text);
        return Formats.detectPredictions(file).readPredictions(file, truth, Progress.NONE);
    }

    private static String result(String image, int category) {
        return "{\"image_id\": " + image + ", \"category_id\": " + category + ", \"bbox\": [1, 2, 3, 4], \"score\": 0.5}";
    }

    private static String labels(Predictions predictions, int image) {
        PredictionColumns columns = predictions.columns();
        StringBuilder labels = new StringBuilder();
        for (int row = columns.begin(image); row < columns.end(image); row++) {
            labels.append(columns.label(row)).append(' ');
        }
        return labels.toString().strip();
    }

    /** Pictures by their names, and classes counted from 1, where no id is 0 and the last class has the id of their number. */
    @Test
    void resultsOfUltralyticsFitYoloLabels() throws IOException {
        put("data.yaml", "names: [a, b, c]\n");
        put("labels/000000000009.txt", "0 0.5 0.5 0.1 0.1\n");
        put("labels/b_jpg.rf.1a.txt", "");
        GroundTruth truth = read(folder);
        Predictions fromZero = results(truth, "[" + result("9", 0) + ", " + result("\"b_jpg.rf.1a\"", 2) + ", "
            + result("\"other\"", 2) + "]");
        assertEquals(new RecordCounts(3, 2, 1, 0), fromZero.counts());
        assertEquals("0 / 2", labels(fromZero, 0) + " / " + labels(fromZero, 1));
        assertEquals(List.of("coco.image.unknown"), codes(fromZero.issues()));
        Predictions fromOne = results(truth, "[" + result("9", 3) + ", " + result("9", 1) + "]");
        assertEquals("2 0", labels(fromOne, 0));
        assertEquals(List.of("coco.category.counting"), codes(fromOne.issues()));
        Predictions notCounted = results(truth, "[" + result("9", 1) + ", " + result("9", 4) + "]");
        assertEquals("1", labels(notCounted, 0));
        assertEquals(List.of("coco.category.unknown"), codes(notCounted.issues()));
    }

    @Test
    void resultsWithTheIdsOfCocoFitYoloLabelsOfEightyClasses() throws IOException {
        StringBuilder names = new StringBuilder("names:\n");
        for (int label = 0; label < 80; label++) {
            names.append("  ").append(label).append(": n").append(label).append('\n');
        }
        put("data.yaml", names.toString());
        put("labels/000000000009.txt", "0 0.5 0.5 0.1 0.1\n");
        Predictions read = results(read(folder), "[" + result("9", 1) + ", " + result("9", 13) + ", " + result("9", 90) + "]");
        assertEquals("0 11 79", labels(read, 0));
        assertEquals(List.of("coco.category.counting"), codes(read.issues()));
    }

    /** Boxes with key points, and predictions of which no file says how many there are. */
    @Test
    void posesAreBoxes() throws IOException {
        String joints = " 0.5 0.25 2".repeat(17);
        put("set/data.yaml", "path: ../datasets/pose\nkpt_shape: [17, 3]\nflip_idx: [0, 2, 1]\nnames:\n  0: person\n");
        String rows = "0 0.5 0.5 0.2 0.4" + joints + "\n0 0.25 0.5 0.5 0.4" + joints + "\n";
        put("set/labels/val/a.txt", rows);
        GroundTruth truth = read(folder.resolve("set"));
        assertEquals("yolo", truth.format());
        assertEquals(new RecordCounts(2, 2, 0, 0), truth.counts());
        assertArrayEquals(new double[] {400, 300, 200, 400}, box(truth, 0), 1e-9);
        Path runs = put("runs/labels/a.txt", "0 0.5 0.5 0.2 0.4" + joints.replace(" 2", " 0.97") + " 0.875\n");
        Predictions read = Formats.detectPredictions(runs.getParent()).readPredictions(runs.getParent(), truth, Progress.NONE);
        assertEquals(new RecordCounts(1, 1, 0, 0), read.counts());
        PredictionColumns columns = read.columns();
        assertEquals("400.0 200.0 0.875", columns.x(0) + " " + columns.width(0) + " " + columns.confidence(0));
    }

    @Test
    void jointsOfSkeletonsAreNoClasses() throws IOException {
        GroundTruth truth = read(put("cvat.xml", "<annotations><version>1.1</version><meta><job><labels><label><name>person"
            + "</name><type>skeleton</type></label><label><name>1</name><parent>person</parent></label></labels></job></meta>"
            + "<image id=\"0\" name=\"a.jpg\" width=\"9\" height=\"9\"><skeleton label=\"person\"><points label=\"1\" "
            + "points=\"1,2\"/></skeleton></image></annotations>"));
        assertEquals(List.of("person"), truth.classes().stream().map(GroundTruth.ClassEntry::name).toList());
        assertEquals(List.of("cvat.shape"), codes(truth.issues()));
    }

    @Test
    void ofSeveralClassesOfLabelStudioTheFirstCounts() throws IOException {
        Path file = put("tasks.json", task("a.jpg", "rectanglelabels", ", \"rectanglelabels\": [\"car\", \"red\"]"));
        GroundTruth truth = read(file);
        assertEquals(new RecordCounts(1, 1, 0, 1), truth.counts());
        assertEquals(List.of("labelstudio.labels"), codes(truth.issues()));
        assertEquals(List.of("car"), truth.classes().stream().map(GroundTruth.ClassEntry::name).toList());
        GroundTruth none = read(put("none.json", task("a.jpg", "rectanglelabels", ", \"rectanglelabels\": [7, \"red\"]")));
        assertEquals(List.of("labelstudio.label"), codes(none.issues()));
    }

    /** Tables as Roboflow and others write them for TensorFlow. */
    @Test
    void sizesOfImagesStandInTables() throws IOException {
        GroundTruth truth = read(put("_annotations.csv", "filename,width,height,class,xmin,ymin,xmax,ymax\n"
            + "a.jpg,416,300,cat,10,20,30,50\na.jpg,416,300,dog,410,20,430,50\nb.jpg,,x,dog,1,2,3,4\n"));
        assertEquals(List.of("a.jpg 416 300", "b.jpg 0 0"), truth.images().stream()
            .map(image -> image.fileName() + " " + image.width() + " " + image.height()).toList());
        assertArrayEquals(new double[] {10, 20, 20, 30}, box(truth, 0));
        assertEquals(List.of("box.edge"), codes(truth.issues()));
    }

    /** As many programs write tables: a corner and the size, in pixels or in fractions. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"image_name,label_name,x1,y1,w,h|1,2,10,20|1,2,11,20", "file,class,x,y,width,height|"
        + "1,2,10,20|1,2,11,20", "X,Y,Width,Height,image,label|1,2,10,20|1,2,11,20", "filename,label,bbox_x,bbox_y,bbox_width,"
        + "bbox_height|0.01,0.02,0.1,0.2|0.01,0.02,0.11,0.2"})
    void boxesInTablesMayHaveWidthAndHeight(String header, String numbers, String changed) throws IOException {
        String names = header.replace("file,", "image,");
        boolean first = names.indexOf("image") > 3;
        String text = names + "\n" + (first ? numbers + ",a.jpg,dog\n" : "a.jpg,dog," + numbers + "\n");
        Path file = put("boxes.csv", text);
        GroundTruth truth = read(file);
        assertEquals("openimages", truth.format());
        boolean fractions = numbers.startsWith("0.");
        double scale = fractions ? 1000 : 1;
        double[] box = {fractions ? 10 : 1, fractions ? 20 : 2, fractions ? 100 : 10, fractions ? 200 : 20};
        assertArrayEquals(box, box(truth, 0), 1e-9);
        assertEquals(text, edited(file, new Changed(0, null, box(truth, 0), null, null, null)));
        box[2] += scale / (fractions ? 100 : 1);
        assertEquals(text.replace(numbers, changed), edited(file, new Changed(0, null, box, null, null, null)));
        assertEquals(text + text.substring(text.indexOf('\n') + 1),
            edited(file, new Added(9, 0, 0, box(truth, 0), List.of(), Map.of(), false)));
    }

    /** As labelImg marks what somebody verified. */
    @Test
    void verifiedFilesOfLabelImgAreVoc() throws IOException {
        String text = "<annotation verified=\"yes\">\n  <filename>a.jpg</filename><size><width>100</width><height>50</height>"
            + "</size><object><name>cat</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>"
            + "</object>\n</annotation>\n";
        Path file = put("a.xml", text);
        GroundTruth truth = read(file);
        assertEquals("voc", truth.format());
        assertEquals(new RecordCounts(1, 1, 0, 0), truth.counts());
        assertEquals(text.replace("<xmin>1<", "<xmin>2<"),
            edited(file, new Changed(0, null, new double[] {2, 2, 28, 38}, null, null, null)));
    }

    private static final String TURNED = "<annotation verified=\"no\">\n  <filename>a</filename>\n  <size>\n    <width>100"
        + "</width>\n    <height>80</height>\n  </size>\n  <object>\n    <type>robndbox</type>\n    <name>ship</name>\n"
        + "    <robndbox>\n      <cx>50.0</cx>\n      <cy>20.0</cy>\n      <w>30.0</w>\n      <h>10.0</h>\n"
        + "      <angle>1.570796</angle>\n    </robndbox>\n  </object>\n</annotation>\n";

    @Test
    void turnedBoxesOfRoLabelImgAreTheBoxesAround() throws IOException {
        Path file = put("a.xml", TURNED);
        GroundTruth truth = read(file);
        assertEquals(new RecordCounts(1, 1, 0, 1), truth.counts());
        assertEquals(List.of("voc.rotation"), codes(truth.issues()));
        assertArrayEquals(new double[] {45, 5, 10, 30}, box(truth, 0), 1e-4);
        assertEquals(TURNED, edited(file, new Changed(0, null, box(truth, 0), null, null, null)));
        assertEquals(TURNED.replace("50.0<", "51.0<").replace("<w>30.0", "<w>12.0").replace("<h>10.0", "<h>30.0")
            .replace("1.570796", "0.000000"), edited(file, new Changed(0, null, new double[] {45, 5, 12, 30}, null, null, null)));
    }

    /** roLabelImg fails to load an object that does not tell the kind of its box. */
    @Test
    void newObjectsForRoLabelImgTellTheKindOfTheirBox() throws IOException {
        Path file = put("a.xml", TURNED);
        Path more = put("more.xml", edited(file, new Added(9, 0, 0, new double[] {1, 2, 3, 4}, List.of(), Map.of(), false)));
        assertTrue(Files.readString(more).contains("<type>bndbox</type>"), Files.readString(more));
        assertArrayEquals(new double[] {1, 2, 3, 4}, box(read(more), 1));
        Path broken = put("broken/a.xml", TURNED.replace("<cx>50.0</cx>", ""));
        assertEquals(List.of("voc.number"), codes(read(broken).issues()));
        assertEquals("The <cx> is no finite number. The record was set aside.", read(broken).issues().getFirst().message());
    }

    private static final String ROW = "0 0.5 0.5 0.1 0.1\n";
    private static final Map<String, String> LABELS = Map.of(
        "labelme", "{\"shapes\": [{\"label\": \"a\", \"points\": [[1, 2], [3, 4]], \"shape_type\": \"rectangle\"}], "
            + "\"imagePath\": \"a.jpg\"}",
        "bdd100k", "[{\"name\": \"a.jpg\", \"labels\": [{\"category\": \"a\", \"box2d\": {\"x1\": 1, \"y1\": 1, \"x2\": 2, "
            + "\"y2\": 2}}]}]",
        "createml", "[{\"image\": \"a.jpg\", \"annotations\": [{\"label\": \"a\", \"coordinates\": {\"x\": 5, \"y\": 5, "
            + "\"width\": 2, \"height\": 2}}]}]",
        "voc", "<annotation><filename>a.jpg</filename><size><width>9</width><height>9</height></size><object><name>a</name>"
            + "<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>3</xmax><ymax>3</ymax></bndbox></object></annotation>",
        "yolo", ROW);

    /** Something else beside the labels, whose name comes first, and what macOS puts into archives. */
    @ParameterizedTest
    @CsvSource({"labelme,json,{\"x\": 1}", "bdd100k,json,{\"x\": 1}", "createml,json,{\"x\": 1}", "voc,xml,<project/>",
        "yolo,txt,some notes"})
    void otherFilesBesideLabelsDontHideThem(String format, String ending, String other) throws IOException {
        Path set = folder.resolve("set");
        put("set/a." + ending, other);
        put("set/b." + ending, LABELS.get(format));
        put("set/._b." + ending, "\0\5\26\7");
        GroundTruth truth = read(set);
        assertEquals(format, truth.format());
        assertEquals(1, truth.counts().imported());
        Path zip = folder.resolve("set.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream entries = new ZipOutputStream(out)) {
            String labels = "set/b." + ending;
            for (String name : List.of(labels, "__MACOSX/set/._b." + ending, "set/.DS_Store", "__MACOSX/c." + ending)) {
                entries.putNextEntry(new ZipEntry(name));
                entries.write((name.equals(labels) ? LABELS.get(format) : "\0\5\26\7").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertEquals(format, Formats.detect(zip).name());
        assertEquals(new RecordCounts(1, 1, 0, 0), read(zip).counts());
    }

    /** As fuzzing found: the records that are left after an edit are those that were there before. */
    @Test
    void brokenRegionsAreStillThereWhenTheOthersAreGone() throws IOException {
        Path file = put("min.json", MINIMAL.replace("\"closed\": true, \"polygonlabels\": [\"bus\"], \"original_width\": 400",
            "\"closed\": true"));
        assertEquals(new RecordCounts(2, 1, 1, 0), read(file).counts());
        assertEquals(1, read(put("less.json", edited(file, new LabelEdit.Removed(0)))).counts().read());
    }

    @Test
    void detectionsOfFiftyOneMayHaveAnyName() throws IOException {
        GroundTruth truth = read(put("samples.json", "{\"samples\": [{\"filepath\": \"a.jpg\", \"metadata\": {\"width\": 10, "
            + "\"height\": 10, \"detections\": [{\"label\": \"a\", \"bounding_box\": [0.1, 0.1, 0.5, 0.5]}]}}]}"));
        assertArrayEquals(new double[] {1, 1, 5, 5}, box(truth, 0), 1e-9);
    }
}
