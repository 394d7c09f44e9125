package dev.errata.engine.columns;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a classifier gave to every class, record by record; a prediction has only the class with the most. The classes of the
 * labels come first, by their indexes; behind them are those that only the classifier knows.
 */
public final class ClassProbabilities {

    private final int records;
    private final int classes;
    private final List<String> others;
    private final int[] order;
    private final double[] values;
    /** By record. */
    private final int[] image;

    /**
     * Nothing is known of any record yet. The records are those of the images, and the classes those of the labels.
     *
     * @param records how many, by their positions in the results file
     * @param order the indexes of all classes, background not counted, in the order of the file
     * @throws IllegalArgumentException if these are more numbers than fit into memory
     */
    public ClassProbabilities(int records, int[] order) {
        this(order.length, List.of(), order.clone(), IntStream.range(0, records).toArray());
    }

    private ClassProbabilities(int classes, List<String> others, int[] order, int[] image) {
        int width = classes + others.size();
        if ((long) image.length * width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(image.length + " records of " + width + " classes are too many probabilities");
        }
        this.records = image.length;
        this.classes = classes;
        this.others = List.copyOf(others);
        this.order = order;
        this.image = image;
        values = new double[records * width];
        Arrays.fill(values, Double.NaN);
    }

    /**
     * Keeps what was read.
     *
     * @param rows by record, then by class; what is behind the end of a row is not known
     * @param classes how many classes the labels have
     * @param others the names of further classes
     * @param order the indexes of the classes in the order of the file
     * @param image by record, the index of its image, or -1
     * @throws IllegalArgumentException if these are more numbers than fit into memory
     */
    public static ClassProbabilities of(List<double[]> rows, int classes, List<String> others, int[] order, int[] image) {
        ClassProbabilities all = new ClassProbabilities(classes, others, order.clone(), image.clone());
        for (int position = 0; position < rows.size(); position++) {
            double[] row = rows.get(position);
            System.arraycopy(row, 0, all.values, position * all.width(), row.length);
        }
        return all;
    }

    private int width() {
        return classes + others.size();
    }

    public int records() {
        return records;
    }

    /** How many classes the labels have. */
    public int classes() {
        return classes;
    }

    /** The names of the classes behind those of the labels. */
    public List<String> others() {
        return others;
    }

    /** The indexes of the classes that the file has numbers for, in its order. */
    public int[] order() {
        return order.clone();
    }

    /** The image of the record at a position, or -1 where it has none. */
    public int image(int position) {
        return image[position];
    }

    /** Sets the probability of a class of the record at a position. */
    public void set(int position, int label, double probability) {
        values[position * width() + label] = probability;
    }

    /** The probability of a class of the record at a position; NaN where it is not known. */
    public double of(int position, int label) {
        return values[position * width() + label];
    }

    /** The probabilities of the classes of the labels of the record at a position; NaN where one is not known. */
    public double[] row(int position) {
        return Arrays.copyOfRange(values, position * width(), position * width() + classes);
    }
}
