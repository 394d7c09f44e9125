package dev.errata.engine.ranking.errata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.Verdicts;

/** The verdicts beside what a model says of the same suspects. */
final class Decided {

    private final Map<Integer, Boolean> ofAnnotation = new HashMap<>();
    private final Map<Integer, Boolean> ofPrediction = new HashMap<>();
    private final BitSet annotations = new BitSet();
    private final List<SuspectKind> kinds = new ArrayList<>();
    private final List<Double> probabilities = new ArrayList<>();
    private final List<Boolean> wrong = new ArrayList<>();

    Decided(SuspectInput input) {
        Verdicts verdicts = input.verdicts();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.prediction()[i] >= 0) {
                ofPrediction.put(verdicts.prediction()[i], verdicts.wrong()[i]);
                continue;
            }
            int before = verdicts.before().rowOf(verdicts.image()[i], verdicts.annotation()[i]);
            int now = input.annotations().rowOf(verdicts.image()[i], verdicts.annotation()[i]);
            if (before >= 0) {
                ofAnnotation.put(before, verdicts.wrong()[i]);
            }
            if (now >= 0) {
                annotations.set(now);
            }
        }
    }

    /** Notes what the model said of a suspect before it was decided; others are dropped. */
    double learn(int annotation, int prediction, SuspectKind kind, double score) {
        Boolean verdict = annotation >= 0 ? ofAnnotation.get(annotation) : ofPrediction.get(prediction);
        if (verdict == null) {
            return -1;
        }
        kinds.add(kind);
        probabilities.add(score);
        wrong.add(verdict);
        return score;
    }

    Calibration calibration() {
        boolean[] errors = new boolean[wrong.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = wrong.get(i);
        }
        return Calibration.of(kinds.toArray(SuspectKind[]::new),
            probabilities.stream().mapToDouble(Double::doubleValue).toArray(), errors);
    }

    /** Whether a suspect of the labels as they are now was decided. */
    boolean about(int annotation, int prediction) {
        return annotation >= 0 ? annotations.get(annotation) : ofPrediction.containsKey(prediction);
    }
}
