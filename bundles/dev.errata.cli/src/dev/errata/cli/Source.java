package dev.errata.cli;

import java.io.PrintWriter;
import java.util.List;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Thresholds;

/** Labels and the predictions of one run, as read. */
interface Source extends AutoCloseable {

    /** In the order of the label file, without the background. */
    List<String> classNames();

    /** As the label file writes it. */
    String fileName(int image);

    AnnotationColumns annotations();

    PredictionColumns predictions();

    /** The predictions of the dataset's other runs. */
    List<PredictionColumns> otherRuns();

    /** Pixels by image; 0 where the label file doesn't tell. */
    int[] imageWidth();

    /** Pixels by image; 0 where the label file doesn't tell. */
    int[] imageHeight();

    /** What a pair needs to match where the command doesn't say. */
    Thresholds thresholds();

    Evaluation evaluation(Thresholds thresholds, Progress progress);

    /** Says how many records were set aside, if any were. */
    void warn(PrintWriter err);

    @Override
    void close();
}
