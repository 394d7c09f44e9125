package dev.errata.engine.ranking.errata;

import java.util.Arrays;

import dev.errata.engine.learning.JudgedRows;

/**
 * By how much a model is too sure of itself, or not sure enough, as a whole. Trees that are kept from learning by heart say too
 * little of what is plainly wrong, so that its probabilities do not sum up to as many errors as the rates say that there are:
 * all rates times one factor do. The order of the suspects stays.
 */
public final class ErrorLevel {

    /** The factor, in logarithms, is not beyond this. */
    private static final double MOST = 2;
    private static final int HALVINGS = 20;
    private static final double BEND = 3;

    private double[] quotient = new double[1024];
    private double[] weight = new double[1024];
    private int size;
    private double expected;

    /** What the densities and the rate of a part make of evidence: the quotient before it is bent. */
    public interface Quotient {
        double of(double logOdds, float[] features, double rate);
    }

    /**
     * Adds what is looked at in one way.
     *
     * @param rows the positives by part, and a sample of what is judged
     * @param all how many are judged
     * @param rate by part, as of {@link dev.errata.engine.learning.ErrorShare}
     */
    public void add(JudgedRows rows, double all, double[] rate, Quotient of) {
        int begin = size;
        double[] positives = new double[2];
        rows.forEach((logOdds, part, positive, rowWeight, features) -> {
            if (positive) {
                positives[0] += rowWeight * rate[part];
                positives[1] += rowWeight;
            } else {
                addQuotient(of.of(logOdds, features, rate[part]));
            }
        });
        if (size > begin && positives[1] > 0) {
            Arrays.fill(weight, begin, size, all / (size - begin));
            expected += positives[0] / positives[1] * all;
        } else {
            size = begin;
        }
    }

    private void addQuotient(double value) {
        if (size == quotient.length) {
            quotient = Arrays.copyOf(quotient, size * 2);
            weight = Arrays.copyOf(weight, size * 2);
        }
        quotient[size++] = value;
    }

    /** What all rates are to be multiplied with. */
    public double factor() {
        double low = -MOST;
        double high = MOST;
        for (int step = 0; step < HALVINGS && size > 0; step++) {
            double middle = (low + high) / 2;
            if (sum(Math.exp(middle)) < expected) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private double sum(double factor) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weight[i] * probability(quotient[i] * factor);
        }
        return sum;
    }

    /** Densities are estimates, so that their quotient may be above 1; it is bent to stay below. */
    public static double probability(double quotient) {
        return quotient / Math.cbrt(1 + Math.pow(quotient, BEND));
    }
}
