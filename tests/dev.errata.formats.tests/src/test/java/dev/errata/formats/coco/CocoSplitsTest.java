package dev.errata.formats.coco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;

/** COCO in a folder and in an archive: several files are one set of labels, and each is written back on its own. */
class CocoSplitsTest {

    private static final String TRAIN = """
        {"images": [{"id": 0, "file_name": "a.jpg", "width": 50, "height": 50}, {"id": 1, "file_name": "b.jpg"}],
         "categories": [{"id": 0, "name": "cells"}, {"id": 1, "name": "red"}],
         "annotations": [
          {"id": 0, "image_id": 0, "category_id": 1, "bbox": [1, 2, 3, 4], "area": 12, "iscrowd": 0, "note": "t"},
          {"id": 1, "image_id": 1, "category_id": 9, "bbox": [1, 2, 3, 4], "area": 12, "iscrowd": 0}]}
        """;
    private static final String VALID = """
        {"images": [{"id": 0, "file_name": "c.jpg", "width": 60, "height": 60}],
         "categories": [{"id": 1, "name": "white"}, {"id": 2, "name": "red"}],
         "annotations": [
          {"id": 0, "image_id": 0, "category_id": 2, "bbox": [5, 6, 7, 8], "area": 56, "iscrowd": 0, "note": "v"},
          {"id": 1, "image_id": 0, "category_id": 1, "bbox": [15, 6, 7, 8], "area": 56, "iscrowd": 0}]}
        """;

