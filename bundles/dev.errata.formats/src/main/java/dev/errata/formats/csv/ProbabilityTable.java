package dev.errata.formats.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.formats.records.Records;
import dev.errata.formats.text.Numbers;

/** The columns of all classes in files of predictions, by record and by the classes of the labels; others stand behind them. */
final class ProbabilityTable {

    private static final int NONE = -1;

    private final List<String> others = new ArrayList<>();
    private final List<Integer> order = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> images = new ArrayList<>();
    private int classes;
    private int[] labels = new int[0];
    private int firstColumn;
    private int[] labelImages = new int[0];

    /** The next file has columns with these names; none where it names one class a row. */
    void begin(List<String> names, int column, Records records) {
        classes = records.belongsTo().classes().size();
        firstColumn = column;
        labels = records.labelClasses(names);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                if (!others.contains(names.get(i))) {
                    others.add(names.get(i));
                }
                labels[i] = classes + others.indexOf(names.get(i));
            }
            if (!order.contains(labels[i])) {
                order.add(labels[i]);
            }
        }
    }

    /**
     * The next record; classes that it says nothing of are NaN.
     *
     * @param image the index of the image among those of the records, or -1
     */
    void add(CsvRow row, String text, int image) {
        double[] values = new double[classes + others.size()];
        Arrays.fill(values, Double.NaN);
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < labels.length; i++) {
            double value = Numbers.parse(row.cell(text, firstColumn + i));
            values[labels[i]] = value;
            most = value > most ? value : most;
        }
        rows.add(values);
        images.add(most >= 0 && most <= 1 ? image : NONE);
    }

    /** All records are read. */
    void end(Records records) {
        labelImages = records.labelImages();
    }

    /** All records; null where the files name one class a row. */
    ClassProbabilities probabilities() {
        int[] image = images.stream().mapToInt(i -> i < 0 ? NONE : Math.max(NONE, labelImages[i])).toArray();
        return order.isEmpty() ? null : ClassProbabilities.of(rows, classes, others,
            order.stream().mapToInt(Integer::intValue).toArray(), image);
    }
}
