package dev.errata.ui.matrix.model;

import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Thresholds;

/**
 * What a matrix was counted from.
 *
 * @param dataset name of the dataset
 * @param run name of the run
 * @param profile name of the matching profile
 * @param thresholds what pairs needed to match
 * @param rules which classes count as right for each other, and which are ignored
 * @param byMasks whether intersection over union is that of masks
 * @param filter what passes and counts; empty for everything
 * @param ignoredAnnotations crowd regions and labels of ignored classes, outside the matrix
 * @param ignoredPredictions predictions that these absorbed, outside the matrix
 */
public record MatrixFacts(String dataset, String run, String profile, Thresholds thresholds, ClassRules rules,
    boolean byMasks, String filter, int ignoredAnnotations, int ignoredPredictions) {

    /** Whether two matrices were counted alike: what is different between them, labels were changed for. */
    public boolean sameComparison(MatrixFacts other) {
        return dataset.equals(other.dataset) && run.equals(other.run) && profile.equals(other.profile)
            && thresholds.equals(other.thresholds) && rules.equals(other.rules) && byMasks == other.byMasks
            && filter.equals(other.filter);
    }
}
