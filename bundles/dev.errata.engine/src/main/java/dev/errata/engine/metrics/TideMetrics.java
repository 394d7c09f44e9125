package dev.errata.engine.metrics;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.FallingOrder;
import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;

/**
 * TIDE's explanation of what costs a model its average precision (Bolya et al., ECCV 2020), equal to tidecv 1.0.1: each
 * wrong prediction has one error type, and the dAP of a type is what AP, in percent, would gain if that type alone were
 * fixed. Crowd annotations are ignore regions; 100 predictions an image count.
 */
public final class TideMetrics {

    private static final double FOREGROUND = 0.5;
    private static final double BACKGROUND = 0.1;

    private final double averagePrecision;
    private final Map<TideError, Double> gain = new EnumMap<>(TideError.class);
    private final Map<TideError, Long> count = new EnumMap<>(TideError.class);
    private final double falsePositiveGain;
    private final double falseNegativeGain;

    private TideMetrics(Points points) {
        averagePrecision = points.original();
        for (TideError error : TideError.values()) {
            gain.put(error, Math.max(0, points.fixed(error) - averagePrecision));
            count.put(error, points.count(error));
        }
        falsePositiveGain = points.withoutFalsePositives() - averagePrecision;
        falseNegativeGain = points.withoutFalseNegatives() - averagePrecision;
    }

    /**
     * Computes the metrics at IoU 0.5 with background below 0.1, on all cores.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static TideMetrics of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        Progress progress) {
        return of(annotations, predictions, classCount, Overlaps.ofBoxes(annotations, predictions), progress);
    }

    /** The same by the overlaps of boxes or of masks. */
    public static TideMetrics of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        Overlaps overlaps, Progress progress) {
        progress.begin("Computing TIDE errors", annotations.imageCount());
        TideOutcome outcome = new TideOutcome(predictions.size());
        List<TideMatcher> matchers = Parallel.images(annotations.imageCount(),
            () -> new TideMatcher(annotations, predictions, classCount, FOREGROUND, BACKGROUND, overlaps, outcome), progress);
        return new TideMetrics(new Points(predictions, classCount, outcome, matchers));
    }

    /** AP at IoU 0.5 in percent, as TIDE computes it: the mean includes classes that are predicted but never labelled. */
    public double averagePrecision() {
        return averagePrecision;
    }

    /** What AP would gain, in percent points, if the errors of one type were fixed. */
    public double gain(TideError error) {
        return gain.get(error);
    }

    /** How many predictions (labels for {@link TideError#MISSED}) have an error of this type. */
    public long count(TideError error) {
        return count.get(error);
    }

    /** What AP would gain if every false positive stood behind all true ones. */
    public double falsePositiveGain() {
        return falsePositiveGain;
    }

    /** What AP would gain if the labels that nothing finds were not there. */
    public double falseNegativeGain() {
        return falseNegativeGain;
    }

    /** All dAP by TIDE's names: Cls, Loc, Both, Dupe, Bkg, Miss, FalsePos, FalseNeg. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        gain.forEach((error, value) -> values.put(error.shortName(), value));
        values.put("FalsePos", falsePositiveGain);
        values.put("FalseNeg", falseNegativeGain);
        return values;
    }

    /** The points of the precision curves, and what becomes of them when errors are fixed. */
    private static final class Points {

        private final PredictionColumns predictions;
        private final TideOutcome outcome;
        private final int[] positives;
        private final int[] falseNegatives;
        private final int[] missed;
        private final int[] inOrder;
        /** TIDE puts wrong predictions before right ones of the same confidence once it has fixed something. */
        private final int[] wrongFirst;

        Points(PredictionColumns predictions, int classCount, TideOutcome outcome, List<TideMatcher> matchers) {
            this.predictions = predictions;
            this.outcome = outcome;
            positives = new int[classCount];
            falseNegatives = new int[classCount];
            missed = new int[classCount];
            for (TideMatcher matcher : matchers) {
                for (int label = 0; label < classCount; label++) {
                    positives[label] += matcher.positives[label];
                    falseNegatives[label] += matcher.falseNegatives[label];
                    missed[label] += matcher.missed[label];
                }
            }
            int[] all = new int[predictions.size()];
            int[] split = new int[predictions.size()];
            int count = select(all, 0, true, true);
            int wrong = select(split, 0, false, true);
            select(split, wrong, true, false);
            inOrder = sorted(all, count);
            wrongFirst = sorted(split, count);
        }

        private int select(int[] into, int from, boolean correct, boolean wrong) {
            int count = from;
            for (int row = 0; row < predictions.size(); row++) {
                byte kind = outcome.kind[row];
                if (kind != TideOutcome.OUT && (kind == TideOutcome.CORRECT ? correct : wrong)) {
                    into[count++] = row;
                }
            }
            return count;
        }

        private int[] sorted(int[] rows, int count) {
            double[] confidence = new double[count];
            for (int i = 0; i < count; i++) {
                confidence[i] = predictions.confidence(rows[i]);
            }
            int[] order = FallingOrder.of(confidence, count);
            for (int i = 0; i < count; i++) {
                order[i] = rows[order[i]];
            }
            return order;
        }

        double original() {
            return curves(inOrder, positives, null).mean();
        }

        double fixed(TideError error) {
            int[] wanted = error == TideError.MISSED ? less(missed) : positives;
            return curves(wrongFirst, wanted, error).mean();
        }

        double withoutFalseNegatives() {
            return curves(wrongFirst, less(falseNegatives), null).mean();
        }

        double withoutFalsePositives() {
            TideCurves curves = new TideCurves(positives);
            for (int row : inOrder) {
                if (outcome.kind[row] == TideOutcome.CORRECT) {
                    curves.hit(predictions.label(row));
                }
            }
            for (int row : inOrder) {
                if (outcome.kind[row] != TideOutcome.CORRECT && !outcome.setAside[row]) {
                    curves.miss(predictions.label(row));
                }
            }
            return curves.mean();
        }

        private int[] less(int[] removed) {
            int[] result = positives.clone();
            for (int label = 0; label < result.length; label++) {
                result[label] -= removed[label];
            }
            return result;
        }

        private TideCurves curves(int[] order, int[] wanted, TideError fixed) {
            int fixedKind = fixed == null ? Integer.MIN_VALUE : fixed.ordinal();
            TideCurves curves = new TideCurves(wanted);
            for (int row : order) {
                int kind = outcome.kind[row];
                if (kind == TideOutcome.CORRECT) {
                    curves.hit(predictions.label(row));
                } else if (kind == fixedKind) {
                    if (outcome.fixedClass[row] != TideOutcome.REMOVED) {
                        curves.hit(outcome.fixedClass[row]);
                    }
                } else if (!outcome.setAside[row]) {
                    curves.miss(predictions.label(row));
                }
            }
            return curves;
        }

        long count(TideError error) {
            long count = 0;
            if (error == TideError.MISSED) {
                for (int labels : missed) {
                    count += labels;
                }
                return count;
            }
            for (byte kind : outcome.kind) {
                count += kind == error.ordinal() ? 1 : 0;
            }
            return count;
        }
    }
}
