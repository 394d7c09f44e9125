package dev.errata.formats.coco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelEdit.Removed;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.json.JsonSpans.Span;
import dev.errata.formats.json.JsonSpans;
import dev.errata.formats.records.Outlines;

/** Random files with random edits: what is read back is what was meant, and nothing else differs. */
class CocoWritePropertyTest {

    private static final int ROUNDS = 400;

    @TempDir
    Path folder;

    private record Expected(long id, int image, int label, double[] box, double area, boolean crowd, List<double[]> polygons,
        Map<String, String> attributes) {
    }

    @Tag("case-39") @Tag("case-78")
    @ParameterizedTest
    @CsvSource({"UTF-8, 1", "UTF-16LE, 2", "UTF-16BE, 3"})
    void editsAreReadBackAndTheRestKeepsItsBytes(String charsetName, long seed) throws IOException {
        Charset charset = Charset.forName(charsetName);
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(seed * 100_000 + round);
            String mark = charset != StandardCharsets.UTF_8 || random.nextInt(4) == 0 ? "\uFEFF" : "";
            check(new RandomDocument(random, charset, mark), random);
        }
    }

    private void check(RandomDocument document, Random random) throws IOException {
        Path file = Files.write(folder.resolve("in.json"), document.bytes());
        GroundTruth truth = CocoFiles.read(file);
        assertEquals(document.records.size(), truth.counts().read());
        assertArrayEquals(document.bytes(), CocoFiles.edited(file, List.of()));

        Map<Integer, Expected> expected = expected(truth);
        Map<Long, Expected> wanted = new LinkedHashMap<>();
        List<LabelEdit> edits = new ArrayList<>();
        List<String> untouched = new ArrayList<>();
        for (int position = 0; position < document.records.size(); position++) {
            Expected old = expected.get(position);
            int choice = random.nextInt(3);
            if (choice == 0) {
                edits.add(new Removed(position));
            } else if (choice == 1 && old != null) {
                Changed edit = change(position, truth, random, document);
                edits.add(edit);
                wanted.put(old.id, apply(old, edit, document.records.get(position).contains("\"area\"")));
            } else {
                untouched.add(document.records.get(position));
                if (old != null) {
                    wanted.put(old.id, old);
                }
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            Added added = new Added(1000 + i, random.nextInt(2), random.nextInt(3), box(document), polygons(random, document),
                random.nextBoolean() ? Map.of() : Map.of("n\u00e9w", "\u00fc\"1", "k", "12"), random.nextBoolean());
            edits.add(added);
            wanted.put(added.id(), new Expected(added.id(), added.image(), added.label(), added.box(),
                area(added.box(), added.polygons()), added.crowd(), added.polygons(), added.attributes()));
        }
        Collections.shuffle(edits.subList(0, (int) edits.stream().filter(e -> !(e instanceof Added)).count()), random);

        byte[] written = CocoFiles.edited(file, edits);
        String text = new String(written, document.charset);
        String message = new String(document.bytes(), document.charset) + "\n->\n" + text + "\n" + edits;
        new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readTree(written);
        String start = document.before.substring(0, document.before.length() - document.lead.length());
        assertTrue(text.startsWith(start), message);
        assertTrue(text.endsWith(document.after.strip()) || text.endsWith(document.after), message);
        assertUntouched(untouched, text.substring(start.length() - 1), message);

        Path out = Files.write(folder.resolve("out.json"), written);
        Map<Integer, Expected> after = expected(CocoFiles.read(out));
        assertEquals(wanted.keySet(), after.values().stream().map(Expected::id).collect(Collectors.toSet()),
            message);
        after.values().forEach(found -> assertSame(wanted.get(found.id), found, message));
    }

    private static void assertUntouched(List<String> untouched, String array, String message) {
        int at = 0;
        List<String> records = new ArrayList<>();
        for (Span span : JsonSpans.of(array, 0)) {
            records.add(span.value(array));
        }
        for (String record : untouched) {
            while (at < records.size() && !records.get(at).equals(record)) {
                at++;
            }
            assertTrue(at++ < records.size(), message);
        }
    }

    private static void assertSame(Expected wanted, Expected found, String message) {
        assertEquals(wanted.image, found.image, message);
        assertEquals(wanted.label, found.label, message);
        assertArrayEquals(wanted.box, found.box, message);
        assertEquals(wanted.area, found.area, 1e-6, message);
        assertEquals(wanted.crowd, found.crowd, message);
        assertEquals(wanted.attributes, found.attributes, message);
        assertEquals(wanted.polygons.size(), found.polygons.size(), message);
        for (int i = 0; i < wanted.polygons.size(); i++) {
            assertArrayEquals(wanted.polygons.get(i), found.polygons.get(i), 1e-9, message);
        }
    }

    private static Map<Integer, Expected> expected(GroundTruth truth) throws IOException {
        Map<Integer, Expected> expected = new HashMap<>();
        AnnotationColumns columns = truth.annotations();
        for (int image = 0; image < columns.imageCount(); image++) {
            for (int row = columns.begin(image); row < columns.end(image); row++) {
                Detail detail = truth.details().read(columns.position(row));
                expected.put(columns.position(row), new Expected(columns.id(row), image, columns.label(row),
                    new double[] {columns.x(row), columns.y(row), columns.width(row), columns.height(row)}, columns.area(row),
                    columns.crowd(row), detail.polygons(), detail.attributes()));
            }
        }
        return expected;
    }

    private static double[] box(RandomDocument document) {
        return new double[] {document.value(), document.value(), document.value(), document.value()};
    }

    private static double area(double[] box, List<double[]> polygons) {
        return polygons.isEmpty() ? box[2] * box[3] : Outlines.area(polygons);
    }

    private static List<double[]> polygons(Random random, RandomDocument document) {
        List<double[]> polygons = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            polygons.add(random.doubles(6, 0, 500).map(v -> Math.round(v * 10) / 10.0).toArray());
        }
        return polygons;
    }

    private static Changed change(int position, GroundTruth truth, Random random, RandomDocument document) throws IOException {
        Map<String, String> attributes = null;
        if (random.nextInt(3) == 0) {
            attributes = new LinkedHashMap<>(truth.details().read(position).attributes());
            if (random.nextBoolean()) {
                attributes.put("n", "7");
                attributes.put("t\u00e9xt", "\u00e4\n");
            } else {
                attributes.remove("flag");
            }
        }
        return new Changed(position, random.nextBoolean() ? random.nextInt(3) : null, random.nextBoolean() ? box(document) : null,
            random.nextInt(3) == 0 ? polygons(random, document) : null, attributes,
            random.nextInt(3) == 0 ? random.nextBoolean() : null);
    }

    /** The area of a mask or an outline is none of the box. */
    private static double area(Expected old, Changed edit, double[] box, boolean moved) {
        boolean rectangle = old.polygons.size() == 1 && old.polygons.get(0).length == 8;
        if (edit.polygons() != null && !edit.polygons().isEmpty()) {
            return edit.polygons().stream().mapToDouble(CocoWritePropertyTest::triangle).sum();
        }
        boolean cleared = edit.polygons() != null && !old.polygons.isEmpty();
        boolean onlyBox = old.polygons.isEmpty() || rectangle && edit.polygons() == null;
        return cleared || moved && onlyBox ? box[2] * box[3] : old.area;
    }

    private static double triangle(double[] p) {
        return Math.abs((p[2] - p[0]) * (p[5] - p[1]) - (p[4] - p[0]) * (p[3] - p[1])) / 2;
    }

    private static Expected apply(Expected old, Changed edit, boolean hasArea) {
        double[] box = edit.box() == null ? old.box : edit.box();
        boolean moved = !Arrays.equals(box, old.box);
        double area = hasArea ? area(old, edit, box, moved) : box[2] * box[3];
        List<double[]> polygons = edit.polygons() == null ? old.polygons : edit.polygons();
        if (moved && edit.polygons() == null && old.polygons.size() == 1 && old.polygons.get(0).length == 8) {
            polygons = List.of(new double[] {box[0], box[1], box[0] + box[2], box[1], box[0] + box[2], box[1] + box[3], box[0],
                box[1] + box[3]});
        }
        return new Expected(old.id, old.image, edit.label() == null ? old.label : edit.label(), box, area,
            edit.crowd() == null ? old.crowd : edit.crowd(), polygons,
            edit.attributes() == null ? old.attributes : edit.attributes());
    }

    @Test
    void aRealFileChangesInOneRecordOnly() throws IOException {
        Path file = CocoFiles.resource("cocoapi_gt.json");
        String before = Files.readString(file);
        GroundTruth truth = CocoFiles.read(file);
        String after = new String(CocoFiles.edited(file, List.of(new Changed(300, 5, null, null, null, null))),
            StandardCharsets.UTF_8);
        int start = 0;
        while (before.charAt(start) == after.charAt(start)) {
            start++;
        }
        int end = 0;
        while (before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        String category = Long.toString(truth.classes().get(5).originalId());
        assertTrue(after.substring(0, after.length() - end).endsWith(category) || after.substring(start).startsWith(category));
        assertTrue(after.length() - end - start <= 2);
    }

    @Test
    void compressedFilesAreWrittenCompressed() throws IOException {
        Path file = folder.resolve("labels.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            Files.copy(CocoFiles.resource("voc100_gt.json"), out);
        }
        GroundTruth truth = CocoFiles.COCO.readGroundTruth(file, Progress.NONE);
        assertEquals(273, truth.annotations().size());
        assertArrayEquals(Files.readAllBytes(file), CocoFiles.edited(file, List.of()));
        byte[] edited = CocoFiles.edited(file, List.of(new Removed(0), new Removed(272)));
        assertEquals(271, CocoFiles.read(Files.write(folder.resolve("out.json.gz"), edited)).annotations().size());
    }
}
