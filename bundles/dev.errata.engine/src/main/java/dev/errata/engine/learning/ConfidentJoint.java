package dev.errata.engine.learning;

import java.util.Arrays;

import dev.errata.engine.FallingOrder;

/**
 * How often one class was given where another is true: the counts of confident learning (Northcutt et al., "Confident Learning:
 * Estimating Uncertainty in Dataset Labels", 2021), with the conventions of cleanlab.
 */
public final class ConfidentJoint {

    private static final double LEAST_THRESHOLD = 2e-6;
    /** No probability reaches the threshold of a class that is never given. */
    private static final double NEVER = 2;
    private static final double SLACK = 1e-6;
    private static final double TINY = 1e-100;
    /** Partial sums that NumPy keeps beside each other, and up to how many numbers. */
    private static final int LANES = 8;
    private static final int LARGEST_BLOCK = 128;

    private final double[] thresholds;
    private final int[] guess;
    private final int[][] counts;
    private final int[][] calibrated;

    private ConfidentJoint(int[] labels, double[][] probabilities, int classes) {
        thresholds = thresholds(labels, probabilities, classes);
        guess = new int[labels.length];
        counts = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            guess[i] = guess(probabilities[i]);
            if (guess[i] >= 0) {
                counts[labels[i]][guess[i]]++;
            }
        }
        for (int label = 0; label < classes; label++) {
            counts[label][label] = Math.max(1, counts[label][label]);
        }
        calibrated = calibrate(labels, classes);
    }

    /**
     * Counts.
     *
     * @param labels the index of each example's given class
     * @param probabilities by example and class, out of sample
     * @param classes the number of classes
     */
    public static ConfidentJoint of(int[] labels, double[][] probabilities, int classes) {
        return new ConfidentJoint(labels, probabilities, classes);
    }

    /** By class: the mean of its probability over the examples that are given it. */
    private static double[] thresholds(int[] labels, double[][] probabilities, int classes) {
        double[] sum = new double[classes];
        int[] count = new int[classes];
        for (int i = 0; i < labels.length; i++) {
            sum[labels[i]] += probabilities[i][labels[i]];
            count[labels[i]]++;
        }
        for (int label = 0; label < classes; label++) {
            sum[label] = count[label] == 0 ? NEVER : Math.max(LEAST_THRESHOLD, sum[label] / count[label]);
        }
        return sum;
    }

    /** The class that an example confidently has, or -1: of several the most probable of all. */
    private int guess(double[] probabilities) {
        int confident = 0;
        int first = -1;
        int best = 0;
        for (int label = 0; label < probabilities.length; label++) {
            best = probabilities[label] > probabilities[best] ? label : best;
            if (probabilities[label] >= thresholds[label] - SLACK) {
                first = confident++ == 0 ? label : first;
            }
        }
        return confident > 1 ? best : first;
    }

    /** Scales the counts of each given class to the number of its labels, and rounds. */
    private int[][] calibrate(int[] labels, int classes) {
        double[] given = new double[classes];
        for (int label : labels) {
            given[label]++;
        }
        double[][] scaled = new double[classes][classes];
        double[] byColumn = new double[classes * classes];
        for (int row = 0; row < classes; row++) {
            double sum = 0;
            for (int count : counts[row]) {
                sum += count;
            }
            for (int column = 0; column < classes; column++) {
                scaled[row][column] = counts[row][column] / Math.max(TINY, sum) * given[row];
                byColumn[column * classes + row] = scaled[row][column];
            }
        }
        double total = pairwiseSum(byColumn, 0, byColumn.length);
        int[][] rounded = new int[classes][];
        for (int row = 0; row < classes; row++) {
            for (int column = 0; column < classes; column++) {
                scaled[row][column] = scaled[row][column] / Math.max(TINY, total) * labels.length;
            }
            rounded[row] = round(scaled[row]);
        }
        return rounded;
    }

    /**
     * A sum in the order in which NumPy takes it: where parts are equal, the last bit decides which of them rounding takes,
     * and the
     * choice should be cleanlab's.
     */
    private static double pairwiseSum(double[] values, int begin, int count) {
        if (count < LANES) {
            double sum = 0;
            for (int i = begin; i < begin + count; i++) {
                sum += values[i];
            }
            return sum;
        }
        if (count > LARGEST_BLOCK) {
            int half = count / 2;
            half -= half % LANES;
            return pairwiseSum(values, begin, half) + pairwiseSum(values, begin + half, count - half);
        }
        double[] lane = Arrays.copyOfRange(values, begin, begin + LANES);
        int next = LANES;
        for (; next < count - count % LANES; next++) {
            lane[next % LANES] += values[begin + next];
        }
        double sum = (lane[0] + lane[1] + (lane[2] + lane[3])) + (lane[4] + lane[5] + (lane[6] + lane[7]));
        for (; next < count; next++) {
            sum += values[begin + next];
        }
        return sum;
    }

    /** Rounds numbers so that their sum is kept: those that rounding changed most give way. */
    static int[] round(double[] numbers) {
        double[] rounded = new double[numbers.length];
        double[] loss = new double[numbers.length];
        double sum = 0;
        double roundedSum = 0;
        for (int i = 0; i < numbers.length; i++) {
            rounded[i] = Math.rint(numbers[i]);
            sum += numbers[i];
            roundedSum += rounded[i];
        }
        double difference = Math.rint(sum) - roundedSum;
        while (Math.abs(difference) > SLACK) {
            int step = difference < 0 ? -1 : 1;
            for (int i = 0; i < numbers.length; i++) {
                // what lost most by rounding is first; of equals, the later gains and the earlier loses first
                int place = step > 0 ? numbers.length - 1 - i : i;
                loss[i] = step * (numbers[place] - rounded[place]);
            }
            int[] order = FallingOrder.of(loss, loss.length);
            int changes = (int) Math.min(Math.abs(difference), numbers.length);
            for (int i = 0; i < changes; i++) {
                rounded[step > 0 ? numbers.length - 1 - order[i] : order[i]] += step;
            }
            difference -= step * changes;
        }
        int[] result = new int[numbers.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) rounded[i];
        }
        return result;
    }

    /** By class: from this probability on an example counts as confidently of the class. */
    public double[] thresholds() {
        return thresholds.clone();
    }

    /** Confident examples by given and likely true class; at least 1 on the diagonal. */
    public int[][] counts() {
        return copy(counts);
    }

    /** The counts, scaled to all examples. */
    public int[][] calibrated() {
        return copy(calibrated);
    }

    private static int[][] copy(int[][] matrix) {
        int[][] copy = new int[matrix.length][];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = matrix[row].clone();
        }
        return copy;
    }

    /** The probability of each pair of given and true class. */
    public double[][] joint() {
        double total = 0;
        for (int[] row : calibrated) {
            for (int count : row) {
                total += count;
            }
        }
        double[][] joint = new double[calibrated.length][calibrated.length];
        for (int row = 0; row < joint.length; row++) {
            for (int column = 0; column < joint.length; column++) {
                joint[row][column] = calibrated[row][column] / Math.max(TINY, total);
            }
        }
        return joint;
    }

    /** The class that an example confidently has, or -1. */
    int guess(int example) {
        return guess[example];
    }

    int calibrated(int given, int likely) {
        return calibrated[given][likely];
    }
}
