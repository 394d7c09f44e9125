package dev.errata.dataset.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.errata.dataset.model.EvaluationSettings;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;

/**
 * How labels and predictions are matched.
 *
 * @param rules which classes count as right for each other, and which are ignored
 * @param byMasks whether intersection over union is that of masks, as pycocotools measures {@code segm}; else of boxes
 */
public record Matching(Thresholds thresholds, Profile profile, ClassRules rules, boolean byMasks) {

    /** What a dataset's document says; our own profile where it says nothing, or names one that this version doesn't know. */
    public static Matching of(EvaluationSettings settings, GroundTruth truth) {
        ClassRules rules = rules(truth);
        return settings == null ? new Matching(Thresholds.DEFAULT, Profile.DEFAULT, rules, false)
            : new Matching(new Thresholds(settings.getIou(), settings.getConfidence()),
                Profile.of(settings.getProfile()).orElse(Profile.DEFAULT), rules, false);
    }

    /** What the format of the labels says of its classes. */
    public static ClassRules rules(GroundTruth truth) {
        Set<String> names = Formats.named(truth.format()).map(LabelFormat::ignoredClasses).orElse(Set.of());
        List<Integer> ignored = new ArrayList<>();
        for (int label = 0; label < truth.classes().size(); label++) {
            if (names.contains(truth.classes().get(label).name())) {
                ignored.add(label);
            }
        }
        return ClassRules.of(List.of(), ignored);
    }

    public Matching with(Thresholds other) {
        return new Matching(other, profile, rules, byMasks);
    }

    public Matching with(ClassRules other) {
        return new Matching(thresholds, profile, other, byMasks);
    }

    /** The same dataset matched as another tool does, with that tool's usual thresholds. */
    public Matching as(Profile other) {
        return new Matching(other.usualThresholds(), other, rules, byMasks);
    }

    /** The same by masks, or by boxes. */
    public Matching byMasks(boolean wanted) {
        return new Matching(thresholds, profile, rules, wanted);
    }
}
