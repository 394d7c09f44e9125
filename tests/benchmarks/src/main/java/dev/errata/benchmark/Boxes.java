package dev.errata.benchmark;

import java.util.SplittableRandom;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;

/** Generated boxes as dense as those of BDD100K: 18 labels and 43 predictions an image, ten classes. The same every time. */
final class Boxes {

    static final int CLASSES = 10;
    private static final double LABELS_PER_IMAGE = 1_290_000 / 70_000.0;
    private static final double PREDICTIONS_PER_LABEL = 3_000_000 / 1_290_000.0;

    private Boxes() {
    }

    static AnnotationColumns annotations(int count) {
        int images = Math.max(1, (int) (count / LABELS_PER_IMAGE));
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
    static PredictionColumns predictions(AnnotationColumns annotations) {
        int count = (int) (annotations.size() * PREDICTIONS_PER_LABEL);
        SplittableRandom random = new SplittableRandom(2);
        PredictionRows rows = new PredictionRows(count);
        int[] image = new int[count];
        for (int at = 0; rows.size() < count; at = (at + 1) % annotations.imageCount()) {
            for (int row = annotations.begin(at); row < annotations.end(at) && rows.size() < count; row++) {
                double width = annotations.width(row) * random.nextDouble(0.85, 1.15);
                double height = annotations.height(row) * random.nextDouble(0.85, 1.15);
                image[rows.size()] = at;
                rows.add(random.nextInt(20) == 0 ? label(random) : annotations.label(row),
                    annotations.x(row) + random.nextDouble(-0.1, 0.1) * width,
                    annotations.y(row) + random.nextDouble(-0.1, 0.1) * height, width, height,
                    Math.sqrt(random.nextDouble()), rows.size());
                if (rows.size() < count) {
                    image[rows.size()] = at;
                    rows.add(label(random), random.nextDouble(1200), random.nextDouble(650), width, height,
                        Math.pow(random.nextDouble(), 3), rows.size());
                }
            }
        }
        return PredictionColumns.grouped(annotations.imageCount(), image, rows);
    }
}