    @TempDir
    Path temporary;
    Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = temporary.resolve("set");
        put("train/_annotations.coco.json", TRAIN);
        put("valid/_annotations.coco.json", VALID);
        put("valid/c.jpg", "picture");
        put("README.txt", "hello");
    }

    private void put(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Path zip() throws IOException {
        Path zip = temporary.resolve("set.zip");
        try (OutputStream out = Files.newOutputStream(zip); LabelSink archive = LabelSink.archive(out);
            LabelTree tree = LabelTree.of(folder)) {
            for (String name : tree.names()) {
                try (OutputStream entry = archive.file(name)) {
                    entry.write(tree.read(name));
                }
            }
        }
        return zip;
    }

    private void assertRead(Path path) throws IOException {
        LabelFormat format = Formats.detect(path);
        assertEquals("coco", format.name());
        GroundTruth truth = format.readGroundTruth(path, Progress.NONE);
        assertEquals(List.of("a.jpg", "b.jpg", "valid/c.jpg"), truth.images().stream().map(image -> image.fileName()).toList());
        assertEquals(List.of("cells", "red", "white"), truth.classes().stream().map(entry -> entry.name()).toList());
        assertEquals(3, truth.images().stream().map(image -> image.originalId()).distinct().count());
        assertEquals(3, truth.classes().stream().map(entry -> entry.originalId()).distinct().count());
        assertEquals(new GroundTruth.RecordCounts(4, 3, 1, 0), truth.counts());
        assertEquals(1, truth.issueCounts().total());
        assertTrue(truth.issues().getFirst().file().endsWith("train/_annotations.coco.json"), truth.issues().toString());
        AnnotationColumns rows = truth.annotations();
        int first = rows.begin(2);
        assertEquals(2, rows.end(2) - first);
        assertEquals(1, rows.label(first));
        assertEquals(2, rows.label(first + 1));
        assertEquals(5, rows.x(first));
        assertEquals("{\"note\": \"v\"}", truth.details().read(rows.position(first)).unknownFields());
        assertEquals("{\"note\": \"t\"}", truth.details().read(rows.position(rows.begin(0))).unknownFields());
    }

    @Test
    void severalFilesAreOneSet() throws IOException {
        assertRead(folder);
        assertRead(zip());
    }

    private Map<String, String> written(Path from, Collection<LabelEdit> edits) throws IOException {
        LabelFormat format = Formats.detect(from);
        Path out = temporary.resolve("out.zip");
        try (OutputStream stream = Files.newOutputStream(out); LabelSink sink = LabelSink.archive(stream)) {
            format.writeEdited(from, format.readGroundTruth(from, Progress.NONE), edits, sink);
        }
        Map<String, String> texts = new TreeMap<>();
        try (LabelTree tree = LabelTree.of(out)) {
            for (String name : tree.names()) {
                texts.put(name, new String(tree.read(name), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void untouchedFilesKeepTheirBytes() throws IOException {
        Map<String, String> expected = Map.of("train/_annotations.coco.json", TRAIN, "valid/_annotations.coco.json", VALID,
            "README.txt", "hello");
        assertEquals(expected, written(folder, List.of()));
        assertEquals(expected, written(zip(), List.of()));
    }

    @Test
    void anEditChangesItsOwnFile() throws IOException {
        List<LabelEdit> edits = List.of(new LabelEdit.Changed(3, 1, null, null, null, null), new LabelEdit.Removed(1),
            new LabelEdit.Changed(0, 0, null, null, null, null));
        for (Path from : List.of(folder, zip())) {
            Map<String, String> texts = written(from, edits);
            assertEquals(VALID.replace("\"category_id\": 1, \"bbox\": [15", "\"category_id\": 2, \"bbox\": [15"),
                texts.get("valid/_annotations.coco.json"));
            String train = TRAIN.replace("\"category_id\": 1, \"bbox\"", "\"category_id\": 0, \"bbox\"");
            int end = train.indexOf(",\n  {\"id\": 1,");
            assertEquals(train.substring(0, end) + "]}\n", texts.get("train/_annotations.coco.json"));
        }
    }

    @Test
    void aNewLabelGoesIntoTheFileOfItsImage() throws IOException {
        LabelEdit added = new LabelEdit.Added(77, 2, 2, new double[] {1, 1, 2, 2}, List.of(), Map.of(), false);
        Map<String, String> texts = written(folder, List.of(added));
        assertEquals(TRAIN, texts.get("train/_annotations.coco.json"));
        String valid = texts.get("valid/_annotations.coco.json");
        assertTrue(valid.contains("\"id\": 77, \"image_id\": 0, \"category_id\": 1"), valid);
    }

    @Test
    void oneFileInAFolderIsReadAsItself() throws IOException {
        Files.delete(folder.resolve("train/_annotations.coco.json"));
        GroundTruth truth = Formats.detect(folder).readGroundTruth(folder, Progress.NONE);
        assertEquals(List.of("0"), truth.images().stream().map(image -> image.originalId()).toList());
        assertEquals(0, truth.annotations().id(truth.annotations().begin(0)));
    }

    /** As the labels of videos may lie beside those of images; a broken file still refuses all. */
    @Test
    void aFileThatHasNoImagesIsSetAside() throws IOException {
        GroundTruth before = Formats.detect(folder).readGroundTruth(folder, Progress.NONE);
        put("a/videos.json", "{\"videos\": [], \"annotations\": [{\"id\": 1}], \"categories\": []}");
        LabelFormat format = Formats.detect(folder);
        GroundTruth truth = format.readGroundTruth(folder, Progress.NONE);
        assertEquals(new GroundTruth.RecordCounts(before.counts().read() + 1, before.counts().imported(),
            before.counts().quarantined() + 1, before.counts().warnings()), truth.counts());
        assertEquals("coco.section.missing QUARANTINED", truth.issues().getLast().code() + " "
            + truth.issues().getLast().severity());
        assertTrue(truth.issues().getLast().file().endsWith("videos.json"), truth.issues().getLast().file());
        Path out = Files.createDirectory(temporary.resolve("out"));
        format.writeEdited(folder, truth, List.of(new LabelEdit.Changed(truth.annotations().position(0), null,
            new double[] {1, 2, 3, 5}, null, null, null)), LabelSink.folder(out));
        assertEquals(-1, Files.mismatch(folder.resolve("a/videos.json"), out.resolve("a/videos.json")));
        assertEquals(TRAIN.replace("[1, 2, 3, 4], \"area\": 12, \"iscrowd\": 0, \"note\"",
            "[1, 2, 3, 5], \"area\": 15, \"iscrowd\": 0, \"note\""),
            Files.readString(out.resolve("train/_annotations.coco.json")));
        put("a/broken.json", "{\"images\": [");
        assertThrows(FormatException.class, () -> format.readGroundTruth(folder, Progress.NONE));
        Files.delete(folder.resolve("a/broken.json"));
        Files.delete(folder.resolve("train/_annotations.coco.json"));
        Files.delete(folder.resolve("valid/_annotations.coco.json"));
        put("b/videos.json", "{\"videos\": [], \"annotations\": [], \"categories\": []}");
        assertEquals("coco.section.missing", assertThrows(FormatException.class,
            () -> format.readGroundTruth(folder, Progress.NONE)).issue().code());
    }
}
