package dev.errata.cli.sources;

import java.util.Arrays;
import java.util.Optional;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.ClassLabels;

/** Class labels of whole images beside the class probabilities of a classifier. */
public final class ClassificationSource {

    private ClassificationSource() {
    }

    /** Joins labels and probabilities by image, empty where there are none; images without either are left out. */
    public static Optional<ClassLabels> of(Source source) {
        return source.probabilities().map(probabilities -> join(source, probabilities));
    }

    private static ClassLabels join(Source source, ClassProbabilities all) {
        AnnotationColumns labels = source.annotations();
        PredictionColumns predictions = source.predictions();
        int[] image = new int[labels.size()];
        int[] annotation = new int[labels.size()];
        int[] prediction = new int[labels.size()];
        int[] label = new int[labels.size()];
        double[][] probabilities = new double[labels.size()][];
        int count = 0;
        for (int index = 0; index < labels.imageCount(); index++) {
            int row = predictions.begin(index);
            for (int given = labels.begin(index); given < labels.end(index) && row < predictions.end(index); given++) {
                image[count] = index;
                annotation[count] = given;
                prediction[count] = row;
                label[count] = labels.label(given);
                probabilities[count] = known(all.row(predictions.position(row)));
                count++;
            }
        }
        return new ClassLabels(Arrays.copyOf(image, count), Arrays.copyOf(annotation, count), Arrays.copyOf(prediction, count),
            Arrays.copyOf(label, count), Arrays.copyOf(probabilities, count), source.classNames());
    }

    /** 0 where nothing is known of a class. */
    private static double[] known(double[] values) {
        return Arrays.stream(values).map(value -> value >= 0 && value <= 1 ? value : 0).toArray();
    }
}
