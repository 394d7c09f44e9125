package dev.errata.engine.evaluation;

import java.util.List;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * The labels of a dataset compared with one run. Every annotation and every prediction at or above the confidence threshold
 * is in exactly one cell of the matrix, crowd annotations and the predictions they absorb excepted: those are counted as
 * ignored. Candidate pairs are found once; thresholds and edits match again from them.
 */
public final class Evaluation {

    /** Stands for a partner's row: the object is matched with nothing. */
    public static final int UNMATCHED = -1;
    /** Stands for a partner's row: the object is a crowd region, or absorbed by one. */
    public static final int IGNORED = -2;
    /** Stands for a partner's row: the prediction is below the confidence threshold. */
    public static final int BELOW_CONFIDENCE = -3;

    private Evaluation() {
    }

    /**
     * Matches a whole dataset on all cores.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static Evaluation of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        Thresholds thresholds, Progress progress) {
        throw new IllegalStateException();
    }

    public Thresholds thresholds() {
        throw new IllegalStateException();
    }

    /** Matches again from the stored candidates; computes no IoU unless the threshold falls below their floor. */
    public void setThresholds(Thresholds thresholds, Progress progress) {
        throw new IllegalStateException();
    }

    /** Matches one image again after {@link AnnotationColumns#replace} and patches the matrix. */
    public void rematch(int image) {
        throw new IllegalStateException();
    }

    /** The live matrix; it changes with {@link #rematch} and {@link #setThresholds}. */
    public ConfusionMatrix matrix() {
        throw new IllegalStateException();
    }

    public int ignoredAnnotations() {
        throw new IllegalStateException();
    }

    public int ignoredPredictions() {
        throw new IllegalStateException();
    }

    /** The predictions at or above the confidence threshold. */
    public int predictionCount() {
        throw new IllegalStateException();
    }

    /** The row of the prediction that an annotation is matched with, {@link #UNMATCHED} or {@link #IGNORED}. */
    public int predictionOf(int annotationRow) {
        throw new IllegalStateException();
    }

    /**
     * The row of the annotation that a prediction is matched with, {@link #UNMATCHED}, {@link #IGNORED} or
     * {@link #BELOW_CONFIDENCE}.
     */
    public int annotationOf(int predictionRow) {
        throw new IllegalStateException();
    }

    /** The members of one cell, by image and then by row; as many as {@link #matrix} counts. */
    public List<MatchedPair> cell(int groundTruth, int predicted) {
        throw new IllegalStateException();
    }

    /** The members of every cell off the diagonal. */
    public List<MatchedPair> mismatches() {
        throw new IllegalStateException();
    }
}
