package dev.errata.formats.scalabel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.LabelSink;
import dev.errata.formats.fields.FieldCollector;

/** Frames as BDD100K's own tools write them. */
class ScalabelFramesTest {

    @TempDir
    Path folder;

    @Test
    void imagesWithNothingButTagsAreAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("tags.json"), "[{\"name\": \"a.jpg\", \"attributes\": {\"weather\": "
            + "\"overcast\"}}, {\"name\": \"b.jpg\", \"attributes\": {\"weather\": \"rainy\"}}]");
        GroundTruth truth = Formats.detect(file).readGroundTruth(file, Progress.NONE);
        assertEquals("bdd100k 2 0", truth.format() + " " + truth.images().size() + " " + truth.counts().read());
        FieldCollector fields = new FieldCollector();
        Formats.detect(file).readFields(file, null, truth, fields, Progress.NONE);
        assertEquals("rainy", fields.table().images().getFirst().text(1));
    }

    @Test
    void framesOfOneNameAreOneImageAndSaidToBe() throws IOException {
        String frame = "{\"videoName\": \"v\", \"name\": \"a.jpg\", \"frameIndex\": %d, \"labels\": [{\"id\": %d, \"category\": "
            + "\"car\", \"box2d\": {\"x1\": 1, \"y1\": 1, \"x2\": 2, \"y2\": 2}}]}";
        Path file = Files.writeString(folder.resolve("track.json"), "[" + frame.formatted(0, 7) + ", " + frame.formatted(1, 8)
            + "]");
        GroundTruth truth = Formats.detect(file).readGroundTruth(file, Progress.NONE);
        assertEquals("1 2", truth.images().size() + " " + truth.annotations().size());
        assertEquals("image.name.duplicate", truth.issues().getFirst().code());
    }

    @Test
    void classesWithoutLabelsComeBack() throws IOException {
        Path coco = Files.writeString(folder.resolve("coco.json"), "{\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\"}], "
            + "\"categories\": [{\"id\": 1, \"name\": \"bus\"}, {\"id\": 2, \"name\": \"car\"}], \"annotations\": [{\"id\": 1, "
            + "\"image_id\": 1, \"category_id\": 2, \"bbox\": [1, 2, 3, 4]}]}");
        assertEquals(List.of("bus", "car"), written(coco));
        Files.writeString(coco, Files.readString(coco).replace("{\"id\": 1, \"name\": \"bus\"}, ", ""));
        assertEquals(List.of("car"), written(coco));
        assertEquals('[', Files.readString(folder.resolve("labels.json")).charAt(0), "frames alone where that is enough");
    }

    private List<String> written(Path coco) throws IOException {
        GroundTruth truth = Formats.detect(coco).readGroundTruth(coco, Progress.NONE);
        new ScalabelFormat().write(truth, LabelSink.folder(folder), Progress.NONE);
        Path file = folder.resolve("labels.json");
        return Formats.detect(file).readGroundTruth(file, Progress.NONE).classes().stream().map(ClassEntry::name).toList();
    }
}
