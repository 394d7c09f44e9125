package dev.errata.benchmark;

import java.util.Locale;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Thresholds;

/** Tells how many bytes of the heap a box takes at rest: the boxes themselves, and with a comparison that is kept. */
public final class MemoryPerBox {

    private MemoryPerBox() {
    }

    /** @param arguments the number of labels (1,000,000) */
    public static void main(String[] arguments) {
        int labels = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long begin = used();
        AnnotationColumns annotations = Boxes.annotations(labels);
        long withLabels = used();
        PredictionColumns predictions = Boxes.predictions(annotations);
        long withPredictions = used();
        Evaluation evaluation = Evaluation.of(annotations, predictions, Boxes.CLASSES, Thresholds.DEFAULT, Progress.NONE);
        long withMatches = used();
        int boxes = annotations.size() + predictions.size();
        System.out.printf(Locale.ROOT, "%,d labels, %,d predictions, %,d matched to the diagonal of class 0%n",
            annotations.size(), predictions.size(), evaluation.matrix().count(0, 0));
        System.out.printf(Locale.ROOT, "bytes a label %.1f, bytes a prediction %.1f%n",
            (double) (withLabels - begin) / annotations.size(),
            (double) (withPredictions - withLabels) / predictions.size());
        System.out.printf(Locale.ROOT, "bytes a box %.1f, with a comparison that is kept %.1f%n",
            (double) (withPredictions - begin) / boxes, (double) (withMatches - begin) / boxes);
    }

    /** The heap in use after collecting what nobody holds. */
    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
