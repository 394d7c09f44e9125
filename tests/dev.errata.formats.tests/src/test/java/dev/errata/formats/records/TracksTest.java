package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;

/** Objects that are followed through the frames of a video are labels of each frame. */
class TracksTest {

    @TempDir
    Path folder;

    private Path put(String name, String text) throws IOException {
        return LabelFiles.put(folder, name, text);
    }

    private static GroundTruth read(Path path) throws IOException {
        return Formats.detect(path).readGroundTruth(path, Progress.NONE);
    }

    private Path edited(Path path, LabelEdit... edits) throws IOException {
        GroundTruth truth = read(path);
        Path out = Files.createTempDirectory(folder, "out");
        Formats.named(truth.format()).orElseThrow().writeEdited(path, truth, List.of(edits), LabelSink.folder(out));
        return out;
    }

    private static final String SEQUENCE = "0 -1 DontCare -1 -1 -10.000000 219.310000 188.490000 245.500000 218.560000 "
        + "-1000.000000 -1000.000000 -1000.000000 -10.000000 -1.000000 -1.000000 -1.000000\r\n"
        + "0 2 Pedestrian 0 0 -2.523309 1106.137292 166.576807 1204.470628 323.876144 1.714062 0.767881 0.972283 6.301919 "
        + "1.652419 8.455685 -1.900245\r\n"
        + "12 2 Pedestrian 0 0 -2.5 1106.5 166 1204.5 324 1.7 0.8 0.9 6.3 1.6 8.4 -1.9\r\n";

    @Test
    void sequencesOfKittiAreLabelsOfTheirFrames() throws IOException {
        put("set/label_02/0000.txt", SEQUENCE);
        put("set/label_02/0001.txt", SEQUENCE.substring(SEQUENCE.indexOf("12 2")) + "13 2 Car 0 0\r\n");
        Path set = folder.resolve("set");
        GroundTruth truth = read(set);
        assertEquals("kitti", truth.format());
        assertEquals(new RecordCounts(5, 4, 1, 0), truth.counts());
        assertEquals("kitti.columns 2", truth.issues().getFirst().code() + " " + truth.issues().getFirst().line());
        assertEquals(List.of("0000/000000.png", "0000/000012.png", "0001/000012.png"),
            truth.images().stream().map(ImageEntry::fileName).toList());
        assertEquals(List.of("DontCare", "Pedestrian"), truth.classes().stream().map(GroundTruth.ClassEntry::name).toList());
        assertEquals(2, truth.annotations().end(0));
        assertEquals("2", truth.details().read(1).attributes().get("track_id"));
        Path written = edited(set, new Changed(1, 0, null, null, null, null), new Added(77, 1, 1, new double[] {1, 2, 3, 4},
            List.of(), Map.of(), false), new LabelEdit.Removed(2));
        assertEquals(SEQUENCE.replaceFirst("Pedestrian", "DontCare").substring(0, SEQUENCE.indexOf("12 2") - 2)
            + "12 77 Pedestrian 0 0 -10 1.0 2.0 4.0 6.0 -1 -1 -1 -1000 -1000 -1000 -10\r\n",
            Files.readString(written.resolve("label_02/0000.txt")));
        assertEquals(-1, Files.mismatch(set.resolve("label_02/0001.txt"), written.resolve("label_02/0001.txt")));
    }

    /** Counted by the first column: 12, 13, 12, 13 and 10 lines. */
    @Test
    void aSequenceOfTheBenchmarkIsRead() throws IOException {
        GroundTruth truth = read(WriteBackTest.resource("kitti/label_02/0001.txt"));
        assertEquals(new RecordCounts(60, 60, 0, 0), truth.counts());
        assertEquals("0001/000000.png", truth.images().getFirst().fileName());
        assertEquals(5, truth.images().size());
        assertEquals(12, truth.annotations().end(0));
        assertEquals(10, truth.annotations().size() - truth.annotations().begin(4));
    }

