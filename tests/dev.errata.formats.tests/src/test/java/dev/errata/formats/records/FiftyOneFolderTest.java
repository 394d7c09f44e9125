package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.LabelSink;

/** A folder of FiftyOne: samples, and what is said of all of them. */
class FiftyOneFolderTest {

    private static final String SAMPLES = "{\"samples\": [{\"filepath\": \"data/a.jpg\", \"metadata\": {\"width\": 10, "
        + "\"height\": 10}, \"truth\": {\"detections\": [{\"label\": \"dog\", \"bounding_box\": [0, 0, 1, 1]}]}}]}";

    @TempDir
    Path folder;

    private List<String> classes(String metadata) throws IOException {
        Files.writeString(folder.resolve("samples.json"), SAMPLES);
        Files.writeString(folder.resolve("metadata.json"), metadata);
        GroundTruth truth = Formats.detect(folder).readGroundTruth(folder, Progress.NONE);
        assertEquals("fiftyone 1", truth.format() + " " + truth.annotations().size());
        assertTrue(truth.classes().get(truth.annotations().label(0)).name().equals("dog"));
        return truth.classes().stream().map(ClassEntry::name).toList();
    }

    @Test
    void classesComeInTheirOrder() throws IOException {
        assertEquals(List.of("cat", "dog"), classes("{\"classes\": {\"truth\": [\"cat\", \"dog\"], \"other\": [\"x\"]}}"));
        assertEquals(List.of("bird", "dog"), classes("{\"default_classes\": [\"bird\", \"bird\", 7]}"));
        assertEquals(List.of("dog"), classes("{}"));
        assertEquals(List.of("dog"), classes("{\"classes\": "));
    }

    @Test
    void classesWithoutLabelsAndIdsComeBack() throws IOException {
        Path source = WriteBackTest.resource("coco/cocoapi_gt.json");
        GroundTruth truth = Formats.detect(source).readGroundTruth(source, Progress.NONE);
        Path written = Files.createDirectory(folder.resolve("written"));
        Formats.named("fiftyone").orElseThrow().write(truth, LabelSink.folder(written), Progress.NONE);
        GroundTruth again = Formats.detect(written).readGroundTruth(written, Progress.NONE);
        assertEquals(truth.classes().stream().map(ClassEntry::name).toList(),
            again.classes().stream().map(ClassEntry::name).toList());
        assertEquals(ids(truth), ids(again));
    }

    private static Set<Long> ids(GroundTruth truth) {
        return IntStream.range(0, truth.annotations().rowLimit()).mapToObj(truth.annotations()::id).collect(Collectors.toSet());
    }
}
