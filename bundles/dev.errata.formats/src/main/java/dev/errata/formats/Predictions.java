package dev.errata.formats;

import java.util.List;

import dev.errata.engine.columns.PredictionColumns;

/**
 * The results file of one run, as read.
 *
 * @param format the name of the format
 * @param columns the boxes; positions count the records of the file
 * @param issues at most the first 1,000
 * @param counts how many records were read, imported and quarantined
 * @param issueCounts all issues, by severity and code
 */
public record Predictions(String format, PredictionColumns columns, List<Issue> issues, GroundTruth.RecordCounts counts,
    IssueCounts issueCounts) {
}
