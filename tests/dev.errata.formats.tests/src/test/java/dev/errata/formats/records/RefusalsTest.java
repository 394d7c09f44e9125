package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

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
import dev.errata.formats.LabelSink;
import dev.errata.formats.io.FileFaults;

/** What is said of files that are refused, and of records that are set aside, is for people who know neither Java nor parsers. */
class RefusalsTest {

    private static final String INSIDE = "(?s).*(Exception|Source:|REDACTED|StreamRead|JsonReadFeature|JAXP|java\\.).*";
    private static final String LINE = "{\"label\": \"a\", \"type\": \"box\", \"geometry\": {\"x\": 1, \"y\": 2, \"width\": 3, "
        + "\"height\": 4}, \"reference_id\": \"i\"}\n";

    @TempDir
    Path folder;

    private Issue refused(String format, String text) throws IOException {
        Path file = LabelFiles.put(folder, "labels", text);
        return assertThrows(FormatException.class,
            () -> Formats.named(format).orElseThrow().readGroundTruth(file, Progress.NONE)).issue();
    }

    @Tag("case-19")
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"labelstudio,null", "labelstudio,{}", "labelstudio,7", "createml,null",
        "createml,{}", "createml,\"x\"", "fiftyone,{}", "fiftyone,[]", "fiftyone,null"})
    void documentsWithoutAListAreRefused(String format, String text) throws IOException {
        assertEquals("json.list", refused(format, text).code());
    }

    @Tag("case-1")
    @Test
    void noLinesAreNoLabels() throws IOException {
        assertEquals("file.empty", refused("nucleus", "").code());
    }

    @Tag("case-15")
    @Test
    void aLineWithAFieldTwiceIsSetAside() throws IOException {
        Path file = LabelFiles.put(folder, "a.jsonl", LINE + LINE.replace("\"type\"", "\"label\": \"b\", \"type\""));
        GroundTruth truth = Formats.detect(file).readGroundTruth(file, Progress.NONE);
        assertEquals(new RecordCounts(2, 1, 1, 0), truth.counts());
        Issue issue = truth.issues().getFirst();
        assertEquals("nucleus.json 2", issue.code() + " " + issue.line());
        assertTrue(issue.message().contains("'label'"), issue.message());
    }

    @Tag("case-13")
    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\": 1]", "[{\"a\": [1}]", "{\"a\": NaN}", "[{\"a\": 1", "{\"a\": tru}", "[{\"a\": \u0001}]"})
    void nothingOfTheParserIsTold(String broken) throws IOException {
        for (String format : List.of("coco", "labelstudio", "createml", "bdd100k", "fiftyone", "labelme")) {
            String message = refused(format, broken).message();
            assertFalse(message.matches(INSIDE), message);
        }
        Path file = LabelFiles.put(folder, "a.jsonl", LINE + broken + "\n{\"a\": " + "1".repeat(2000) + "}\n");
        GroundTruth truth = Formats.named("nucleus").orElseThrow().readGroundTruth(file, Progress.NONE);
        assertEquals(new RecordCounts(3, 1, 2, 0), truth.counts());
        truth.issues().forEach(issue -> assertFalse(issue.message().matches(INSIDE), issue.message()));
    }

    @Test
    void whatAParserRepeatsOfTheFileIsCut() throws IOException {
        Issue issue = refused("cvat", "<?xml version=\"" + "1".repeat(50_000) + "\"?><annotations></annotations>");
        assertEquals("xml.syntax", issue.code());
        assertTrue(issue.message().length() < 400, "" + issue.message().length());
    }

    /** Both sides are numbers; their product is none. */
    @Test
    void aBoxWhoseAreaIsNoNumberIsWritten() throws IOException {
        Path file = LabelFiles.put(folder, "a.xml", "<annotation><filename>a.jpg</filename><size><width>9</width>"
            + "<height>9</height></size><object><name>cat</name><bndbox><xmin>0</xmin><ymin>0</ymin><xmax>1e300"
            + "</xmax><ymax>1e300</ymax></bndbox></object></annotation>");
        GroundTruth truth = Formats.named("voc").orElseThrow().readGroundTruth(file, Progress.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.named("coco").orElseThrow().write(truth, LabelSink.single(out), Progress.NONE);
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("area"));
        Path coco = Files.write(folder.resolve("a.json"), out.toByteArray());
        GroundTruth again = Formats.named("coco").orElseThrow().readGroundTruth(coco, Progress.NONE);
        assertEquals(1e300, again.annotations().width(0));
    }

    @Tag("case-17")
    @Test
    void whyAFileCannotBeOpenedIsTold() {
        assertEquals("x: permission denied", FileFaults.told(new AccessDeniedException("x")));
        assertEquals("permission denied", FileFaults.why(new AccessDeniedException("x")));
        assertEquals("x: there is no such file or folder", FileFaults.told(new NoSuchFileException("x")));
        assertEquals("x: Read-only file system", FileFaults.told(new FileSystemException("x", null, "Read-only file system")));
        assertEquals("Read-only file system", FileFaults.why(new FileSystemException("x", null, "Read-only file system")));
        assertEquals("full", FileFaults.told(new IOException("full")));
        assertEquals("java.io.IOException", FileFaults.told(new IOException()));
    }
}
