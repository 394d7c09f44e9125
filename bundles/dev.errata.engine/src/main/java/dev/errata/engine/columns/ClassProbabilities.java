package dev.errata.engine.columns;

import java.util.Arrays;
import java.util.List;

/** What a classifier gave to every class, record by record; a prediction has only the class with the most. */
public final class ClassProbabilities {

    private final int records;
    private final int classes;
    private final double[] values;

    /**
     * Nothing is known of any record yet.
     *
     * @param records how many, by their positions in the results file
     * @param classes how many, background not counted
     * @throws IllegalArgumentException if these are more numbers than fit into memory
     */
    public ClassProbabilities(int records, int classes) {
        if ((long) records * classes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(records + " records of " + classes + " classes are too many probabilities");
        }
        this.records = records;
        this.classes = classes;
        values = new double[records * classes];
        Arrays.fill(values, Double.NaN);
    }

    /** @param rows by record, then by class */
    public static ClassProbabilities of(List<double[]> rows, int classes) {
        ClassProbabilities all = new ClassProbabilities(rows.size(), classes);
        for (int position = 0; position < rows.size(); position++) {
            for (int label = 0; label < classes; label++) {
                all.set(position, label, rows.get(position)[label]);
            }
        }
        return all;
    }

    public int records() {
        return records;
    }

    public int classes() {
        return classes;
    }

    /** Sets the probability of a class of the record at a position. */
    public void set(int position, int label, double probability) {
        values[position * classes + label] = probability;
    }

    /** The probability of a class of the record at a position; NaN where it is not known. */
    public double of(int position, int label) {
        return values[position * classes + label];
    }

    /** The probabilities of all classes of the record at a position; NaN where one is not known. */
    public double[] row(int position) {
        double[] row = new double[classes];
        for (int label = 0; label < classes; label++) {
            row[label] = of(position, label);
        }
        return row;
    }
}
