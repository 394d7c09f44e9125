package dev.errata.dataset.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.CancelAfter;
import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.engine.Progress;

/** An import is whole or it never was; an export never touches what was imported. */
class ImportDatasetTest {

    @TempDir
    Path temporary;
    SmallDataset small;

    @BeforeEach
    void write() throws Exception {
        small = new SmallDataset(temporary);
    }

    private Map<String, Long> everything() throws Exception {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(temporary)) {
            for (Path path : paths.sorted(Comparator.naturalOrder()).toList()) {
                files.put(temporary.relativize(path).toString(), Files.isDirectory(path) ? -1 : Files.size(path));
            }
        }
        return files;
    }

    @Test
    void theFolderHoldsCopiesDocumentAndProject() throws Exception {
        ImportDataset.Result result = small.importing().name("A & <B>").run(Progress.NONE);
        assertEquals(3, result.images());
        assertEquals(7, result.labels().imported());
        assertEquals(5, result.runs().get("a").imported());
        assertArrayEquals(Files.readAllBytes(small.labels), Files.readAllBytes(small.folder.resolve("sources/labels.json")));
        assertTrue(Files.readString(small.folder.resolve(".project")).contains("<name>A &amp; &lt;B&gt;</name>"));
        assertTrue(Files.readString(small.folder.resolve(".project")).contains("dev.errata.ui.datasetNature"));
        try (OpenDataset dataset = small.open()) {
            assertEquals("A & <B>", dataset.name());
            assertEquals(List.of("car", "person", "dog"),
                dataset.document().getClasses().stream().map(label -> label.getName()).toList());
            assertEquals("sources/labels.json", dataset.document().getLabels().getPath());
            assertEquals(64, dataset.document().getLabels().getSha256().length());
            assertEquals(2, dataset.document().getRuns().size());
            assertEquals(1, dataset.predictions(dataset.run("b")).size());
            assertEquals(1, dataset.labelOf("person"));
            assertEquals(-1, dataset.labelOf("background"));
            assertEquals("background", dataset.className(3));
            assertThrows(DatasetException.class, () -> dataset.run("c"));
        }
    }

    @Test
    void aBadRunLeavesNothingBehind() throws Exception {
        Files.writeString(small.runB, "[{\"image_id\": 11, ");
        Map<String, Long> before = everything();
        DatasetException refused = assertThrows(DatasetException.class, () -> small.importing().run(Progress.NONE));
        assertTrue(refused.getMessage().contains(small.runB + ":1:"), refused.getMessage());
        assertEquals(before, everything());
    }

    @Test
    void cancellingAnywhereLeavesNothingBehind() throws Exception {
        Map<String, Long> before = everything();
        int cancelled = 0;
        for (int polls = 0; polls < 1000; polls++) {
            CancelAfter progress = new CancelAfter(polls);
            try {
                small.importing().run(progress);
                break;
            } catch (CancellationException e) {
                cancelled++;
                assertEquals(before, everything(), "cancelled at " + polls);
            }
        }
        assertTrue(cancelled >= 3, "it can be cancelled: " + cancelled);
        assertTrue(Files.exists(small.folder.resolve("dataset.errata")));
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        Files.createDirectory(small.folder);
        small.importing().run(Progress.NONE);
        Map<String, Long> before = everything();
        assertThrows(DatasetException.class, () -> small.importing().run(Progress.NONE));
        assertEquals(before, everything());
    }

    @Test
    void longFilesAreLinkedAndAChangedOneIsNoticed() throws Exception {
        small.importing().linkAbove(150).run(Progress.NONE);
        try (OpenDataset dataset = small.open()) {
            assertEquals(small.labels.toRealPath().toString(), dataset.document().getLabels().getPath());
            assertFalse(Files.exists(small.folder.resolve("sources/labels.json")));
            assertTrue(Files.exists(small.folder.resolve("sources/b.json")));
        }
        Files.writeString(small.labels, SmallDataset.LABELS.replace("\"car\"", "\"cat\""));
        DatasetException changed = assertThrows(DatasetException.class, small::open);
        assertTrue(changed.getMessage().contains("not the file that was imported"), changed.getMessage());
        Files.delete(small.labels);
        assertTrue(assertThrows(DatasetException.class, small::open).getMessage().contains("missing"));
    }

    @Test
    void aRunCanBeAddedLater() throws Exception {
        new ImportDataset(small.folder, small.labels).run("a", small.runA).run(Progress.NONE);
        try (OpenDataset dataset = small.open()) {
            assertEquals(3, dataset.image(0).getPredictions().size() + 1);
            var image = dataset.image(0);
            assertEquals(1, AddRun.run(dataset, "b", small.runB, ImportDataset.LINK_ABOVE, Progress.NONE).counts().imported());
            assertEquals(3, image.getPredictions().size());
            assertEquals(1, dataset.predictions(dataset.run("b")).size());
            assertThrows(DatasetException.class,
                () -> AddRun.run(dataset, "b", small.runB, ImportDataset.LINK_ABOVE, Progress.NONE));
            Files.writeString(small.runB, "nonsense");
            Map<String, Long> before = everything();
            assertThrows(DatasetException.class,
                () -> AddRun.run(dataset, "c", small.runB, ImportDataset.LINK_ABOVE, Progress.NONE));
            assertEquals(before, everything());
        }
        try (OpenDataset dataset = small.open()) {
            assertEquals(List.of("a", "b"), dataset.document().getRuns().stream().map(run -> run.getName()).toList());
        }
    }

    @Test
    void picturesAreFoundAroundTheLabels() throws Exception {
        Files.move(small.images, temporary.resolve("images"));
        ImportDataset.Result result = new ImportDataset(small.folder, small.labels).run(Progress.NONE);
        assertEquals(List.of(temporary.resolve("images").toString()), result.imageFolders());
    }

    @Test
    void exportWithoutFixesIsByteIdenticalAndSourcesAreSafe() throws Exception {
        try (OpenDataset dataset = small.open()) {
            Path out = temporary.resolve("out.json");
            assertEquals(0, ExportDataset.run(dataset, "coco", out).edits());
            assertArrayEquals(Files.readAllBytes(small.labels), Files.readAllBytes(out));
            Files.createSymbolicLink(temporary.resolve("sly"), small.folder.resolve("sources"));
            Map<String, Long> before = everything();
            for (Path forbidden : List.of(small.folder.resolve("sources/labels.json"), small.folder.resolve("sources/new.json"),
                small.folder.resolve("journal/../sources/a.json"), temporary.resolve("sly/labels.json"),
                small.folder.resolve("dataset.errata"), small.folder.resolve("journal/x.jsonl"), temporary.resolve("images-no/x"),
                temporary.resolve("pictures"))) {
                assertThrows(DatasetException.class, () -> ExportDataset.run(dataset, "coco", forbidden), forbidden.toString());
            }
            assertThrows(DatasetException.class, () -> ExportDataset.run(dataset, "nonsense", out));
            assertEquals(before, everything());
        }
    }

    @Tag("case-72")
    @Test
    void aFolderThatIsNoDatasetIsRefused() throws Exception {
        assertThrows(DatasetException.class, () -> OpenDataset.open(temporary, Progress.NONE));
        small.importing().run(Progress.NONE);
        Path document = small.folder.resolve("dataset.errata");
        String good = Files.readString(document);
        List<String> bad = List.of("", "<a/>", good.substring(0, good.length() / 2),
            good.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
            good.replace("sources/labels.json", "../labels.json"), good.replace("\"car\"", "\"cat\""),
            good.replace("format=\"coco\"", "format=\"unheard\""), good.replace("<settings", "<settings iou=\"7\""),
            good.replace("name=\"b\"", "name=\"a\""), good.replace("name=\"b\"", ""),
            good.replace("<classes name=\"car\"", "<classes"), good.replaceFirst("sha256=\"[0-9a-f]*\"", ""),
            good.replaceFirst("(?s)<labels.*?/>", ""), good.replace("<settings/>", "<settings href=\"other.errata#/\"/>"));
        for (String text : bad) {
            Files.writeString(document, text, StandardOpenOption.TRUNCATE_EXISTING);
            DatasetException refused = assertThrows(DatasetException.class, small::open, text);
            assertFalse(refused.getMessage().isBlank());
        }
        Files.writeString(document, good.replace("name=\"small\"", "name=\"small\" formatVersion=\"9\""));
        try (OpenDataset dataset = small.open()) {
            assertTrue(dataset.changes().readOnly().isPresent());
        }
    }
}
