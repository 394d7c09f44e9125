package dev.errata.dataset.sources;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.errata.dataset.DatasetException;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.IssueCounts;
import dev.errata.formats.Predictions;
import dev.errata.formats.io.FileFaults;

/**
 * What was wrong in one imported file.
 *
 * @param run name of the run that was read from it; null for the labels
 * @param file where the file lies; issues name it, or an entry of it behind an exclamation mark
 * @param counts its records
 * @param issues at most the first 1,000
 * @param issueCounts all issues, by severity and code
 */
public record SourceIssues(String run, Path file, RecordCounts counts, List<Issue> issues,
    IssueCounts issueCounts) {

    public SourceIssues {
        issues = List.copyOf(issues);
    }

    /** What was wrong in the labels. */
    public static SourceIssues of(Path file, GroundTruth labels) {
        return new SourceIssues(null, file, labels.counts(), labels.issues(), labels.issueCounts());
    }

    /** What was wrong in the predictions of a run. */
    public static SourceIssues of(String run, Path file, Predictions predictions) {
        return new SourceIssues(run, file, predictions.counts(), predictions.issues(), predictions.issueCounts());
    }

    /** The same, with the issues told otherwise. */
    public SourceIssues told(List<Issue> otherwise) {
        return new SourceIssues(run, file, counts, otherwise, issueCounts);
    }

    /** The same, and more. */
    public SourceIssues plus(List<Issue> more) {
        IssueCounts.Tally tally = new IssueCounts.Tally();
        more.forEach(issue -> tally.add(issue.severity(), issue.code(), 1));
        return new SourceIssues(run, file, counts, Stream.concat(issues.stream(), more.stream()).toList(),
            issueCounts.plus(tally.counts()));
    }

    /** What people call it: the run's name, or "labels". */
    public String name() {
        return run == null ? "labels" : run;
    }

    /**
     * A file that nothing was read of.
     *
     * @param failure why: a refusal, or whatever kept the file from being read
     */
    public static SourceIssues unreadable(String run, Path file, IOException failure) {
        Throwable cause = failure instanceof DatasetException && failure.getCause() != null ? failure.getCause() : failure;
        Issue issue = cause instanceof FormatException refused ? refused.issue()
            : new Issue("file.unreadable", Severity.ERROR, file.toString(), 0, 0, "", "", FileFaults.told(failure));
        IssueCounts.Tally tally = new IssueCounts.Tally();
        tally.add(issue.severity(), issue.code(), 1);
        return new SourceIssues(run, file, new RecordCounts(0, 0, 0, 0), List.of(issue), tally.counts());
    }
}
