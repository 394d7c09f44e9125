package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
import dev.errata.formats.Issue;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.Roots;
import dev.errata.formats.text.Numbers;

/** Broken and hostile label sets of many files: which code, which place, which counts. */
class BadInputTest {

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        return LabelFiles.put(folder, name, text);
    }

    private GroundTruth yolo(String rows) throws IOException {
        put("data.yaml", "names: [a, b]\n");
        put("labels/x.txt", rows);
        return Formats.named("yolo").orElseThrow().readGroundTruth(folder, Progress.NONE);
    }

    private static Issue refused(String format, Path path) {
        return assertThrows(FormatException.class,
            () -> Formats.named(format).orElseThrow().readGroundTruth(path, Progress.NONE)).issue();
    }

    @Tag("case-40") @Tag("case-41") @Tag("case-42") @Tag("case-44")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 0.5 0.5 0.1 | yolo.columns", "0 0.5 0.5 0.1 0.1 0.9 | yolo.columns",
        "-1 0.5 0.5 0.1 0.1 | yolo.class", "2 0.5 0.5 0.1 0.1 | yolo.class", "x 0.5 0.5 0.1 0.1 | yolo.class",
        "0 120 80 30 30 | yolo.pixels", "0 -0.5 0.5 0.1 0.1 | yolo.range", "0 nan 0.5 0.1 0.1 | yolo.number",
        "0 1d 0.5 0.1 0.1 | yolo.number", "0 0x1p3 0.5 0.1 0.1 | yolo.number", "0 '0,5' 0.5 0.1 0.1 | yolo.number",
        "0 \u0661 0.5 0.1 0.1 | yolo.number"})
    void badYoloRowsAreSetAside(String row, String code) throws IOException {
        GroundTruth truth = yolo("\n" + row + "\n");
        assertEquals(new GroundTruth.RecordCounts(1, 0, 1, 0), truth.counts());
        Issue issue = truth.issues().getLast();
        assertEquals(code + " 2", issue.code() + " " + issue.line());
        assertTrue(issue.file().endsWith("x.txt"), issue.file());
    }

    @Tag("case-43") @Tag("case-45")
    @Test
    void oddYoloRowsAreKept() throws IOException {
        GroundTruth truth = yolo("0\t0.5  0.5 0.1 0.1\n1.0 0.5 0.5 1.005 0.1\n0 0.5 0.5 0.2 0.2\n0 0.5 0.5 0.2 0.2");
        assertEquals(4, truth.counts().imported());
        assertEquals(List.of("yolo.class.float", "yolo.tolerance", "yolo.duplicate", "image.size.unknown"),
            truth.issues().stream().map(Issue::code).toList());
        assertEquals(2, truth.counts().warnings());
    }

    @Tag("case-46") @Tag("case-47") @Tag("case-48")
    @Test
    void emptyAndMissingYoloFilesAreNotTheSame() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 9, 0, 0, 0, 7};
        Files.write(folder.resolve("images/x.png"), png);
        Files.write(folder.resolve("images/y.png"), png);
        GroundTruth truth = yolo("");
        assertEquals(2, truth.images().size());
        assertEquals(9, truth.images().getFirst().width());
        assertEquals(List.of("yolo.unlabelled"), truth.issues().stream().map(Issue::code).toList());
        Files.write(folder.resolve("images/x.jpg"), png);
        assertEquals("yolo.image.ambiguous", refused("yolo", folder).code());
    }

    @Tag("case-50")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"names: [a, b]@nc: 3 | yolo.names.count", "names: [a]@names: [b] | yaml.syntax",
        "names: !!java.lang.String [a] | yaml.syntax", "names:@\t- a | yaml.syntax", "names: 7 | yolo.names.type",
        "names: {x: a} | yolo.names.index", "names: &a [*a] | yolo.names.type"})
    void badYamlIsRefused(String yaml, String code) throws IOException {
        put("labels/x.txt", "0 0.5 0.5 0.1 0.1\n");
        put("data.yaml", yaml.replace('@', '\n'));
        Issue issue = refused("yolo", folder);
        assertEquals(code, issue.code(), issue.toString());
        assertTrue(issue.file().endsWith("data.yaml"));
    }

    /** Settings of other programs lie beside labels, some of them broken. */
    @ParameterizedTest
    @ValueSource(strings = {"names: null\n", "names:\n", "names: ~\nnc: 3\n", "image: {{ tag }}\n\t- a\n"})
    void yamlThatGivesNoNamesIsPassedOver(String yaml) throws IOException {
        put("labels/x.txt", "1 0.5 0.5 0.1 0.1\n");
        put("a.yaml", yaml);
        put("data.yaml", "names: [a, b]\n");
        GroundTruth truth = Formats.detect(folder).readGroundTruth(folder, Progress.NONE);
        assertEquals("b", truth.classes().get(truth.annotations().label(0)).name());
        Files.delete(folder.resolve("data.yaml"));
        assertEquals(1, Formats.detect(folder).readGroundTruth(folder, Progress.NONE).counts().imported());
    }

    @Tag("case-49")
    @Test
    void differingClassListsAreRefused() throws IOException {
        put("classes.txt", "b\na\n");
        put("data.yaml", "names: [a, b]\n");
        put("labels/x.txt", "0 0.5 0.5 0.1 0.1\n");
        assertEquals("yolo.names.differ", refused("yolo", folder).code());
    }

    private static final String OBJECT = "<object><name>cat</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax>"
        + "<ymax>40</ymax></bndbox></object>";

    private static String voc(String content) {
        return "<annotation>\n<filename>a.jpg</filename><size><width>50</width><height>50</height></size>\n" + content
            + "\n</annotation>";
    }

    @Tag("case-52") @Tag("case-53")
    @Test
    void documentTypesAreRefusedAndNothingIsRead() throws IOException {
        Path canary = put("canary.txt", "secret");
        String external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + canary.toUri() + "\">]>\n" + voc("<object>&x;</object>");
        Issue issue = refused("voc", put("a/a.xml", external));
        assertEquals("xml.doctype", issue.code());
        assertEquals(1, issue.line());
        assertFalse(issue.toString().contains("secret"));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l").append(i).append(" \"&l").append(i - 1).append(";&l").append(i - 1).append(";\">");
        }
        assertEquals("xml.doctype", refused("voc", put("b/b.xml", laughs + "]><annotation>&l29;</annotation>")).code());
    }

    @Test
    void malformedXmlIsRefusedWithItsPlace() throws IOException {
        Issue issue = refused("voc", put("a.xml", voc("<object>")));
        assertEquals("xml.syntax", issue.code());
        assertEquals(4, issue.line());
        // which of the two depends on the limits of the Java that runs
        assertTrue(List.of("xml.limit", "xml.syntax")
            .contains(refused("voc", put("c.xml", voc("<x>".repeat(500) + "</x>".repeat(500)))).code()));
        assertEquals("file.empty", refused("voc", put("d.xml", "")).code());
    }

    @Tag("case-55")
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<xmin>1</xmin> | <xmin>31</xmin> | box.negative",
        "<xmin>1</xmin> | <xmin>1e400</xmin> | voc.number", "<xmin>1</xmin> | <x/> | voc.number",
            "<name>cat</name> | '' | voc.name",
        "bndbox> | other> | voc.bndbox"})
    void badObjectsAreSetAside(String from, String to, String code) throws IOException {
        GroundTruth truth = Formats.named("voc").orElseThrow()
            .readGroundTruth(put("a.xml", voc(OBJECT + "\n" + OBJECT.replace(from, to))), Progress.NONE);
        assertEquals(2, truth.counts().read());
        assertEquals(1, truth.counts().imported());
        assertEquals(code + " 4", truth.issues().getLast().code() + " " + truth.issues().getLast().line());
    }

    @Tag("case-61")
    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "C:\\x", "\\\\host\\share", "file:/etc/passwd", "http://x/y.jpg",
        "~/x",
        "a/../../x", "a\0b", ""})
    void namesThatLeadOutsideAreNotOpened(String name) throws IOException {
        assertFalse(Roots.isInside(name));
        assertTrue(new Roots(List.of(folder)).find(name).isEmpty());
    }

    @Tag("case-62")
    @Test
    void linksThatLeadOutsideAreNotFollowed() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        put("secret.txt", "x");
        Files.createSymbolicLink(inside.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(inside.resolve("loop"), inside);
        Files.writeString(inside.resolve("real.txt"), "x");
        assertTrue(new Roots(List.of(inside)).find("link.txt").isEmpty());
        assertTrue(new Roots(List.of(inside)).find("real.txt").isPresent());
        try (LabelTree tree = LabelTree.of(inside)) {
            assertEquals(List.of("real.txt"), tree.names());
        }
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        Path file = folder.resolve("labels.zip");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    @Tag("case-64")
    @ParameterizedTest
    @ValueSource(strings = {"../x.txt", "/x.txt", "a\\b.txt", "C:/x.txt"})
    void archivesWithEntriesThatLeadOutsideAreRefused(String name) throws IOException {
        Path file = zip(Map.of("labels/a.txt", new byte[1], name, new byte[1]));
        Issue issue = assertThrows(FormatException.class, () -> LabelTree.of(file)).issue();
        assertEquals("zip.path", issue.code());
        assertTrue(issue.message().contains(name), issue.message());
    }

    @Tag("case-65")
    @Test
    void bombsAndDamagedArchivesAreRefused() throws IOException {
        Path bomb = zip(Map.of("labels/a.txt", new byte[5 << 20]));
        assertEquals("zip.bomb", assertThrows(FormatException.class, () -> LabelTree.of(bomb)).issue().code());
        Path cut = zip(Map.of("labels/a.txt", new byte[100]));
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 30));
        assertEquals("zip.damaged", assertThrows(FormatException.class, () -> LabelTree.of(cut)).issue().code());
    }

    @Test
    void invalidTextIsRefusedWithItsByte() throws IOException {
        put("data.yaml", "names: [a]\n");
        Path file = put("labels/x.txt", "");
        Files.write(file, new byte[] {'0', ' ', (byte) 0xC3, '('});
        Issue issue = refused("yolo", folder);
        assertEquals("text.encoding", issue.code());
        assertTrue(issue.message().contains("byte 2"), issue.message());
    }

    @Test
    void numbersAreWhatJsonAndCsvCallNumbers() {
        for (String number : List.of("0", "-1", "1.5", ".5", "5.", "1e3", "1E-3", "+2")) {
            assertTrue(Numbers.isNumber(number), number);
        }
        for (String other : List.of("", "-", ".", "1d", "0x1p3", "NaN", "Infinity", "1,5", "\u0661", "1e", " 1", "1_0")) {
            assertFalse(Numbers.isNumber(other), other);
        }
    }

    @Test
    void badLinesOfJsonAreSetAside() throws IOException {
        LabelFormat nucleus = Formats.named("nucleus").orElseThrow();
        Path file = put("a.jsonl", "{\"label\": \"a\", \"type\": \"box\", \"geometry\": {\"x\": 1, \"y\": 2, "
            + "\"width\": 3, \"height\": 4}, \"reference_id\": \"i\"}\n"
            + "{broken\n{\"label\": \"a\", \"geometry\": {}, \"reference_id\": \"i\"}\n");
        GroundTruth truth = nucleus.readGroundTruth(file, Progress.NONE);
        assertEquals(new GroundTruth.RecordCounts(3, 1, 2, 0), truth.counts());
        assertEquals(List.of("nucleus.json 2", "nucleus.box 3"),
            truth.issues().stream().map(issue -> issue.code() + " " + issue.line()).toList());
    }
}
