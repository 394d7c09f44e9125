package dev.errata.formats.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.UnresolvedPredictions;

/**
 * Measures reading: {@code ReadBenchmark LABELS PREDICTIONS [ROUNDS]}. Prints the speed of each file on one core, warm
 * from the second round on, and the time for both on two cores.
 */
public final class ReadBenchmark {

    private ReadBenchmark() {
    }

    public static void main(String[] arguments) throws IOException {
        Path labels = Path.of(arguments[0]);
        Path predictions = Path.of(arguments[1]);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        LabelFormat format = Formats.detect(labels);
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            GroundTruth truth = format.readGroundTruth(labels, Progress.NONE);
            long middle = System.nanoTime();
            Predictions run = Formats.detectPredictions(predictions).readPredictions(predictions, truth, Progress.NONE);
            long end = System.nanoTime();
            report("labels", labels, truth.counts().imported(), middle - start);
            report("predictions", predictions, run.counts().imported(), end - middle);
        }
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            CompletableFuture<UnresolvedPredictions> both = CompletableFuture.supplyAsync(() -> unresolved(predictions));
            GroundTruth truth = format.readGroundTruth(labels, Progress.NONE);
            long imported = both.join().resolve(truth).counts().imported() + truth.counts().imported();
            System.out.printf(Locale.ROOT, "both at once: %d boxes in %.2f s%n", imported, (System.nanoTime() - start) / 1e9);
        }
    }

    private static UnresolvedPredictions unresolved(Path predictions) {
        try {
            return Formats.detectPredictions(predictions).readUnresolved(predictions, Progress.NONE);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void report(String what, Path file, long boxes, long nanoseconds) throws IOException {
        System.out.printf(Locale.ROOT, "%s: %d boxes, %.2f s, %.0f MB/s%n", what, boxes, nanoseconds / 1e9,
            Files.size(file) * 1e3 / nanoseconds);
    }
}
