package dev.errata.cli;

import java.util.List;
import java.util.function.IntFunction;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;

/**
 * Labels compared with the predictions of one run.
 *
 * @param classNames in the order of the label file, without the background
 * @param fileName the file name of the image at an index
 * @param annotations the labels
 * @param predictions the predictions of the run
 * @param evaluation the two, matched
 * @param readMilliseconds how long reading took
 * @param matchMilliseconds how long matching took
 */
record Comparison(List<String> classNames, IntFunction<String> fileName, AnnotationColumns annotations,
    PredictionColumns predictions, Evaluation evaluation, long readMilliseconds, long matchMilliseconds) {

    /** How the row and column of what has no partner is called. */
    static final String BACKGROUND = "background";

    /** The name of a row or column of the matrix. */
    String name(int label) {
        return label == classNames.size() ? BACKGROUND : classNames.get(label);
    }
}
