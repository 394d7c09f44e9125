package dev.errata.formats;

import java.util.List;

import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;

/**
 * The results file of one run, as read.
 *
 * @param format the name of the format
 * @param columns the boxes; positions count the records of the file
 * @param issues at most the first 1,000
 * @param counts how many records were read, imported and quarantined
 * @param issueCounts all issues, by severity and code
 * @param details what the columns don't hold of single records, where any of them has a segmentation
 * @param probabilities what a classifier gave to every class, by position and label; null where only the best is known
 */
public record Predictions(String format, PredictionColumns columns, List<Issue> issues, GroundTruth.RecordCounts counts,
    IssueCounts issueCounts, AnnotationDetails details, ClassProbabilities probabilities) {

    /** Predictions of which only the best class is known. */
    public Predictions(String format, PredictionColumns columns, List<Issue> issues, GroundTruth.RecordCounts counts,
        IssueCounts issueCounts) {
        this(format, columns, issues, counts, issueCounts, AnnotationDetails.NONE, null);
    }

    /** The same with the probabilities of all classes. */
    public Predictions with(ClassProbabilities all) {
        return new Predictions(format, columns, issues, counts, issueCounts, details, all);
    }

    /** The same with more of single records. */
    public Predictions with(AnnotationDetails more) {
        return new Predictions(format, columns, issues, counts, issueCounts, more, probabilities);
    }
}
