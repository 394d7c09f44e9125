package dev.errata.engine.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Thresholds;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.TideMetrics;
import dev.errata.engine.ranking.SuspectInput;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;

/**
 * Times the engine on generated boxes of the size of BDD100K: matching, moving a slider, matching one edited image again, the
 * metrics and the rankings. Each line has the first run and the best of the following ones. Run it on an idle machine:
 * {@code java -Xmx2g dev.errata.engine.benchmark.EngineBenchmark [images] [labels] [predictions]}.
 */
public final class EngineBenchmark {

    private static final int CLASSES = 10;
    private static final int ROUNDS = 4;

    private EngineBenchmark() {
    }

    public static void main(String[] arguments) {
        int images = argument(arguments, 0, 70_000);
        AnnotationColumns annotations = annotations(images, argument(arguments, 1, 1_290_000));
        PredictionColumns predictions = predictions(annotations, argument(arguments, 2, 3_000_000));
        System.out.printf(Locale.ROOT, "%,d images, %,d labels, %,d predictions, %d cores%n", images, annotations.size(),
            predictions.size(), Runtime.getRuntime().availableProcessors());
        Evaluation evaluation = evaluate(annotations, predictions);
        time("match and matrix", () -> evaluate(annotations, predictions));
        double[] confidence = {0};
        time("move the confidence slider", () -> {
            confidence[0] = (confidence[0] + 0.13) % 1;
            evaluation.setThresholds(new Thresholds(0.5, confidence[0]), Progress.NONE);
        });
        int[] image = {0};
        time("match 1,000 images again", () -> {
            for (int i = 0; i < 1_000; i++) {
                image[0] = (image[0] + 17) % images;
                evaluation.rematch(image[0]);
            }
        });
        time("open a cell", () -> evaluation.cell(CLASSES, 0));
        time("COCO metrics", () -> CocoMetrics.of(annotations, predictions, CLASSES, Progress.NONE));
        time("TIDE", () -> TideMetrics.of(annotations, predictions, CLASSES, Progress.NONE));
        List<String> names = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        SuspectInput input = new SuspectInput(annotations, predictions, names);
        for (SuspectMethod method : SuspectMethod.values()) {
            time("suspects by " + method.id(), () -> Suspects.rank(method, input, Progress.NONE));
        }
    }

    private static int argument(String[] arguments, int index, int usual) {
        return index < arguments.length ? Integer.parseInt(arguments[index]) : usual;
    }

    private static Evaluation evaluate(AnnotationColumns annotations, PredictionColumns predictions) {
        return Evaluation.of(annotations, predictions, CLASSES, Thresholds.DEFAULT, Progress.NONE);
    }

    private static void time(String what, Runnable work) {
        double first = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round <= ROUNDS; round++) {
            long begin = System.nanoTime();
            work.run();
            double milliseconds = (System.nanoTime() - begin) / 1e6;
            if (round == 0) {
                first = milliseconds;
            } else {
                best = Math.min(best, milliseconds);
            }
        }
        System.out.printf(Locale.ROOT, "%-36s first %,8.0f ms   best %,8.0f ms%n", what, first, best);
    }

    private static AnnotationColumns annotations(int images, int count) {
        SplittableRandom random = new SplittableRandom(1);
        AnnotationRows rows = new AnnotationRows(count);
        int[] image = new int[count];
        for (int i = 0; i < count; i++) {
            image[i] = random.nextInt(images);
            double width = 10 + 90 * random.nextDouble() * random.nextDouble();
            double height = width * random.nextDouble(0.5, 1.5);
            rows.add(i + 1, label(random), random.nextDouble(1200), random.nextDouble(650), width, height, width * height,
                false, i);
        }
        return AnnotationColumns.grouped(images, image, rows);
    }

    private static int label(SplittableRandom random) {
        return random.nextInt(2) == 0 ? 0 : random.nextInt(CLASSES);
    }

    /** Half of the predictions lie near a label, the others anywhere. */
    private static PredictionColumns predictions(AnnotationColumns annotations, int count) {
        SplittableRandom random = new SplittableRandom(2);
        PredictionRows rows = new PredictionRows(count);
        int[] image = new int[count];
        int next = 0;
        for (int at = 0; next < count; at = (at + 1) % annotations.imageCount()) {
            for (int row = annotations.begin(at); row < annotations.end(at) && next < count; row++) {
                double width = annotations.width(row) * random.nextDouble(0.85, 1.15);
                double height = annotations.height(row) * random.nextDouble(0.85, 1.15);
                image[next] = at;
                rows.add(random.nextInt(20) == 0 ? label(random) : annotations.label(row),
                    annotations.x(row) + random.nextDouble(-0.1, 0.1) * width,
                    annotations.y(row) + random.nextDouble(-0.1, 0.1) * height, width, height,
                    Math.sqrt(random.nextDouble()), next++);
                if (next < count) {
                    image[next] = at;
                    rows.add(label(random), random.nextDouble(1200), random.nextDouble(650), width, height,
                        Math.pow(random.nextDouble(), 3), next++);
                }
            }
        }
        return PredictionColumns.grouped(annotations.imageCount(), image, rows);
    }
}
