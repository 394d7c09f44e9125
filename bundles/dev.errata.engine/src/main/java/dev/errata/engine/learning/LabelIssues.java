package dev.errata.engine.learning;

import java.util.Locale;
import java.util.Optional;

/** Which labels confident learning flags (the filters of cleanlab; Northcutt et al., 2021). */
public enum LabelIssues {

    /**
     * Of every given class and every other class, as many as the joint counts, those with the largest margin
     * p(other) - p(given).
     */
    PRUNE_BY_NOISE_RATE,
    /** Of every given class, as many as the joint counts off the diagonal, those with the smallest p(given). */
    PRUNE_BY_CLASS,
    /** What both of the above flag. */
    BOTH,
    /** What was counted off the diagonal. */
    CONFIDENT_LEARNING,
    /** Those with the lowest self confidence, as many as confident learning flags. */
    LOW_SELF_CONFIDENCE,
    /** Those with the lowest normalised margin, as many as confident learning flags. */
    LOW_NORMALIZED_MARGIN;

    /** The name on the command line: {@code prune_by_noise_rate} and so on. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The filter with a name. */
    public static Optional<LabelIssues> named(String id) {
        for (LabelIssues issues : values()) {
            if (issues.id().equals(id)) {
                return Optional.of(issues);
            }
        }
        return Optional.empty();
    }
}
