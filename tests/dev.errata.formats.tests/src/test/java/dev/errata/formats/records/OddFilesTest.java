package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;
import dev.errata.formats.files.LabelTree;

/** Files as other tools write them: escapes, encodings, results of several kinds, and what this program has no place for. */
class OddFilesTest {

    private static final String VOC = "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size>"
        + "<object><name>%s</name><bndbox><xmin>0.1</xmin><ymin>2</ymin><xmax>30.3</xmax><ymax>40</ymax></bndbox></object>"
        + "</annotation>";

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        return LabelFiles.put(folder, name, text);
    }

    private static LabelFormat format(String name) {
        return Formats.named(name).orElseThrow();
    }

    private static GroundTruth read(String format, Path path) throws IOException {
        return format(format).readGroundTruth(path, Progress.NONE);
    }

    private static String edited(String format, Path file, LabelEdit edit) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format(format).writeEdited(file, read(format, file), List.of(edit), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"caf&#233;,caf\u00e9", "&#20013;,\u4e2d", "&#x1F600;,\uD83D\uDE00", "\u4e2d&amp;,\u4e2d&",
        "<![CDATA[<\u00e9>]]>,<\u00e9>"})
    void xmlNamesAreReadAsTheyAreMeant(String written, String name) throws IOException {
        assertEquals(name, read("voc", put("a.xml", VOC.formatted(written))).classes().getFirst().name());
        String cvat = "<annotations><version>1.1</version><image id='0' name='" + (written.startsWith("<") ? "x" : written)
            + "' width='9' height='9'><box label='a' xtl='1' ytl='1' xbr='2' ybr='2'><attribute name='n'>" + written
            + "</attribute></box></image></annotations>";
        GroundTruth truth = read("cvat", put("cvat.xml", cvat));
        assertEquals(written.startsWith("<") ? "x" : name, truth.images().getFirst().fileName());
        assertEquals(Map.of("n", name), truth.details().read(0).attributes());
    }

    @Test
    void escapedJsonKeysAreReadAndEdited() throws IOException {
        Path file = put("a.json", "[{\"name\": \"a\", \"labels\": [{\"id\": 1, \"category\": \"\\u732b\", \"box2d\": {\"x1\": 1, "
            + "\"y1\": 1, \"x2\": 2, \"y2\": 2}, \"attributes\": {\"\\u732b\": \"\\u00e9\", \"\u00fc\": true}}]}]");
        GroundTruth truth = read("bdd100k", file);
        assertEquals("\u732b", truth.classes().getFirst().name());
        Map<String, String> attributes = Map.of("\u732b", "\u00e9", "\u00fc", "true");
        assertEquals(attributes, truth.details().read(0).attributes());
        String text = edited("bdd100k", file, new Changed(0, null, null, null, Map.of("\u732b", "e", "\u00fc", "true"), null));
        assertTrue(text.contains("{\"\\u732b\": \"e\", \"\u00fc\": true}"), text);
    }

    @Test
    void issuesTellTheByteAndThePointer() throws IOException {
        String good = "{\"id\": 1, \"category\": \"a\", \"box2d\": {\"x1\": 1, \"y1\": 1, \"x2\": 2, \"y2\": 2}}";
        String text = "{\"frames\": [{\"name\": \"\u732b\"},\n "
            + "{\"name\": \"b\", \"labels\": [" + good + ",\n  {\"id\": \"bad\"}]}]}";
        Issue issue = read("bdd100k", put("a.json", text)).issues().getFirst();
        int offset = text.substring(0, text.indexOf("{\"id\": \"bad")).getBytes(StandardCharsets.UTF_8).length;
        assertEquals("scalabel.category /frames/1/labels/1 3:3 at " + offset, issue.code() + " " + issue.pointer() + " "
            + issue.line() + ":" + issue.column() + " at " + issue.offset());
        GroundTruth truth = read("bdd100k", put("b.json", "[{\"name\": \"a\", \"labels\": [" + good + "]}]"));
        Issue unknown = format("bdd100k").readPredictions(put("c.json", "[\n{\"name\": \"?\", \"labels\": ["
            + good.replace("}}", "}, \"score\": 1}") + "]}]"), truth, Progress.NONE).issues().getFirst();
        assertEquals("image.unknown 2", unknown.code() + " " + unknown.line());
        Issue shape = read("labelme", put("d.json",
            "{\"shapes\": [{\"label\": \"a\", \"points\": [[1, 2]]}]}")).issues().getFirst();
        assertEquals("labelme.box /shapes/0", shape.code() + " " + shape.pointer());
    }

    @Test
    void unchangedCornersKeepTheirText() throws IOException {
        Path file = put("a.xml", VOC.formatted("a"));
        GroundTruth truth = read("voc", file);
        double[] box = {truth.annotations().x(0), 3, truth.annotations().width(0), 37};
        assertEquals(VOC.formatted("a").replace("<ymin>2<", "<ymin>3<"),
            edited("voc", file, new Changed(0, null, box, null, null, null)));
    }

    @Tag("case-6")
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16IsReadAndWrittenBack(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        for (String mark : List.of("", "\uFEFF")) {
            String text = mark + VOC.formatted("\u732b");
            Path file = Files.write(folder.resolve("a.xml"), text.getBytes(charset));
            assertEquals("voc", Formats.detect(file).name());
            GroundTruth truth = read("voc", file);
            assertEquals("\u732b", truth.classes().getFirst().name());
            assertEquals(List.of("text.utf16"), truth.issues().stream().map(Issue::code).toList());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format("voc").writeEdited(file, truth, List.of(), out);
            assertArrayEquals(Files.readAllBytes(file), out.toByteArray());
            out.reset();
            Changed taller = new Changed(0, null, new double[] {0.1, 2, 30.2, 48}, null, null, null);
            format("voc").writeEdited(file, truth, List.of(taller), out);
            assertArrayEquals(text.replace("<ymax>40", "<ymax>50").getBytes(charset), out.toByteArray());
        }
    }

    @Tag("case-54")
    @Test
    void oneBrokenFileDoesNotSpoilTheOthers() throws IOException {
        put("set/a.xml", VOC.formatted("a"));
        String broken = VOC.formatted("b").replace("</object>", "");
        put("set/b.xml", broken);
        put("set/c.xml", VOC.formatted("c"));
        GroundTruth truth = read("voc", folder.resolve("set"));
        assertEquals(new RecordCounts(3, 2, 1, 0), truth.counts());
        Issue issue = truth.issues().getFirst();
        assertEquals("xml.syntax " + Severity.QUARANTINED, issue.code() + " " + issue.severity());
        assertTrue(issue.file().endsWith("b.xml") && issue.line() == 1 && issue.column() > 100, issue.toString());
        Path out = Files.createDirectory(folder.resolve("out"));
        format("voc").writeEdited(folder.resolve("set"), truth, List.of(new Changed(2, 0, null, null, null, null)),
            LabelSink.folder(out));
        assertEquals(broken, Files.readString(out.resolve("b.xml")));
        assertEquals(VOC.formatted("a"), Files.readString(out.resolve("c.xml")));
    }

    @Test
    void resultsOfVocAreARun() throws IOException {
        put("gt/000001.xml", VOC.formatted("car"));
        put("gt/000002.xml", VOC.formatted("dog"));
        GroundTruth truth = read("voc", folder.resolve("gt"));
        put("results/comp4_det_test_car.txt", "000001 0.5 1 2 30 40\n000002 1.01 1 1 5 5\n000003 0.1 1 1 5 5\n000001 0.5 1 2\n");
        put("results/comp4_det_test_dog.txt", "000002 0.25 1.5 1 5 5\n");
        LabelFormat format = Formats.detectPredictions(folder.resolve("results"));
        assertEquals("voc", format.name());
        Predictions read = format.readPredictions(folder.resolve("results"), truth, Progress.NONE);
        assertEquals(new RecordCounts(5, 2, 3, 0), read.counts());
        assertEquals(List.of("score.range 2", "voc.results.columns 4", "image.unknown 3"),
            read.issues().stream().map(issue -> issue.code() + " " + Math.max(issue.line(), 3 - 3 * issue.line())).toList());
        assertEquals(29, read.columns().width(0));
        Path single = folder.resolve("results/comp4_det_test_dog.txt");
        assertEquals("voc", Formats.detectPredictions(single).name());
        Issue issue = assertThrows(FormatException.class, () -> Formats.detect(single)).issue();
        assertTrue(issue.message().contains("predictions in the format voc"), issue.message());
    }

    @Test
    void predictionsAreToldFromLabels() throws IOException {
        put("labels/a.txt", "0 0.5 0.5 0.1 0.1 0.9\n");
        assertEquals("yolo", Formats.detectPredictions(folder).name());
        String message = assertThrows(FormatException.class, () -> Formats.detect(folder)).issue().message();
        assertTrue(message.contains("give it as predictions"), message);
    }

    @Test
    void predictionsGoToTheImageThatTheyName() throws IOException {
        String frames = "[{\"name\": \"1.jpg\", \"videoName\": \"a\", \"labels\": [%s]}, {\"name\": \"1.jpg\", \"videoName\": "
            + "\"b\", \"labels\": [%s]}]";
        String label = "{\"id\": \"1\", \"category\": \"car\", \"score\": 0.5, \"box2d\": {\"x1\": 1, \"y1\": 1, "
            + "\"x2\": 2, \"y2\": 2}}";
        GroundTruth truth = read("bdd100k", put("gt.json", frames.formatted(label, label)));
        Predictions read = format("bdd100k").readPredictions(put("p.json", frames.formatted("", label)), truth, Progress.NONE);
        assertEquals(0, read.columns().end(0) - read.columns().begin(0));
        assertEquals(1, read.columns().end(1) - read.columns().begin(1));
        Path other = put("p.jsonl", "{\"label\": \"car\", \"confidence\": 0.5, \"geometry\": {\"x\": 1, \"y\": 1, \"width\": 1, "
            + "\"height\": 1}, \"reference_id\": \"1.jpg\"}\n");
        Predictions ambiguous = format("nucleus").readPredictions(other, truth, Progress.NONE);
        assertEquals(new RecordCounts(1, 0, 1, 0), ambiguous.counts());
        assertEquals("image.ambiguous", ambiguous.issues().getFirst().code());
    }

    @Test
    void keyPointsStayBehindTheirBox() throws IOException {
        put("data.yaml", "kpt_shape: [2, 3]\nnames: [1.10, no]\n");
        Path labels = put("labels/a.txt", "0 0.5 0.5 0.2 0.4 0.4 0.4 2 0.6 0.6 1\n");
        GroundTruth truth = read("yolo", folder);
        assertEquals(List.of("1.10", "no"), truth.classes().stream().map(GroundTruth.ClassEntry::name).toList());
        assertEquals(400, truth.annotations().x(0), 1e-9);
        assertEquals(List.of(), truth.details().read(0).polygons());
        Path out = Files.createDirectory(folder.resolve("out"));
        format("yolo").writeEdited(folder, truth, List.of(new Changed(0, 1, new double[] {400, 300, 300, 400}, null, null, null)),
            LabelSink.folder(out));
        assertEquals("1 0.55 0.5 0.3 0.4 0.4 0.4 2 0.6 0.6 1\n", Files.readString(out.resolve("labels/a.txt")));
        assertTrue(Files.exists(labels));
    }

    @Test
    void blankLinesAmongClassNamesKeepTheirNumber() throws IOException {
        put("classes.txt", "a\n\nc\n\n");
        put("labels/a.txt", "2 0.5 0.5 0.2 0.4\n");
        GroundTruth truth = read("yolo", folder);
        assertEquals(List.of("a", "class 1", "c"), truth.classes().stream().map(GroundTruth.ClassEntry::name).toList());
    }

    @Test
    void invalidNamesAreRefused() throws IOException {
        put("labels/a.txt", "0 0.5 0.5 0.2 0.4\n");
        Files.write(folder.resolve("classes.txt"), new byte[] {'a', '\n', (byte) 0xE9, '\n'});
        Issue issue = assertThrows(FormatException.class, () -> read("yolo", folder)).issue();
        assertEquals("text.encoding 2:1", issue.code() + " " + issue.line() + ":" + issue.column());
    }

    @Test
    void hugeClassNumbersWithoutNamesAreSetAside() throws IOException {
        put("labels/a.txt", "999999999 0.5 0.5 0.2 0.4\n0 0.5 0.5 0.2 0.4\n");
        GroundTruth truth = read("yolo", folder);
        assertEquals(new RecordCounts(2, 1, 1, 0), truth.counts());
        assertEquals("yolo.class", truth.issues().getFirst().code());
    }

    @Test
    void shapesThatAreNoBoxesAreCounted() throws IOException {
        GroundTruth cvat = read("cvat", put("cvat.xml", "<annotations><version>1.1</version><image id='0' name='a' width='9' "
            + "height='9'><tag label='x'/><box label='a' xtl='1' ytl='1' xbr='2' ybr='2'/></image><track id='0' label='b'/>"
            + "</annotations>"));
        assertEquals(new RecordCounts(2, 1, 1, 0), cvat.counts());
        assertEquals(List.of("cvat.unsupported"), cvat.issues().stream().map(Issue::code).toList());
        GroundTruth studio = read("labelstudio", put("ls.json", "[{\"id\": 1, \"data\": {\"image\": \"a.jpg\"}, "
            + "\"annotations\": ["
            + "{\"result\": [{\"id\": \"k\", \"type\": \"keypointlabels\", \"value\": {\"x\": 1}}, {\"id\": \"b\", \"type\": "
            + "\"rectanglelabels\", \"original_width\": 10, \"original_height\": 10, \"value\": {\"x\": 1, "
            + "\"y\": 1, \"width\": 5, \"height\": 5, \"rectanglelabels\": [\"a\"]}}]}, {\"result\": []}]}]"));
        assertEquals(new RecordCounts(2, 1, 1, 0), studio.counts());
        assertEquals(List.of("labelstudio.sets", "labelstudio.unsupported"), studio.issues().stream().map(Issue::code).toList());
    }

    @Test
    void aQuoteThatIsNeverClosedSpoilsOneRow() throws IOException {
        Path file = put("a.csv", "image,label,xmin,ymin,xmax,ymax\na,\"x,1,2,30,40\nb,y,1,2,30,40\nc,z,1,2,30,40\n");
        GroundTruth truth = read("openimages", file);
        assertEquals(new RecordCounts(3, 2, 1, 0), truth.counts());
        assertEquals("csv.quote 2", truth.issues().getFirst().code() + " " + truth.issues().getFirst().line());
    }

    @Tag("case-50")
    @Test
    void yamlBombsAreRefused() throws IOException {
        put("labels/a.txt", "0 0.5 0.5 0.2 0.4\n");
        for (String yaml : List.of("names: &a [{x: *a}]\n", "names: " + "[".repeat(100_000) + "\n", "names: [[a]]\n",
            "a: &a [x,x]\nb: &b [*a,*a]\nnames: [*b]\n")) {
            put("data.yaml", yaml);
            String code = assertThrows(FormatException.class, () -> read("yolo", folder)).issue().code();
            assertTrue(code.startsWith("yaml.") || code.startsWith("yolo.names"), code);
        }
    }

    @Tag("case-66")
    @Test
    void archivesAreWhatTheirDirectorySays() throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("a.xml"));
            zip.write(VOC.formatted("a").getBytes(StandardCharsets.UTF_8));
        }
        byte[] good = Files.readAllBytes(file);
        assertEquals(1, read("voc", file).counts().imported());

        byte[] flipped = good.clone();
        flipped[new String(good, StandardCharsets.ISO_8859_1).indexOf("jpg")] = 'J';
        assertEquals("zip.entry", refused(file, flipped));
        int directory = new String(good, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
        byte[] encrypted = good.clone();
        encrypted[directory + 8] |= 1;
        assertEquals("zip.encrypted", refused(file, encrypted));
        byte[] link = good.clone();
        link[directory + 5] = 3;
        link[directory + 41] = (byte) 0xA0;
        assertEquals("zip.link", refused(file, link));
        byte[] size = good.clone();
        size[directory + 24] = 5;
        size[directory + 25] = 0;
        assertEquals("zip.bomb", refused(file, size));
    }

    private static String refused(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return assertThrows(FormatException.class, () -> read("voc", file)).issue().code();
    }

    @Test
    void hostileSizesAreLeftOut() throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(LabelTree.SIZES));
            zip.write("a.jpg\tx\t9999999999999\nb.jpg\t3\t4\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("labels/b.txt"));
            zip.write("0 0.5 0.5 1 1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(4, read("yolo", file).annotations().height(0));
    }

    @Tag("case-63")
    @Test
    void everyFileOfAnExportHasAName() throws IOException {
        Path coco = put("coco.json", "{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\"}, {\"id\": 2, "
            + "\"file_name\": \"A.png\"}, {\"id\": 3, \"file_name\": \"/x/con.jpg\"}, "
            + "{\"id\": 4, \"file_name\": \"C:\\\\y\\\\a.jpg\"}, {\"id\": 5, "
            + "\"file_name\": \"d/b. .jpg\"}], \"categories\": [], \"annotations\": []}");
        FileNames names = new FileNames(read("coco", coco));
        assertEquals(List.of("a", "A_2", "_con", "a_3", "d/b"),
            List.of(names.stem(0), names.stem(1), names.stem(2), names.stem(3), names.stem(4)));
        assertEquals(4, names.renamed().size());
    }
}
