package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.Predictions;

/** Predictions written in every format that can hold them, and read back: the same boxes, classes and confidences. */
class PredictionsOutTest {

    private static final int PER_IMAGE = 4;

    @TempDir
    Path folder;

    static List<String> formats() {
        return Formats.all().stream().filter(format -> format.holds().contains(Holds.PREDICTIONS)).map(LabelFormat::name)
            .toList();
    }

    private static GroundTruth truth() throws IOException {
        Path source = WriteBackTest.resource("coco/voc100_gt.json");
        return Formats.detect(source).readGroundTruth(source, Progress.NONE);
    }

    private static PredictionColumns predictions(GroundTruth truth) {
        Random random = new Random(5);
        PredictionRows rows = new PredictionRows(0);
        int[] images = new int[PER_IMAGE * truth.images().size()];
        for (int image = 0; image < truth.images().size(); image += 2) {
            for (int i = 0; i < PER_IMAGE; i++) {
                images[rows.size()] = image;
                rows.add(random.nextInt(truth.classes().size()), random.nextInt(200) / 3.0, random.nextInt(100) / 7.0,
                    1 + random.nextInt(100) / 3.0, 1 + random.nextDouble() * 90, random.nextDouble(), rows.size());
            }
        }
        return PredictionColumns.grouped(truth.images().size(), images, rows);
    }

    private Path write(LabelFormat format, GroundTruth truth, PredictionColumns predictions) throws IOException {
        Path file = folder.resolve(format.manyFiles() ? "run.zip" : "run");
        try (OutputStream out = Files.newOutputStream(file);
            LabelSink sink = format.manyFiles() ? LabelSink.archive(out) : LabelSink.single(out)) {
            format.writePredictions(truth, predictions, sink, Progress.NONE);
        }
        return file;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyPredictionComesBack(String name) throws IOException {
        LabelFormat format = Formats.named(name).orElseThrow();
        GroundTruth truth = truth();
        PredictionColumns expected = predictions(truth);
        Path file = write(format, truth, expected);
        assertEquals(name, Formats.detectPredictions(file).name());
        Predictions read = format.readPredictions(file, truth, Progress.NONE);
        assertEquals(List.of(), read.issues());
        PredictionColumns found = read.columns();
        assertEquals(expected.size(), found.size());
        boolean boxes = format.holds().contains(Holds.BOXES);
        for (int image = 0; image < truth.images().size(); image++) {
            assertEquals(expected.end(image) - expected.begin(image), found.end(image) - found.begin(image));
            for (int i = 0; i < expected.end(image) - expected.begin(image); i++) {
                int row = expected.begin(image) + i;
                int twin = found.begin(image) + i;
                assertEquals(expected.label(row), found.label(twin));
                assertEquals(expected.confidence(row), found.confidence(twin));
                if (boxes) {
                    assertArrayEquals(
                        new double[] {expected.x(row), expected.y(row), expected.width(row), expected.height(row)},
                        new double[] {found.x(twin), found.y(twin), found.width(twin), found.height(twin)}, 1e-6);
                }
            }
        }
    }

    @Test
    void formatsWithoutConfidenceRefuse() throws IOException {
        GroundTruth truth = truth();
        PredictionColumns predictions = predictions(truth);
        for (String name : List.of("voc", "cvat", "labelme", "classes-folder")) {
            LabelFormat format = Formats.named(name).orElseThrow();
            assertThrows(IllegalArgumentException.class, () -> write(format, truth, predictions), name);
        }
    }
}
