package dev.errata.engine.ranking.errata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.Verdicts;

/** The verdicts beside what the models said of the same suspects before they were decided. */
final class Decided implements Judge.Findings {

    /** By row of the labels as they were before anybody fixed one. */
    private final Map<Integer, Boolean> ofAnnotation = new HashMap<>();
    private final Map<Integer, Boolean> ofPrediction = new HashMap<>();
    /** Rows of the labels as they are now. */
    private final BitSet annotations = new BitSet();
    private final List<Lesson> lessons = new ArrayList<>();

    private Decided() {
        // nothing is decided
    }

    private Decided(SuspectInput input) {
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

    /** Judges again where people decided. */
    static Decided of(SuspectInput input, ClassProfile classes, ErrataModels models) {
        Verdicts verdicts = input.verdicts();
        if (verdicts == null) {
            return new Decided();
        }
        SuspectInput before = new SuspectInput(verdicts.before(), input.predictions(), input.classNames());
        Judge<Decided> judge = new Judge<>(before, classes, models, new Decided(input));
        IntStream.of(verdicts.image()).distinct().sorted().forEach(image -> judge.images(image, image + 1));
        return judge.findings();
    }

    @Override
    public void flat(int image, int annotation) {
        // teaches nothing
    }

    @Override
    public void suspect(int image, int annotation, int prediction, SuspectKind kind, int label, double probability,
        float[] evidence) {
        Boolean verdict = annotation >= 0 ? ofAnnotation.get(annotation) : ofPrediction.get(prediction);
        if (verdict != null) {
            lessons.add(new Lesson(kind, label, probability, evidence.clone(), verdict));
        }
    }

    List<Lesson> lessons() {
        return lessons;
    }

    /** Whether a suspect of the labels as they are now was decided. */
    boolean about(int annotation, int prediction) {
        return annotation >= 0 ? annotations.get(annotation) : ofPrediction.containsKey(prediction);
    }
}
