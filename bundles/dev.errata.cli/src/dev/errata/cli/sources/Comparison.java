package dev.errata.cli.sources;

import java.util.List;

import dev.errata.dataset.ClassNames;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.Filter;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.overlaps.MaskOverlaps;
import dev.errata.engine.overlaps.Overlaps;

/**
 * Labels compared with the predictions of one run.
 *
 * @param source the labels and predictions
 * @param classNames in the order of the label file, without the background
 * @param evaluation the two, matched
 * @param filter what of them counts; null where everything does
 * @param leastConfidence predictions below it are left out of metrics: what was asked for, else 0 whatever the matrix leaves out
 * @param overlaps of the boxes or the masks of the two
 * @param readMilliseconds how long reading took
 * @param matchMilliseconds how long matching took
 */
public record Comparison(Source source, List<String> classNames, Evaluation evaluation, Filter filter, double leastConfidence,
    Overlaps overlaps, long readMilliseconds, long matchMilliseconds) implements AutoCloseable {

    /** The labels. */
    public AnnotationColumns annotations() {
        return source.annotations();
    }

    /** The predictions of the run. */
    public PredictionColumns predictions() {
        return source.predictions();
    }

    /** The name of a row or column of the matrix. */
    public String name(int label) {
        return label == classNames.size() ? background(classNames) : classNames.get(label);
    }

    /** What the row and the column of objects without a partner are called; in brackets where a class has that name. */
    public static String background(List<String> classNames) {
        return ClassNames.background(classNames);
    }

    /** How labels and predictions were matched, for a person to read. */
    public String how() {
        return how(evaluation);
    }

    /** How another evaluation of the same matched them. */
    public String how(Evaluation by) {
        String than = by.profile().isStrict() ? " above " : " at least ";
        return "profile " + by.profile().id() + ", IoU" + than + by.thresholds().iou() + ", confidence" + than
            + by.thresholds().confidence() + (byMasks() ? ", by masks" : "")
            + (filter == null ? "" : ", where " + VisibleText.oneLine(filter.text()));
    }

    /** Whether IoU is that of masks. */
    public boolean byMasks() {
        return overlaps instanceof MaskOverlaps;
    }

    @Override
    public void close() {
        source.close();
    }
}
