package dev.errata.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.ClassLabels;
import dev.errata.formats.csv.ClassProbabilities;

/** Class labels of whole images beside a table of class probabilities. */
final class ClassificationSource {

    private ClassificationSource() {
    }

    /**
     * Joins labels and probabilities by image; images without either are left out.
     *
     * @param predictions the file that the predictions were read from, or null
     * @return empty where the file is no table of probabilities
     */
    static Optional<ClassLabels> of(Source source, Path predictions) throws IOException {
        Optional<ClassProbabilities> table = predictions == null ? Optional.empty() : ClassProbabilities.read(predictions);
        return table.map(read -> join(source, read));
    }

    private static ClassLabels join(Source source, ClassProbabilities table) {
        List<String> classes = new ArrayList<>(source.classNames());
        table.classes().stream().filter(name -> !classes.contains(name)).forEach(classes::add);
        int[] column = table.classes().stream().mapToInt(classes::indexOf).toArray();
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
                double[] values = table.probabilities()[predictions.position(row)];
                probabilities[count] = new double[classes.size()];
                for (int i = 0; i < column.length; i++) {
                    probabilities[count][column[i]] = values[i];
                }
                count++;
            }
        }
        return new ClassLabels(Arrays.copyOf(image, count), Arrays.copyOf(annotation, count), Arrays.copyOf(prediction, count),
            Arrays.copyOf(label, count), Arrays.copyOf(probabilities, count), classes);
    }
}