    /** As pictures lie in the benchmark, and as results of trackers are written. */
    @Test
    void resultsOfSequencesBelongToTheirFrames() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 60, 0, 0, 0, 70};
        for (String picture : List.of("0000/000012", "0001/000012")) {
            Path file = folder.resolve("set/image_02/" + picture + ".png");
            Files.createDirectories(file.getParent());
            Files.write(file, png);
        }
        String line = SEQUENCE.substring(SEQUENCE.indexOf("12 2"));
        put("set/label_02/0000.txt", line);
        put("set/label_02/0001.txt", line);
        GroundTruth truth = read(folder.resolve("set"));
        assertEquals(List.of("image_02/0000/000012.png 60", "image_02/0001/000012.png 60"), truth.images().stream()
            .map(image -> image.fileName() + " " + image.width()).toList());
        Path results = put("results/0001.txt", line.replace("\r\n", " 0.75\r\n"));
        Predictions read = Formats.detectPredictions(results.getParent()).readPredictions(results.getParent(), truth,
            Progress.NONE);
        assertEquals(new RecordCounts(1, 1, 0, 0), read.counts());
        assertEquals(1, read.columns().end(1) - read.columns().begin(1));
        assertArrayEquals(new double[] {1106.5, 98}, new double[] {read.columns().x(0), read.columns().width(0)}, 1e-9);
    }

    private static final Path VIDEO = WriteBackTest.resource("cvat/video.xml");

    private String written(LabelEdit... edits) throws IOException {
        return Files.readString(edited(VIDEO, edits).resolve("video.xml"));
    }

    private static Changed labelled(int position, int label) {
        return new Changed(position, label, null, null, null, null);
    }

    /** Classes and boxes of all images, in the order of the images. */
    private static List<String> boxes(GroundTruth truth) {
        List<String> boxes = new ArrayList<>();
        for (int image = 0; image < truth.images().size(); image++) {
            for (int row = truth.annotations().begin(image); row < truth.annotations().end(image); row++) {
                boxes.add(truth.images().get(image).fileName() + " " + truth.classes().get(truth.annotations().label(row)).name()
                    + " " + truth.annotations().x(row) + " " + truth.annotations().width(row));
            }
        }
        return boxes.stream().sorted().toList();
    }

    private List<String> boxes(String text) throws IOException {
        return boxes(read(put("again.xml", text)));
    }

    private static final List<String> BOXES = List.of("frame_000000 car 10.0 40.0", "frame_000002 car 12.0 40.0",
        "frame_000004 bus & tram 100.0 100.0", "frame_000004 car 14.0 40.0", "frame_000006 car 16.0 40.0",
        "frame_000040 car -3.5 38.0");

    /** Where an object is not seen it has no label; frames are images of the size that the task says. */
    @Test
    void tracksOfCvatAreLabelsOfTheirFrames() throws IOException {
        GroundTruth truth = read(VIDEO);
        assertEquals("cvat", truth.format());
        assertEquals(new RecordCounts(7, 6, 1, 1), truth.counts());
        assertEquals(List.of("cvat.shape", "cvat.rotation", "box.edge"), truth.issues().stream().map(Issue::code).toList());
        assertEquals(BOXES, boxes(truth));
        assertEquals("frame_000000 640 480", truth.images().getFirst().fileName() + " " + truth.images().getFirst().width() + " "
            + truth.images().getFirst().height());
        assertEquals(Map.of("keyframe", "0", "occluded", "1", "z_order", "0", "parked", "false"),
            truth.details().read(2).attributes());
        assertEquals(3, truth.details().read(4).polygons().getFirst().length / 2);
        assertEquals(Files.readString(VIDEO), written());
    }

    /** CVAT makes what stands between two key frames anew: so a shape that was edited is one, and its neighbours stay. */
    @Test
    void anEditedShapeBecomesAKeyFrameAndItsNeighboursStay() throws IOException {
        String text = Files.readString(VIDEO);
        String moved = written(new Changed(1, null, new double[] {13, 20, 40, 40}, null, null, null));
        assertEquals(text.replace("frame=\"2\" keyframe=\"0\"", "frame=\"2\" keyframe=\"1\"")
            .replace("frame=\"4\" keyframe=\"0\"", "frame=\"4\" keyframe=\"1\"")
            .replace("xtl=\"12.00\"", "xtl=\"13.00\"").replace("xbr=\"52.00\"", "xbr=\"53.00\""), moved);
        String ended = written(new LabelEdit.Removed(2));
        assertEquals(text.replace("frame=\"2\" keyframe=\"0\"", "frame=\"2\" keyframe=\"1\"")
            .replace("frame=\"4\" keyframe=\"0\" outside=\"0\"", "frame=\"4\" keyframe=\"1\" outside=\"1\"")
            .replace("frame=\"6\" keyframe=\"0\"", "frame=\"6\" keyframe=\"1\""), ended);
        assertEquals(BOXES.stream().filter(box -> !box.contains("14.0")).toList(), boxes(ended));
    }

    /** The class is that of the track: one shape of another class is a track of its own, all shapes change that of the track. */
    @Test
    void aShapeOfAnotherClassLeavesItsTrack() throws IOException {
        String text = Files.readString(VIDEO);
        String single = written(labelled(3, 1));
        assertEquals(BOXES.stream().map(box -> box.replace("frame_000006 car", "frame_000006 bus & tram")).toList(),
            boxes(single));
        assertTrue(single.contains("</track>\n  <track id=\"8\" label=\"bus &amp; tram\" source=\"manual\">\n    <box "
            + "frame=\"6\" keyframe=\"1\" outside=\"0\" occluded=\"0\" xtl=\"16.0\" ytl=\"20.0\" xbr=\"56.0\" ybr=\"60.0\" "
            + "z_order=\"3\"><attribute name=\"parked\">false</attribute></box>\n    <box frame=\"8\" "
            + "keyframe=\"1\" outside=\"1\""), single);
        assertEquals(text.replace("<track id=\"0\" label=\"car\"", "<track id=\"0\" label=\"bus &amp; tram\""),
            written(labelled(0, 1), labelled(1, 1), labelled(2, 1), labelled(3, 1)));
        assertEquals(text.replace("label=\"bus &amp; tram\" source", "label=\"car\" source"), written(labelled(4, 0)));
    }

    /** What is new in the last frame of a video has no next frame in which it ends. */
    @Test
    void newLabelsOfFramesAreTracks() throws IOException {
        int last = read(VIDEO).images().size() - 1;
        String added = written(new Added(90, last, 0, new double[] {1, 2, 3, 4}, List.of(), Map.of("occluded", "true"), false));
        assertTrue(added.contains("</track>\n  <track id=\"90\" label=\"car\" source=\"manual\">\n    <box frame=\"40\" "
            + "keyframe=\"1\" outside=\"0\" occluded=\"1\" xtl=\"1.0\" ytl=\"2.0\" xbr=\"4.0\" ybr=\"6.0\" z_order=\"0\"></box>\n"
            + "  </track>\n</annotations>"), added);
        assertEquals(7, boxes(added).size());
    }

    /** The tasks of a project have frames of the same numbers. */
    @Test
    void tracksOfAProjectBelongToTheirTask() throws IOException {
        String size = "<original_size><width>%d</width><height>10</height></original_size><stop_frame>3</stop_frame>";
        String track = "<track id=\"0\" label=\"car\" task_id=\"%d\"><box frame=\"3\" outside=\"0\" xtl=\"1\" ytl=\"1\" "
            + "xbr=\"2\" ybr=\"2\"/></track>\n";
        Path file = put("project.xml", "<annotations><version>1.1</version><meta><project><tasks><task><id>4</id>"
            + size.formatted(20) + "</task><task><id>5</id>" + size.formatted(30) + "</task></tasks></project></meta>\n"
            + track.formatted(4) + track.formatted(5) + "</annotations>");
        GroundTruth truth = read(file);
        assertEquals(List.of(20, 30), truth.images().stream().map(ImageEntry::width).toList());
        String added = Files.readString(edited(file, new Added(90, 1, 0, new double[] {1, 2, 3, 4}, List.of(), Map.of(), false))
            .resolve("project.xml"));
        assertTrue(added.contains("<track id=\"90\" label=\"car\" source=\"manual\" task_id=\"5\">"), added);
        String kept = Files.readString(edited(file, new LabelEdit.Removed(0)).resolve("project.xml"));
        assertTrue(kept.contains("<box keyframe=\"1\" frame=\"3\" outside=\"1\""), kept);
        Path lost = put("lost.xml", "<annotations><version>1.1</version>"
            + track.formatted(4).replace("frame=\"3\"", "frame=\"x\"") + "</annotations>");
        assertEquals("cvat.frame", read(lost).issues().getFirst().code());
    }
}
