package dev.errata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;

/**
 * A label file and a file of predictions on the same images, read without a dataset.
 *
 * @param truth the labels
 * @param predictions the predictions
 * @param classNames the label classes, in the order of the label file
 */
record LabelledFiles(GroundTruth truth, Predictions predictions, List<String> classNames) {

    static LabelledFiles read(Path labels, Path predictions, Progress progress) throws IOException {
        LabelFormat format = Formats.detect(labels);
        GroundTruth truth = format.readGroundTruth(labels, progress);
        Predictions read = format.readPredictions(predictions, truth, progress);
        return new LabelledFiles(truth, read, truth.classes().stream().map(GroundTruth.ClassEntry::name).toList());
    }

    /** Says how many records were set aside, if any were. */
    void warn(PrintWriter err) {
        warn(err, truth.counts(), truth.issues());
        warn(err, predictions.counts(), predictions.issues());
    }

    private static void warn(PrintWriter err, RecordCounts counts, List<Issue> issues) {
        if (counts.quarantined() > 0) {
            String first = issues.stream().filter(issue -> issue.severity() == Issue.Severity.QUARANTINED).findFirst()
                .map(issue -> "; the first: " + Issues.sentence(issue)).orElse("");
            err.println("errata: " + counts.quarantined() + " of " + Texts.count(counts.read(), "record")
                + " were set aside and are not counted" + first);
        }
    }
}
