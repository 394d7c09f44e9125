package dev.errata.engine.ranking.errata;

import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * What a verdict teaches.
 *
 * @param kind of error that the suspect was taken for
 * @param label the class of the label, or of the prediction that shows a missing one
 * @param probability what was said of it before anything was decided
 * @param evidence of {@link ObjectEvidence} where a label is missing, else of {@link LabelEvidence}
 * @param wrong what was decided
 */
record Lesson(SuspectKind kind, int label, double probability, float[] evidence, boolean wrong) {
}
