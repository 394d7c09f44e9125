package dev.errata.formats;

import java.io.IOException;

/**
 * The predictions of one run, read without the labels that they belong to, so that both files can be read at the same time.
 * Can be resolved once.
 */
@FunctionalInterface
public interface UnresolvedPredictions {

    /**
     * Turns the ids of images and classes into indexes.
     *
     * @param truth the labels that the predictions belong to
     * @throws FormatException if the predictions cannot belong to them
     */
    Predictions resolve(GroundTruth truth) throws IOException;
}
