package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;

/**
 * The catalogue of bad and hostile input, numbered 1 to 80: every test that stands for a case, in whatever module, has a tag
 * {@code case-N}. Here are the cases of label files that have no place elsewhere.
 */
class CatalogueTest {

    private static final Pattern TAG = Pattern.compile("@Tag\\(\"case-([0-9]+)\"\\)");
    private static final String OBJECT = "<object><name>cat</name><bndbox><xmin>0</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40"
        + "</ymax></bndbox>%s</object>";

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        return LabelFiles.put(folder, name, text);
    }

    private static GroundTruth read(String format, Path path) throws IOException {
        return Formats.named(format).orElseThrow().readGroundTruth(path, Progress.NONE);
    }

    private static List<String> codes(GroundTruth truth) {
        return truth.issues().stream().map(Issue::code).toList();
    }

    private GroundTruth voc(String head, String objects) throws IOException {
        return read("voc", put("a.xml", "<annotation>" + head + objects + "</annotation>"));
    }

    private static String head(String file, int width) {
        return "<filename>" + file + "</filename><size><width>" + width + "</width><height>50</height></size>";
    }

    @Test
    void everyCaseHasATest() throws IOException {
        Set<Integer> tested = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                Matcher tag = TAG.matcher(Files.readString(file));
                while (tag.find()) {
                    tested.add(Integer.parseInt(tag.group(1)));
                }
            }
        }
        Set<Integer> missing = new TreeSet<>();
        for (int number = 1; number <= 80; number++) {
            if (!tested.contains(number)) {
                missing.add(number);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Tag("case-5")
    @ParameterizedTest
    @ValueSource(strings = {"coco", "bdd100k", "voc", "cvat", "openimages", "labelstudio", "labelme", "createml", "nucleus",
        "fiftyone", "kitti", "yolo"})
    void aByteOrderMarkIsReadAndKept(String name) throws IOException {
        Path coco = put("coco.json", COCO);
        LabelFormat format = Formats.named(name).orElseThrow();
        Path written = Files.createDirectory(folder.resolve("plain"));
        format.write(read("coco", coco), LabelSink.folder(written), Progress.NONE);
        int marked = 0;
        try (Stream<Path> files = Files.walk(written)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(!Files.readString(file).startsWith("\uFEFF"));
                Files.writeString(file, "\uFEFF" + Files.readString(file));
                marked++;
            }
        }
        Path source = marked == 1 ? only(written) : written;
        GroundTruth truth = format.readGroundTruth(source, Progress.NONE);
        assertEquals(2, truth.counts().imported());
        Path out = Files.createDirectory(folder.resolve("out"));
        format.writeEdited(source, truth, List.of(new Changed(0, 1, null, null, null, null)), LabelSink.folder(out));
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertTrue(Files.readString(file).startsWith("\uFEFF"), file.toString());
            }
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Tag("case-14")
    @Test
    void aTextOfManyMegabytesIsRefused() throws IOException {
        Path file = put("long.json", COCO.replace("\"a.jpg\"", "\"" + "a".repeat(70 << 20) + "\""));
        Issue issue = assertThrows(FormatException.class, () -> read("coco", file)).issue();
        assertEquals("json.limit", issue.code());
    }

    @Tag("case-34")
    @Test
    void masksAreKeptAsTheyAre() throws IOException {
        String mask = "\"segmentation\": {\"size\": [50, 100], \"counts\": [10, 5, 4985]}, \"iscrowd\": 1";
        Path file = put("coco.json", COCO.replace("\"bbox\": [1, 2, 10, 20]", "\"bbox\": [1, 2, 10, 20], " + mask));
        GroundTruth truth = read("coco", file);
        assertTrue(truth.annotations().crowd(0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Formats.named("coco").orElseThrow().writeEdited(file, truth, List.of(new Changed(0, 1, null, null, null, null)), out);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains(mask));
    }

    @Tag("case-51")
    @Test
    void pathsOutsideOfTheFolderAreNotFollowed() throws IOException {
        put("outside/labels/b.txt", "0 0.5 0.5 0.1 0.1\n");
        put("set/labels/a.txt", "0 0.5 0.5 0.1 0.1\n");
        put("set/data.yaml", "path: ../outside\ntrain: /etc\nval: images\nnames: [a]\n");
        GroundTruth truth = read("yolo", folder.resolve("set"));
        assertEquals(1, truth.counts().read());
        Issue issue = truth.issues().getFirst();
        assertEquals("yolo.path", issue.code());
        assertTrue(issue.message().contains("path: ../outside, train: /etc"), issue.message());
    }

    @Tag("case-56") @Tag("case-60")
    @Test
    void anyOrderAndMoreThanIsNeededIsRead() throws IOException {
        GroundTruth truth = voc(head("a.jpg", 50), "<object><bndbox><xmax>30.5</xmax><xmin>1.25</xmin><ymax>40</ymax>"
            + "<ymin>2</ymin></bndbox><part><name>head</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax>"
            + "<ymax>2</ymax></bndbox></part>"
            + "<difficult>maybe</difficult><name>cat</name></object>");
        assertEquals(new RecordCounts(1, 1, 0, 1), truth.counts());
        assertEquals(29.25, truth.annotations().width(0));
        assertEquals(List.of("voc.flag"), codes(truth));
        assertEquals(Map.of("difficult", "maybe"), truth.details().read(0).attributes());
    }

    @Tag("case-57")
    @Test
    void aMissingSizeIsThatOfThePicture() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 60, 0, 0, 0, 70};
        Files.write(folder.resolve("a.png"), png);
        put("a.xml", "<annotation><filename>a.png</filename>" + OBJECT.formatted("") + "</annotation>");
        GroundTruth truth = read("voc", folder);
        assertEquals(60, truth.images().getFirst().width());
        assertEquals(List.of("voc.size"), codes(truth));
    }

    @Tag("case-58")
    @Test
    void theNameInTheFileCounts() throws IOException {
        GroundTruth truth = voc("<path>C:\\pictures\\b.jpg</path>" + head("b.jpg", 50), OBJECT.formatted(""));
        assertEquals("b.jpg", truth.images().getFirst().fileName());
        assertEquals(List.of("voc.filename.differs"), codes(truth));
    }

    @Tag("case-59")
    @Test
    void bothOriginsAreRead() throws IOException {
        GroundTruth truth = voc(head("a.jpg", 30), OBJECT.formatted(""));
        assertEquals(List.of(), codes(truth));
        assertEquals(0, truth.annotations().x(0));
        assertEquals(30, truth.annotations().width(0));
    }

    @Tag("case-61") @Tag("case-63")
    @Test
    void namesThatAreTroubleElsewhereAreTold() throws IOException {
        GroundTruth truth = read("createml", put("a.json", "[{\"image\": \"../x.jpg\", \"annotations\": []}, {\"image\": "
            + "\"A.jpg\", \"annotations\": []}, {\"image\": \"a.jpg\", \"annotations\": []}, {\"image\": \"NUL.jpg\", "
            + "\"annotations\": []}, {\"image\": \"caf\u00e9\", \"annotations\": []}, {\"image\": \"cafe\u0301\", "
            + "\"annotations\": []}]"));
        assertEquals(6, truth.images().size());
        assertEquals(List.of("image.name.outside", "image.name.portability", "image.name.portability", "image.name.portability"),
            codes(truth));
        assertEquals("cafe\u0301", truth.images().get(5).fileName());
    }

    private static final String COCO = "{\"images\": [{\"id\": 7, \"file_name\": \"a.jpg\", \"width\": 100, \"height\": 50}, "
        + "{\"id\": 9, \"file_name\": \"empty.jpg\", \"width\": 30, \"height\": 20}], \"categories\": [{\"id\": 3, \"name\": "
        + "\"cat\"}, {\"id\": 1, \"name\": \"dog\"}], \"annotations\": [{\"id\": 5, \"image_id\": 7, \"category_id\": 1, "
        + "\"bbox\": [1, 2, 10, 20]}, {\"id\": 6, \"image_id\": 7, \"category_id\": 3, \"bbox\": [0.1, 0.2, 33.3, 11.7]}]}";

    @Tag("case-79")
    @ParameterizedTest
    @ValueSource(strings = {"yolo", "voc", "bdd100k", "cvat", "labelme", "createml", "kitti"})
    void thereAndBackNothingOfTheBoxesIsLost(String name) throws IOException {
        GroundTruth truth = read("coco", put("coco.json", COCO));
        LabelFormat format = Formats.named(name).orElseThrow();
        GroundTruth there = format.readGroundTruth(ConversionTest.write(format, truth, folder), Progress.NONE);
        assertEquals(0, there.counts().quarantined());
        Path back = folder.resolve("back.json");
        LabelFormat coco = Formats.named("coco").orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        coco.write(there, LabelSink.single(out), Progress.NONE);
        GroundTruth again = coco.readGroundTruth(Files.write(back, out.toByteArray()), Progress.NONE);
        assertEquals(2, again.images().size());
        AnnotationColumns found = again.annotations();
        assertEquals(2, found.size());
        Map<String, double[]> boxes = new HashMap<>();
        for (int row = 0; row < 2; row++) {
            boxes.put(again.classes().get(found.label(row)).name(),
                new double[] {found.x(row), found.y(row), found.width(row), found.height(row)});
        }
        assertArrayEquals(new double[] {1, 2, 10, 20}, boxes.get("dog"), 1e-6);
        assertArrayEquals(new double[] {0.1, 0.2, 33.3, 11.7}, boxes.get("cat"), 1e-6);
    }

    @Tag("case-80")
    @Test
    void everyLocaleWritesTheSame() throws IOException {
        GroundTruth truth = read("coco", put("coco.json", COCO));
        Locale before = Locale.getDefault();
        Map<String, List<String>> written = new HashMap<>();
        try {
            for (String language : List.of("en", "de", "tr", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                for (LabelFormat format : Formats.all()) {
                    if (!format.name().equals("classes-folder")) {
                        ByteArrayOutputStream out = new ByteArrayOutputStream();
                        try (LabelSink sink = format.manyFiles() ? LabelSink.archive(out) : LabelSink.single(out)) {
                            format.write(truth, sink, Progress.NONE);
                        }
                        written.computeIfAbsent(format.name(), key -> new ArrayList<>())
                            .add(out.toString(StandardCharsets.ISO_8859_1));
                    }
                }
            }
        } finally {
            Locale.setDefault(before);
        }
        written.forEach((name, texts) -> assertEquals(1, Set.copyOf(texts).size(), name));
    }
}
