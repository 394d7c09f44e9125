package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
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
}
