package dev.errata.ui.matrix.model;

import dev.errata.engine.evaluation.Thresholds;

/**
 * What a matrix was counted from.
 *
 * @param dataset name of the dataset
 * @param run name of the run
 * @param profile name of the matching profile
 * @param thresholds what pairs needed to match
 * @param ignoredAnnotations crowd regions, outside the matrix
 * @param ignoredPredictions predictions that crowd regions absorbed, outside the matrix
 */
public record MatrixFacts(String dataset, String run, String profile, Thresholds thresholds, int ignoredAnnotations,
    int ignoredPredictions) {
}
