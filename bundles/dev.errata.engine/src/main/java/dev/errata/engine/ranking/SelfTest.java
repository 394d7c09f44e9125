package dev.errata.engine.ranking;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * Measures the ranking methods on the user's own data: known errors (wrong class, missing, loose, spurious, duplicate) are
 * seeded into a copy of the labels, and each method shows how soon it finds them. The data themselves stay as they are.
 *
 * <p>What was wrong in the labels before counts as a false alarm, so that numbers are low rather than high where labels are bad.
 * {@link SuspectMethod#ERRATA} learns from errors that are made the same way, others at other places, which flatters it
 * as far as real errors look different.
 */
public final class SelfTest {

    /** From this IoU on a suspect's prediction shows an object whose label was taken away. */
    private static final double OVERLAP = 0.5;
    private static final List<Integer> DEPTHS = List.of(50, 100, 500, 2000);

    private SelfTest() {
    }

    /**
     * What was found.
     *
     * @param seed the seed of the errors
     * @param labels the number of labels with the errors in them
     * @param errors how many errors of each kind were seeded
     * @param depths the numbers of first suspects for which recall is given
     * @param methods in the order in which they were asked for
     */
    public record Result(long seed, int labels, Map<SuspectKind, Integer> errors, List<Integer> depths,
        List<MethodResult> methods) {

        /** How many errors were seeded in all. */
        public int errorCount() {
            return errors.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * What one method found.
     *
     * @param suspects the length of its list
     * @param found errors found among the first suspects, by depth
     * @param recall the same as a share of all errors; 0 where there are none
     * @param averagePrecision over all seeded errors, 0 to 1
     */
    public record MethodResult(SuspectMethod method, int suspects, List<Integer> found, List<Double> recall,
        double averagePrecision) {
    }

    /**
     * Seeds errors and lets methods look for them.
     *
     * @param seed the same seed gives the same errors
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static Result run(SuspectInput input, long seed, List<SuspectMethod> methods, Progress progress) {
        SeededLabels seeded = SeededLabels.of(input, seed);
        SuspectInput copy = new SuspectInput(seeded.annotations, input.predictions(), input.classNames(), input.otherRuns(),
            input.imageWidth(), input.imageHeight()).with(input.probabilities());
        List<MethodResult> results = new ArrayList<>();
        for (SuspectMethod method : methods) {
            results.add(score(method, Suspects.rank(method, copy, progress), seeded, input.predictions()));
        }
        return new Result(seed, seeded.annotations.size(), Map.copyOf(seeded.counts), DEPTHS, List.copyOf(results));
    }

    private static MethodResult score(SuspectMethod method, List<Suspect> ranked, SeededLabels seeded,
        PredictionColumns predictions) {
        BitSet labels = new BitSet();
        Map<Integer, BitSet> objects = new HashMap<>();
        List<Integer> found = new ArrayList<>();
        int errors = seeded.errors();
        int hits = 0;
        int looks = 0;
        double precisions = 0;
        for (Suspect suspect : ranked) {
            looks++;
            if (hit(suspect, seeded, predictions, labels, objects)) {
                hits++;
                precisions += (double) hits / looks;
            }
            if (found.size() < DEPTHS.size() && looks == DEPTHS.get(found.size())) {
                found.add(hits);
            }
        }
        while (found.size() < DEPTHS.size()) {
            found.add(hits);
        }
        List<Double> recall = found.stream().map(count -> errors == 0 ? 0 : (double) count / errors).toList();
        return new MethodResult(method, ranked.size(), List.copyOf(found), recall, errors == 0 ? 0 : precisions / errors);
    }

    /** Whether a suspect is the first to name a seeded error: a wrong label, or a prediction on an object without one. */
    private static boolean hit(Suspect suspect, SeededLabels seeded, PredictionColumns predictions, BitSet labels,
        Map<Integer, BitSet> objects) {
        int annotation = suspect.annotation();
        if (annotation >= 0 && seeded.wrong[annotation]) {
            boolean first = !labels.get(annotation);
            labels.set(annotation);
            return first;
        }
        List<double[]> absent = seeded.dropped.getOrDefault(suspect.image(), List.of());
        if (suspect.prediction() < 0 || absent.isEmpty()) {
            return false;
        }
        Boxes shown = new Boxes();
        int row = suspect.prediction();
        shown.add(row, predictions.label(row), predictions.x(row), predictions.y(row), predictions.width(row),
            predictions.height(row), predictions.confidence(row));
        for (int i = 0; i < absent.size() && shown.count > 0; i++) {
            double[] box = absent.get(i);
            BitSet found = objects.computeIfAbsent(suspect.image(), image -> new BitSet());
            if (!found.get(i) && shown.iou(0, box[0], box[1], box[2], box[3]) >= OVERLAP) {
                found.set(i);
                return true;
            }
        }
        return false;
    }
}
