package dev.errata.engine.ranking.suspects;

/**
 * A label that may be wrong, or a label that may be missing.
 *
 * @param image the index of the image
 * @param annotation the row of the label in question, or -1 where one is missing
 * @param prediction the row of the prediction that speaks against it, or -1 where none does
 * @param kind what may be wrong
 * @param score the higher, the more suspicious; what it measures depends on the method
 * @param reason one sentence for a person to read
 */
public record Suspect(int image, int annotation, int prediction, SuspectKind kind, double score, String reason) {
}
