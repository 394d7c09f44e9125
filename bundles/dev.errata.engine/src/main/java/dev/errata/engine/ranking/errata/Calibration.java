package dev.errata.engine.ranking.errata;

import java.util.Arrays;

import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * Turns the probabilities of a model into those that verdicts bear out: the log odds s become a s + b + c(kind) (Platt, 1999,
 * with an offset for each kind of error). ln a, b and c have normal priors around 0, so that few verdicts change little and a
 * more suspicious label never becomes a less suspicious one of its kind; what is most probable after the verdicts is found by
 * Newton's method, the second derivatives taken as Gauss did.
 */
public final class Calibration {

    private static final int KINDS = SuspectKind.values().length;
    private static final int WIDTH = 2 + KINDS;
    /**
     * How far a model is off as a rule. By the log loss of the next 500 suspects on 19 datasets with known errors: with wider
     * ones the first ten verdicts do harm, with narrower ones a hundred do too little good.
     */
    private static final double SLOPE_DEVIATION = 0.4;
    private static final double OFFSET_DEVIATION = 0.4;
    private static final double KIND_DEVIATION = 0.7;
    /** Log odds beyond this say the same. */
    private static final double SURE = 12;
    private static final int STEPS = 60;
    private static final double ENOUGH = 1e-9;

    /** Logarithm of the slope, common offset, offsets by kind. */
    private final double[] weights = new double[WIDTH];

    private Calibration() {
        // starts as what changes nothing
    }

    /**
     * Learns from verdicts.
     *
     * @param kind of each suspect that was decided
     * @param probability what the model said of it
     * @param wrong what was decided
     */
    public static Calibration of(SuspectKind[] kind, double[] probability, boolean[] wrong) {
        Calibration calibration = new Calibration();
        for (int step = 0; step < STEPS; step++) {
            if (calibration.improve(kind, probability, wrong) < ENOUGH) {
                break;
            }
        }
        return calibration;
    }

    public double probability(SuspectKind kind, double probability) {
        return 1 / (1 + Math.exp(-sum(kind, logOdds(probability))));
    }

    private double sum(SuspectKind kind, double logOdds) {
        return Math.exp(weights[0]) * logOdds + weights[1] + weights[2 + kind.ordinal()];
    }

    private static double logOdds(double probability) {
        return Math.clamp(Math.log(probability / (1 - probability)), -SURE, SURE);
    }

    /** One step of Newton's method; returns the largest change of a weight. */
    private double improve(SuspectKind[] kind, double[] probability, boolean[] wrong) {
        double[] gradient = new double[WIDTH];
        double[][] curvature = new double[WIDTH][WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            double deviation = i == 0 ? SLOPE_DEVIATION : i == 1 ? OFFSET_DEVIATION : KIND_DEVIATION;
            gradient[i] = -weights[i] / (deviation * deviation);
            curvature[i][i] = 1 / (deviation * deviation);
        }
        double[] row = new double[WIDTH];
        for (int n = 0; n < wrong.length; n++) {
            Arrays.fill(row, 0);
            double logOdds = logOdds(probability[n]);
            row[0] = Math.exp(weights[0]) * logOdds;
            row[1] = 1;
            row[2 + kind[n].ordinal()] = 1;
            double expected = 1 / (1 + Math.exp(-sum(kind[n], logOdds)));
            for (int i = 0; i < WIDTH; i++) {
                gradient[i] += row[i] * ((wrong[n] ? 1 : 0) - expected);
                for (int j = 0; j < WIDTH; j++) {
                    curvature[i][j] += row[i] * row[j] * expected * (1 - expected);
                }
            }
        }
        double[] change = solve(curvature, gradient);
        double largest = 0;
        for (int i = 0; i < WIDTH; i++) {
            // far steps from where the curve is flat would overshoot
            double step = Math.clamp(change[i], -1, 1);
            weights[i] += step;
            largest = Math.max(largest, Math.abs(step));
        }
        return largest;
    }

    /** Solves a positive definite system by elimination. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column < size; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
                right[row] -= factor * right[pivot];
            }
        }
        double[] solution = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int column = row + 1; column < size; column++) {
                sum -= matrix[row][column] * solution[column];
            }
            solution[row] = sum / matrix[row][row];
        }
        return solution;
    }
}
