package dev.errata.engine.evaluation;

import java.util.Arrays;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.Matches;
import dev.errata.engine.matching.Partner;

/**
 * What of the matches a selection includes, remembered row by row: what was counted can be taken out again after an edit has
 * changed what the selection looks at.
 */
final class Selected {

    private final Selection selection;
    private final Matches matches;
    /** Null where everything counts. */
    private boolean[] annotations;
    private final boolean[] predictions;

    Selected(Selection selection, Matches matches) {
        this.selection = selection;
        this.matches = matches;
        boolean all = selection == Selection.ALL;
        annotations = all ? null : new boolean[matches.annotations().rowLimit()];
        predictions = all ? null : new boolean[matches.predictions().size()];
    }

    /** The same, of matches of which some images are still to be matched anew; those must be asked about again. */
    Selected copy(Matches next) {
        Selected copy = new Selected(selection, next);
        if (annotations != null) {
            copy.annotations = annotations.clone();
            System.arraycopy(predictions, 0, copy.predictions, 0, predictions.length);
        }
        return copy;
    }

    Selection selection() {
        return selection;
    }

    boolean annotation(int row) {
        return annotations == null || annotations[row];
    }

    boolean prediction(int row) {
        return predictions == null || predictions[row];
    }

    /** Asks the selection about an image that was matched. Different images may be asked about at once. */
    void update(int image) {
        if (annotations == null) {
            return;
        }
        AnnotationColumns labels = matches.annotations();
        PredictionColumns run = matches.predictions();
        for (int row = labels.begin(image); row < labels.end(image); row++) {
            annotations[row] = selection.includes(image, row, Math.max(Partner.UNMATCHED, matches.predictionOf(row)));
        }
        for (int row = run.begin(image); row < run.end(image); row++) {
            predictions[row] = selection.includes(image, Math.max(Partner.UNMATCHED, matches.annotationOf(row)), row);
        }
    }

    /** Makes room for rows that an edit has appended. */
    void ensureCapacity(int rowLimit) {
        if (annotations != null && rowLimit > annotations.length) {
            annotations = Arrays.copyOf(annotations, rowLimit + (rowLimit >> 4) + 64);
        }
    }
}
