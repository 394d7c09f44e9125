package dev.errata.engine.ranking;

import dev.errata.engine.evaluation.MatchedPair;

/**
 * A member of a cell with the number that it is ranked by.
 *
 * @param pair the member
 * @param score the higher, the earlier in the list; NaN where the order has no number for it
 */
public record RankedPair(MatchedPair pair, double score) {
}
