package dev.errata.dataset;

import dev.errata.dataset.model.EvaluationSettings;
import dev.errata.engine.evaluation.AllowedPairs;
import dev.errata.engine.evaluation.Profile;
import dev.errata.engine.evaluation.Thresholds;

/**
 * How labels and predictions are matched.
 *
 * @param allowed the classes that may match, for {@link Profile#NUCLEUS}
 */
public record Matching(Thresholds thresholds, Profile profile, AllowedPairs allowed) {

    /** What a dataset's document says; our own profile where it says nothing, or names one that this version doesn't know. */
    static Matching of(EvaluationSettings settings) {
        return settings == null ? new Matching(Thresholds.DEFAULT, Profile.DEFAULT, AllowedPairs.ANY)
            : new Matching(new Thresholds(settings.getIou(), settings.getConfidence()),
                Profile.of(settings.getProfile()).orElse(Profile.DEFAULT), AllowedPairs.ANY);
    }

    public Matching with(Thresholds other) {
        return new Matching(other, profile, allowed);
    }

    /** The same dataset matched as another tool does, with that tool's usual thresholds. */
    public Matching as(Profile other) {
        return new Matching(other.usualThresholds(), other, AllowedPairs.ANY);
    }
}
