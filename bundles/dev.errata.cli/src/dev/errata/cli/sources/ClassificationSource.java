package dev.errata.cli.sources;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.ranking.ClassLabels;

/** Class labels of whole images beside the class probabilities of a classifier. */
public final class ClassificationSource {

    private static final int NONE = -1;

    private ClassificationSource() {
    }

    /**
     * Joins labels and probabilities by image, empty where there are none; images without either are left out. The classes are
     * those of the table, in its order, as cleanlab would get them, and behind them what only labels have.
     */
    public static Optional<ClassLabels> of(Source source) {
        return source.probabilities().map(probabilities -> join(source, probabilities));
    }

    private static ClassLabels join(Source source, ClassProbabilities all) {
        AnnotationColumns labels = source.annotations();
        int[] order = IntStream.concat(IntStream.of(all.order()), IntStream.range(0, all.classes())).distinct().toArray();
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        int[] records = records(all, labels.imageCount());
        int[] image = new int[labels.size()];
        int[] annotation = new int[labels.size()];
        int[] prediction = new int[labels.size()];
        int[] label = new int[labels.size()];
        double[][] probabilities = new double[labels.size()][];
        int count = 0;
        for (int index = 0; index < labels.imageCount(); index++) {
            int record = records[index];
            for (int given = labels.begin(index); given < labels.end(index) && record >= 0; given++) {
                image[count] = index;
                annotation[count] = given;
                // none where the labels have no class for it
                prediction[count] = source.predictions().rowAt(index, record);
                label[count] = place[labels.label(given)];
                probabilities[count] = IntStream.of(order).mapToDouble(of -> known(all.of(record, of))).toArray();
                count++;
            }
        }
        List<String> names = new ArrayList<>(source.classNames());
        names.addAll(all.others());
        return new ClassLabels(Arrays.copyOf(image, count), Arrays.copyOf(annotation, count), Arrays.copyOf(prediction, count),
            Arrays.copyOf(label, count), Arrays.copyOf(probabilities, count), IntStream.of(order).mapToObj(names::get).toList());
    }

    /** By image, its first record, or -1. */
    private static int[] records(ClassProbabilities all, int images) {
        int[] records = new int[images];
        Arrays.fill(records, NONE);
        for (int record = all.records() - 1; record >= 0; record--) {
            if (all.image(record) >= 0 && isKnown(all, record)) {
                records[all.image(record)] = record;
            }
        }
        return records;
    }

    private static boolean isKnown(ClassProbabilities all, int record) {
        return IntStream.of(all.order()).anyMatch(label -> !Double.isNaN(all.of(record, label)));
    }

    /** 0 where nothing is known of a class. */
    private static double known(double value) {
        return value >= 0 && value <= 1 ? value : 0;
    }
}
