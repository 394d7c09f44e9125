package dev.errata.engine.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Logistic regression on top of log odds that are known beforehand: log odds = factor times the known ones + sum of weights times
 * features. The weights have normal priors around 0, the logarithm of the factor has one as well, so that few rows change
 * little and a factor is never negative. What is most probable after all rows is found by Newton's method, the second
 * derivatives taken as Gauss did.
 */
public final class LogisticRegression {

    private static final int STEPS = 60;
    private static final double ENOUGH = 1e-9;

    /** Of the weights, and of the logarithm of the factor behind them. */
    private final double[] deviation;
    private final int factor;
    private final List<Row> rows = new ArrayList<>();

    /**
     * Begins with no rows.
     *
     * @param deviation of the prior of each weight
     * @param factorDeviation of the prior of the logarithm of the factor
     */
    public LogisticRegression(double[] deviation, double factorDeviation) {
        this.deviation = Arrays.copyOf(deviation, deviation.length + 1);
        factor = deviation.length;
        this.deviation[factor] = factorDeviation;
    }

    /** The features of one row that are not 0: which they are, and their values. */
    public record Features(int[] index, double[] value) {
    }

    private record Row(double known, Features features, boolean positive) {
    }

    /** What was learned. */
    public record Fit(double factor, double[] weights) {

        /** The log odds of what was known to have {@code known}. */
        public double logOdds(double known, Features features) {
            double sum = factor * known;
            for (int i = 0; i < features.index.length; i++) {
                sum += weights[features.index[i]] * features.value[i];
            }
            return sum;
        }
    }

    /**
     * Adds a row.
     *
     * @param known its log odds as known beforehand
     */
    public void add(double known, Features features, boolean positive) {
        rows.add(new Row(known, features, positive));
    }

    /** What is most probable; without rows the factor is 1 and all weights are 0. */
    public Fit fit() {
        double[] weights = new double[deviation.length];
        double moved = 1;
        for (int step = 0; step < STEPS && moved > ENOUGH; step++) {
            moved = improve(weights);
        }
        return fit(weights);
    }

    private Fit fit(double[] weights) {
        return new Fit(Math.exp(weights[factor]), weights);
    }

    /** One step of Newton's method; returns the largest change of a weight. */
    private double improve(double[] weights) {
        Fit fit = fit(weights);
        double[] gradient = new double[weights.length];
        double[][] curvature = new double[weights.length][weights.length];
        for (int i = 0; i < weights.length; i++) {
            curvature[i][i] = 1 / (deviation[i] * deviation[i]);
            gradient[i] = -weights[i] * curvature[i][i];
        }
        for (Row row : rows) {
            double expected = 1 / (1 + Math.exp(-fit.logOdds(row.known, row.features)));
            int[] index = Arrays.copyOf(row.features.index, row.features.index.length + 1);
            double[] slope = Arrays.copyOf(row.features.value, index.length);
            index[index.length - 1] = factor;
            slope[index.length - 1] = fit.factor * row.known;
            for (int i = 0; i < index.length; i++) {
                gradient[index[i]] += slope[i] * ((row.positive ? 1 : 0) - expected);
                double[] curvatures = curvature[index[i]];
                for (int j = 0; j < index.length; j++) {
                    curvatures[index[j]] += slope[i] * slope[j] * expected * (1 - expected);
                }
            }
        }
        double[] change = solve(curvature, gradient);
        double largest = 0;
        for (int i = 0; i < weights.length; i++) {
            // far steps from where the curve is flat would overshoot
            double step = Math.clamp(change[i], -1, 1);
            weights[i] += step;
            largest = Math.max(largest, Math.abs(step));
        }
        return largest;
    }

    /** Solves a positive definite system by elimination; quick where features that never meet come first. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = pivot + 1; row < size; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                if (factor != 0) {
                    for (int column = pivot; column < size; column++) {
                        matrix[row][column] -= factor * matrix[pivot][column];
                    }
                    right[row] -= factor * right[pivot];
                }
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
