package dev.errata.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Predictions;
import dev.errata.formats.coco.CocoFormat;

/** Reading COCO files from the system's cache, each on one core; {@code megabytes} are those read a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class Reading {

    /** Labels in the file. */
    @Param("300000")
    public int labels;

    private final CocoFormat format = new CocoFormat();
    private Path labelFile;
    private Path resultsFile;
    private GroundTruth truth;

    /** Counts what was read. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {

        /** Read so far; JMH turns it into a rate. */
        public double megabytes;
    }

    /** Writes the files. */
    @Setup
    public void write() throws IOException {
        AnnotationColumns annotations = Boxes.annotations(labels);
        PredictionColumns predictions = Boxes.predictions(annotations);
        labelFile = Files.createTempFile("labels", ".json");
        resultsFile = Files.createTempFile("results", ".json");
        writeLabels(annotations);
        writeResults(predictions);
        truth = format.readGroundTruth(labelFile, Progress.NONE);
    }

    private void writeLabels(AnnotationColumns annotations) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(labelFile)) {
            out.write("{\"images\": [");
            for (int image = 0; image < annotations.imageCount(); image++) {
                out.write(String.format(Locale.ROOT, "%s{\"id\": %d, \"file_name\": \"%d.jpg\", \"width\": 1280, "
                    + "\"height\": 720}", image == 0 ? "" : ", ", image + 1, image));
            }
            out.write("], \"annotations\": [");
            for (int image = 0; image < annotations.imageCount(); image++) {
                for (int row = annotations.begin(image); row < annotations.end(image); row++) {
                    out.write(String.format(Locale.ROOT, "%s{\"id\": %d, \"image_id\": %d, \"category_id\": %d, "
                        + "\"bbox\": [%.2f, %.2f, %.2f, %.2f], \"area\": %.3f, \"iscrowd\": 0}", row == 0 ? "" : ", ", row + 1,
                        image + 1, annotations.label(row) + 1, annotations.x(row), annotations.y(row),
                        annotations.width(row), annotations.height(row), annotations.area(row)));
                }
            }
            out.write("], \"categories\": [");
            for (int label = 1; label <= Boxes.CLASSES; label++) {
                out.write(String.format(Locale.ROOT, "%s{\"id\": %d, \"name\": \"class %d\"}", label == 1 ? "" : ", ", label,
                    label));
            }
            out.write("]}");
        }
    }

    private void writeResults(PredictionColumns predictions) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(resultsFile)) {
            out.write("[");
            for (int image = 0; image < predictions.imageCount(); image++) {
                for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                    out.write(String.format(Locale.ROOT, "%s{\"image_id\": %d, \"category_id\": %d, "
                        + "\"bbox\": [%.2f, %.2f, %.2f, %.2f], \"score\": %.5f}", row == 0 ? "" : ", ", image + 1,
                        predictions.label(row) + 1, predictions.x(row), predictions.y(row), predictions.width(row),
                        predictions.height(row), predictions.confidence(row)));
                }
            }
            out.write("]");
        }
    }

    /** Removes the files. */
    @TearDown
    public void remove() throws IOException {
        Files.delete(labelFile);
        Files.delete(resultsFile);
    }

    /** Labels into columns. */
    @Benchmark
    public GroundTruth labels(Volume volume) throws IOException {
        volume.megabytes += Files.size(labelFile) / 1e6;
        return format.readGroundTruth(labelFile, Progress.NONE);
    }

    /** Predictions into columns. */
    @Benchmark
    public Predictions predictions(Volume volume) throws IOException {
        volume.megabytes += Files.size(resultsFile) / 1e6;
        return format.readPredictions(resultsFile, truth, Progress.NONE);
    }
}
