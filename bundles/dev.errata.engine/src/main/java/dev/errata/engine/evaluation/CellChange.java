package dev.errata.engine.evaluation;

/**
 * How many objects one way to match counts in one place and another way in another.
 *
 * @param first where the first way counts them
 * @param second where the second way counts them
 * @param annotations how many annotations
 * @param predictions how many predictions
 */
public record CellChange(Place first, Place second, int annotations, int predictions) {

    CellChange plus(CellChange other) {
        return new CellChange(first, second, annotations + other.annotations, predictions + other.predictions);
    }
}
