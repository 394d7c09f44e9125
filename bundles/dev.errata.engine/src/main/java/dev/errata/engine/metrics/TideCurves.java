package dev.errata.engine.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The precision curves of all classes, fed at once. TIDE's mean runs over the classes that have a label or a prediction; a
 * class without labels counts as 0.
 */
final class TideCurves {

    private static final int STEPS = 100;

    private final int[] positives;
    private final List<double[]> precision = new ArrayList<>();
    private final int[] hits;
    private final int[] misses;

    /** @param positives the number of labels to be found, by class */
    TideCurves(int[] positives) {
        this.positives = positives;
        hits = new int[positives.length];
        misses = new int[positives.length];
        for (int wanted : positives) {
            precision.add(new double[Math.max(0, wanted)]);
        }
    }

    void hit(int label) {
        int found = ++hits[label];
        double[] curve = precision.get(label);
        if (found > curve.length) {
            curve = Arrays.copyOf(curve, found * 2);
            precision.set(label, curve);
        }
        curve[found - 1] = (double) found / (found + misses[label]);
    }

    void miss(int label) {
        misses[label]++;
    }

    /** Mean average precision in percent; 0 where there are no classes. */
    double mean() {
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < positives.length; label++) {
            if (positives[label] != 0 || hits[label] + misses[label] > 0) {
                classes++;
                sum += positives[label] == 0 ? 0 : average(label);
            }
        }
        return classes == 0 ? 0 : sum / classes;
    }

    private double average(int label) {
        double[] curve = precision.get(label);
        int found = hits[label];
        for (int i = found - 1; i > 0; i--) {
            curve[i - 1] = Math.max(curve[i - 1], curve[i]);
        }
        double sum = 0;
        int index = 0;
        for (int step = 0; step <= STEPS; step++) {
            while (index < found && (index + 1.0) / positives[label] < (double) step / STEPS) {
                index++;
            }
            sum += index < found ? curve[index] : 0;
        }
        return sum / (STEPS + 1) * 100;
    }
}
