package dev.errata.formats.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Predictions;

/** Broken and hostile COCO files: which code, which place, which counts. */
class CocoBadInputTest {

    private static final String GOOD = "{\"id\": 1, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 1, 2, 2]}";

    @TempDir
    Path folder;

    private static String document(String... records) {
        return "{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 100, \"height\": 50}],\n"
            + "\"categories\": [{\"id\": 1, \"name\": \"cat\"}],\n\"annotations\": [\n" + String.join(",\n", records) + "\n]}";
    }

    private static String annotation(String fields) {
        return "{\"id\": 2, \"image_id\": 1, \"category_id\": 1, " + fields + "}";
    }

    private Issue refused(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("bad.json"), file);
        return assertThrows(FormatException.class, () -> CocoFiles.read(path)).issue();
    }

    private Issue refused(String text) throws IOException {
        return refused(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void at(Issue issue, String code, long line, long column) {
        assertEquals(code + " " + line + ":" + column, issue.code() + " " + issue.line() + ":" + issue.column(),
            issue.message());
    }

    @Test
    void resultsGivenAsLabelsAreCalledResults() throws IOException {
        Path path = Files.writeString(folder.resolve("results.json"),
            "[{\"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 1, 2, 2], \"score\": 0.5}]");
        Issue issue = assertThrows(FormatException.class, () -> Formats.detect(path)).issue();
        at(issue, "format.unknown", 1, 1);
        assertTrue(issue.message().contains("holds predictions in the format coco, not ground truth"), issue.message());
    }

    @Tag("case-38")
    @Test
    void labelsGivenAsResultsAreCalledLabels() throws IOException {
        Path path = Files.writeString(folder.resolve("labels.json"), document(GOOD));
        Issue issue = assertThrows(FormatException.class, () -> Formats.detectPredictions(path)).issue();
        assertTrue(issue.message().contains("holds ground truth in the format coco, not predictions"), issue.message());
    }

    /** One record is set aside; the one in front of it, and the identity of the counts, stay. */
    private Issue quarantined(String record) throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, document(GOOD, record)));
        assertEquals(new GroundTruth.RecordCounts(2, 1, 1, 0), truth.counts(), record);
        Issue issue = truth.issues().getLast();
        assertEquals(Severity.QUARANTINED, issue.severity());
        assertEquals(5, issue.line(), issue.toString());
        return issue;
    }

    private GroundTruth warned(String record, String code) throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, document(record)));
        assertEquals(new GroundTruth.RecordCounts(1, 1, 0, 1), truth.counts(), record);
        assertEquals(code, truth.issues().getFirst().code());
        assertEquals(4, truth.issues().getFirst().line());
        return truth;
    }

    @Tag("case-1")
    @Test
    void emptyFilesAreRefused() throws IOException {
        at(refused(""), "file.empty", 1, 1);
        at(refused("\uFEFF"), "file.empty", 1, 1);
        at(refused("  \n "), "file.empty", 1, 1);
    }

    @Tag("case-2")
    @Test
    void cutFilesAreRefusedWhereTheyEnd() throws IOException {
        String text = document(GOOD);
        Issue issue = refused(text.substring(0, text.length() - 40));
        assertEquals("json.truncated", issue.code());
        assertEquals(4, issue.line());
        assertTrue(issue.message().contains("in the object that begins at 4:1"), issue.message());
        text = document(GOOD, annotation("\"bbox\": [1, 2, 3, 4]"));
        Issue second = refused(text.substring(0, text.length() - 10));
        assertTrue(second.message().contains("last complete record is annotation 1"), second.message());
    }

    @Tag("case-3") @Tag("case-4")
    @Test
    void nothingMayStandBehindTheDocument() throws IOException {
        at(refused(document(GOOD) + "\n{}"), "json.trailing", 6, 1);
        assertEquals("json.trailing", refused(document(GOOD) + "\nxyz").code());
        assertEquals(6, refused(document(GOOD) + "\nxyz").line());
    }

    @Tag("case-6")
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void wideTextIsReadWithAWarning(String charset) throws IOException {
        for (String mark : List.of("", "\uFEFF")) {
            Path file = Files.write(folder.resolve("wide.json"), (mark + document(GOOD)).getBytes(Charset.forName(charset)));
            GroundTruth truth = CocoFiles.read(file);
            assertEquals(1, truth.annotations().size());
            assertEquals("file.utf16", truth.issues().getFirst().code());
        }
    }

    @Tag("case-7") @Tag("case-8")
    @Test
    void invalidTextIsRefusedWithItsPlace() throws IOException {
        byte[] bytes = document(GOOD).replace("\"cat\"", "\"c\u00e9t\"").getBytes(StandardCharsets.ISO_8859_1);
        Issue issue = refused(bytes);
        at(issue, "text.encoding", 2, 36);
        int place = document(GOOD).indexOf("\"cat\"") + 2;
        assertTrue(issue.message().contains("at byte " + place + "."), issue.message());
        assertEquals("text.encoding",
            refused(document(GOOD).replace("\"cat\"", "\"\u4eba\"").getBytes(Charset.forName("GBK"))).code());
    }

    @Tag("case-9")
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsDontMatter(String end) throws IOException {
        String text = document(GOOD, annotation("\"bbox\": [1]")).replace("\n", end);
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, text));
        assertEquals(5, truth.issues().getFirst().line());
        assertEquals(1, truth.annotations().size());
    }

    @Tag("case-10")
    @Test
    void binaryFilesAreNoText() throws IOException {
        at(refused(new byte[] {0, 1, 2, 0, 5}), "file.binary", 1, 2);
        assertEquals("file.binary", refused("\0\0\0\0\0\0\0\0" + document(GOOD)).code());
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', 13, 10};
        assertThrows(FormatException.class, () -> Formats.detect(Files.write(folder.resolve("p.json"), head)));
    }

    @Tag("case-12") @Tag("case-13")
    @Test
    void limitsHold() throws IOException {
        Issue deep = refused("{\"x\":\n" + "[".repeat(100_000));
        assertEquals("json.limit 2 1006", deep.code() + " " + deep.line() + " " + deep.offset());
        Issue number = refused(document(annotation("\"bbox\": [1, " + "1".repeat(2000) + ",1,1]")));
        assertEquals("json.limit 4 /annotations/0/bbox/1", number.code() + " " + number.line() + " " + number.pointer());
        assertTrue(number.message().contains("(2000) exceeds the maximum allowed (1000)"), number.message());
    }

    @Tag("case-15")
    @Test
    void aFieldTwiceIsRefused() throws IOException {
        Issue known = refused(document(annotation("\"bbox\": [1,2,3,4],\n\"bbox\": [1,2,3,4]")));
        assertEquals("json.duplicate.key", known.code());
        assertEquals(5, known.line());
        Issue other = refused(document(annotation("\"x\": 1,\n\"x\": 2, \"bbox\": [1,2,3,4]")));
        assertEquals(5, other.line());
        assertTrue(other.message().contains("line 4"), other.message());
        assertEquals("json.duplicate.key", refused(document(annotation("\"x\": {\"a\": 1, \"a\": 2}"))).code());
        assertEquals("json.duplicate.key", refused("{\"images\": [], \"images\": []}").code());
    }

    @Tag("case-17")
    @Test
    void whatIsNoFileIsNamed() throws IOException {
        assertEquals("file.missing",
            assertThrows(FormatException.class, () -> CocoFiles.read(folder.resolve("none.json"))).issue().code());
        assertEquals("file.directory", assertThrows(FormatException.class, () -> CocoFiles.read(folder)).issue().code());
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("nowhere"));
        Issue dangling = assertThrows(FormatException.class, () -> CocoFiles.read(link)).issue();
        assertTrue(dangling.message().contains("link"), dangling.message());
    }

    @Tag("case-16")
    @Test
    void aFileThatChangesWhileItIsReadIsRefused() throws IOException {
        Path file = CocoFiles.file(folder, document(GOOD));
        Progress meddling = new Progress() {
            @Override
            public void begin(String task, long total) {
                // not of interest
            }

            @Override
            public void advance(long amount) {
                try {
                    Files.writeString(file, "{}");
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertEquals("file.changed",
            assertThrows(FormatException.class, () -> CocoFiles.COCO.readGroundTruth(file, meddling)).issue().code());
    }

    @Tag("case-18")
    @Test
    void missingSectionsAreNamedWithWhatThereIs() throws IOException {
        Issue issue = refused("{\"images\": [], \"annotations\": []}");
        assertEquals("coco.section.missing", issue.code());
        assertEquals("categories", issue.value());
        assertTrue(issue.message().contains("images, annotations"), issue.message());
        at(refused("{\"images\": [],\n \"annotations\": {}}"), "coco.section.type", 2, 17);
        assertEquals("coco.root.array", refused("[]").code());
        assertEquals("coco.root.type", refused("12").code());
    }

    @Tag("case-19") @Tag("case-20") @Tag("case-22") @Tag("case-23")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"bbox\": {\"x\": 1} | coco.bbox.type", "\"bbox\": [1, 2, 3] | coco.bbox.length",
        "\"bbox\": [1, 2, 3, 4, 5] | coco.bbox.length", "\"bbox\": [1e400, 2, 3, 4] | coco.bbox.finite",
        "\"bbox\": [1, 2, -3, 4] | coco.bbox.negative", "\"bbox\": [1, 2, null, 4] | coco.bbox.number",
        "\"bbox\": [1, 2, [3], 4] | coco.bbox.number", "\"bbox\": [1, 2, \"0x1p3\", 4] | coco.bbox.number",
        "\"bbox\": [1, 2, \"1,5\", 4] | coco.bbox.number", "\"bbox\": \"1 2 3 4\" | coco.bbox.type",
        "\"x\": 1 | coco.bbox.missing", "\"bbox\": null | coco.bbox.missing",
        "\"segmentation\": {\"size\": [0, 0], \"counts\": \"zz\"} | coco.bbox.missing"})
    void badBoxesAreSetAside(String fields, String code) throws IOException {
        assertEquals(code, quarantined(annotation(fields)).code());
    }

    @Tag("case-26") @Tag("case-28") @Tag("case-29")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"id\": 1, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1,1,1,1]} | coco.annotation.duplicate",
        "{\"id\": 2, \"image_id\": 9, \"category_id\": 1, \"bbox\": [1,1,1,1]} | coco.image.unknown",
        "{\"id\": 2, \"image_id\": 1, \"category_id\": 9, \"bbox\": [1,1,1,1]} | coco.category.unknown",
        "{\"id\": 2, \"category_id\": 1, \"bbox\": [1,1,1,1]} | coco.image_id.missing",
        "{\"id\": 2, \"image_id\": 1, \"bbox\": [1,1,1,1]} | coco.category_id.missing",
        "{\"id\": 2, \"image_id\": [], \"category_id\": 1, \"bbox\": [1,1,1,1]} | coco.image_id.type",
        "{\"id\": 9223372036854775808, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1,1,1,1]} | coco.id.type",
        "[1] | coco.record.type", "7 | coco.record.type", "\"x\" | coco.record.type", "null | coco.record.type"})
    void badRecordsAreSetAside(String record, String code) throws IOException {
        Issue issue = quarantined(record);
        assertEquals(code, issue.code());
        if (code.endsWith("duplicate")) {
            assertTrue(issue.message().contains("line 4"), issue.message());
        }
    }

    @Tag("case-21")
    @Test
    void notANumberIsNoJson() throws IOException {
        Issue issue = refused(document(annotation("\"bbox\": [NaN, 1, 1, 1]")));
        assertEquals("json.syntax", issue.code());
        assertEquals(4, issue.line());
        assertEquals("This is not JSON: Non-standard token 'NaN' (byte " + (document("").length() + 52) + ")", issue.message());
    }

    @Tag("case-61") @Tag("case-63")
    @Test
    void namesThatLeadOutsideAreTold() throws IOException {
        for (String name : List.of("../../etc/passwd", "/etc/passwd", "C:\\\\x.jpg", "file:///x.jpg", "http://host/a.jpg",
            "~/a.jpg", "\\\\\\\\host\\\\share\\\\a.jpg")) {
            assertEquals(List.of("image.name.outside"), codesOf(name), name);
        }
        assertEquals(List.of("image.name.portability"), codesOf("images/.."));
        assertEquals(List.of("image.name.portability"), codesOf("images/con.jpg"));
        for (String name : List.of("picture_1.jpg", "train2017/000000000139.jpg", "a.jpg")) {
            assertEquals(List.of(), codesOf(name), name);
        }
    }

    private List<String> codesOf(String pictureName) throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, document(GOOD).replace("a.jpg", pictureName)));
        assertEquals(new GroundTruth.RecordCounts(1, 1, 0, 0), truth.counts());
        return truth.issues().stream().map(Issue::code).toList();
    }

    @Tag("case-24") @Tag("case-25")
    @Test
    void oddRecordsAreKeptWithAWarning() throws IOException {
        warned(annotation("\"bbox\": [1, 2, 0, 4]"), "coco.bbox.empty");
        warned(annotation("\"bbox\": [90, 2, 20, 4]"), "box.edge");
        GroundTruth outside = warned(annotation("\"bbox\": [150, 2, 20, 4]"), "box.outside");
        assertEquals(150, outside.annotations().x(0));
        assertEquals(12.5, warned(annotation("\"bbox\": [\"12.5\", 2, 3, 4]"), "coco.bbox.text").annotations().x(0));
        assertEquals(1, warned("{\"id\": 1.0, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1,1,2,2]}", "coco.id.float")
            .annotations().id(0));
        assertEquals(12, warned(annotation("\"bbox\": [1, 2, 3, 4], \"area\": -1"), "coco.area.number").annotations().area(0));
        AnnotationColumns outline = warned(annotation("\"segmentation\": [[1, 2, 5, 2, 5, 9.5]]"), "coco.bbox.outline")
            .annotations();
        assertEquals(7.5, outline.height(0));
        warned("{\"image_id\": 1, \"category_id\": 1, \"bbox\": [1,1,2,2]}", "coco.id.missing");
    }

    @Tag("case-30") @Tag("case-31")
    @Test
    void idsAreExact() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, """
            {"images": [{"id": 9007199254740993, "file_name": "a"}, {"id": "seven", "file_name": "b"}, {"id": "7"}],
             "categories": [{"id": 0, "name": "a"}, {"id": 4000, "name": "b"}],
             "annotations": [{"id": 0, "image_id": 9007199254740993, "category_id": 0, "bbox": [1, 1, 1, 1]},
               {"id": 9007199254740993, "image_id": "seven", "category_id": 4000, "bbox": [1, 1, 1, 1]},
               {"id": 9007199254740992, "image_id": 7, "category_id": 0, "bbox": [1, 1, 1, 1]},
               {"id": "text", "image_id": 7, "category_id": 0, "bbox": [1, 1, 1, 1]}]}
            """));
        assertEquals(4, truth.annotations().size());
        assertEquals(0, truth.annotations().id(0));
        assertEquals(9007199254740993L, truth.annotations().id(1));
        assertEquals(9007199254740994L, truth.annotations().id(3));
        assertEquals("seven", truth.images().get(1).originalId());
        assertEquals(4000, truth.classes().get(1).originalId());
    }

    @Tag("case-27") @Tag("case-32")
    @Test
    void doubtfulImagesAndClassesAreNamed() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, """
            {"images": [{"id": 1, "file_name": "a"}, {"id": 1, "file_name": "b"}, {"id": 2, "file_name": "a"},
              {"file_name": "c"}, 5],
             "categories": [{"id": 1, "name": "Cat"}, {"id": 2, "name": "cat "}, {"id": 2, "name": "x"}],
             "annotations": []}
            """));
        assertEquals(List.of("coco.image.duplicate", "coco.image.name.duplicate", "coco.image.id", "coco.image.id",
            "coco.category.name.duplicate", "coco.category.duplicate"), truth.issues().stream().map(Issue::code).toList());
        assertEquals(2, truth.images().size());
        assertEquals(2, truth.classes().size());
    }

    @Tag("case-33")
    @Test
    void anyClassNameIsKept() throws IOException {
        for (String name : List.of("", "x".repeat(10_000), "a\\nb", "\u05d0\u202e", "\ud83d\udc31", "=cmd|'/c calc'!A1")) {
            GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, document(GOOD).replace("\"cat\"", "\"" + name + "\"")));
            assertEquals(name.replace("\\n", "\n"), truth.classes().get(0).name());
        }
    }

    @Tag("case-36") @Tag("case-37")
    @Test
    void badPredictionsAreSetAside() throws IOException {
        GroundTruth truth = CocoFiles.read(CocoFiles.file(folder, document(GOOD)));
        String box = "\"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 1, 2, 2]";
        Path file = CocoFiles.file(folder, "[{" + box + "},\n{" + box + ", \"score\": 1.5},\n{" + box + ", \"score\": -0.1},\n{"
            + box + ", \"score\": \"1\"},\n{\"image_id\": 5, \"category_id\": 1, \"bbox\": [1, 1, 2, 2], \"score\": 1},\n"
            + "{\"image_id\": 5, \"category_id\": 1, \"bbox\": [1, 1, 2, 2], \"score\": 1},\n"
            + "{\"image_id\": 1, \"category_id\": 5, \"bbox\": [1, 1, 2, 2], \"score\": 1},\n{" + box + ", \"score\": 0.5}]");
        Predictions predictions = CocoFiles.COCO.readPredictions(file, truth, Progress.NONE);
        assertEquals(new GroundTruth.RecordCounts(8, 1, 7, 0), predictions.counts());
        assertEquals(7, predictions.columns().position(0));
        assertEquals(List.of("coco.score.missing 1", "coco.score.range 2", "coco.score.range 3", "coco.score.number 4",
            "coco.category.unknown 7", "coco.image.unknown 5"),
            predictions.issues().stream().map(issue -> issue.code() + " " + issue.line()).toList());
        FormatException dataset = assertThrows(FormatException.class,
            () -> CocoFiles.COCO.readPredictions(CocoFiles.file(folder, document(GOOD)), truth, Progress.NONE));
        assertEquals("coco.results.object", dataset.issue().code());
    }

    @Tag("case-28")
    @Test
    void setAsideRecordsAreWrittenBack() throws IOException {
        Path file = CocoFiles.file(folder, document(GOOD, annotation("\"bbox\": [1]"), "17"));
        assertEquals(Files.readString(file), new String(CocoFiles.edited(file, List.of()), StandardCharsets.UTF_8));
    }
}
