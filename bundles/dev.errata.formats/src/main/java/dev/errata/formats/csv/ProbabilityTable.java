package dev.errata.formats.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.text.Numbers;

/** The columns of all classes in files of predictions, by record and by the classes of the labels. */
final class ProbabilityTable {

    private final List<String> classes;
    private final List<double[]> rows = new ArrayList<>();
    private final double[] nothing;
    private int[] labels = new int[0];
    private int firstColumn;
    private boolean found;

    ProbabilityTable(GroundTruth truth) {
        classes = truth.classes().stream().map(ClassEntry::name).toList();
        nothing = new double[classes.size()];
        Arrays.fill(nothing, Double.NaN);
    }

    /** The next file has columns with these names; none where it names one class a row. */
    void begin(List<String> names, int column) {
        labels = names.stream().mapToInt(classes::indexOf).toArray();
        firstColumn = column;
    }

    /** The next record; classes that it says nothing of are NaN. */
    void add(CsvRow row, String text) {
        double[] values = labels.length == 0 ? nothing : nothing.clone();
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= 0) {
                values[labels[i]] = Numbers.parse(row.cell(text, firstColumn + i));
            }
        }
        rows.add(values);
        found |= labels.length > 0;
    }

    /** All records; null where the files name one class a row. */
    ClassProbabilities probabilities() {
        return found ? ClassProbabilities.of(rows, classes.size()) : null;
    }
}
