package dev.errata.engine.evaluation;

import dev.errata.engine.matching.Partner;

/**
 * An object, an annotation or a prediction, that two ways to match count in different places.
 *
 * @param image the index of the image
 * @param annotation the row of the annotation, or -1 where the object is a prediction
 * @param prediction the row of the prediction, or -1 where the object is an annotation
 * @param firstPartner the row of what the first way matches it with, or a state as in {@link Partner#UNMATCHED}
 * @param secondPartner the row of what the second way matches it with, or a state
 * @param first where the first way counts it
 * @param second where the second way counts it
 */
public record Difference(int image, int annotation, int prediction, int firstPartner, int secondPartner, Place first,
    Place second) {

    /**
     * Whether the object is what a place counts: a pair is counted by its prediction, an annotation without one by itself. Over
     * the objects that count there, the differences sum up to that of the matrices.
     */
    public boolean countsIn(Place place, int background) {
        return place.isCell() && (prediction >= 0 || place.predicted() == background);
    }
}
