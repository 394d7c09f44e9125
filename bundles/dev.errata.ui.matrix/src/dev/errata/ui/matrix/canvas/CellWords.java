package dev.errata.ui.matrix.canvas;

import org.eclipse.osgi.util.NLS;

import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.CountFormat;
import dev.errata.ui.matrix.model.MatrixModel;

/** Says in words what a cell holds: for the pointer, the status line and screen readers. */
public final class CellWords {

    private CellWords() {
    }

    /** The two classes of a cell: ground truth car, predicted person. */
    public static String classes(MatrixModel model, ClassPair pair) {
        int background = model.background();
        if (model.isImpossible(pair.groundTruth(), pair.predicted())) {
            return Messages.Cell_Impossible;
        }
        if (pair.isDiagonal()) {
            return NLS.bind(Messages.Cell_Match, model.name(pair.groundTruth()));
        }
        if (pair.groundTruth() == background) {
            return NLS.bind(Messages.Cell_Invented, model.name(pair.predicted()));
        }
        if (pair.predicted() == background) {
            return NLS.bind(Messages.Cell_Missed, model.name(pair.groundTruth()));
        }
        return NLS.bind(model.agrees(pair.groundTruth(), pair.predicted()) ? Messages.Cell_Allowed : Messages.Cell_Classes,
            model.name(pair.groundTruth()), model.name(pair.predicted()));
    }

    /** Several lines: the classes, the count, its share of row and column, and what Enter does. */
    public static String details(MatrixModel model, ClassPair pair) {
        String classes = classes(model, pair);
        if (model.isImpossible(pair.groundTruth(), pair.predicted())) {
            return classes;
        }
        return String.join("\n", classes, count(model, pair), rowShare(model, pair), columnShare(model, pair),
            enter(model, pair));
    }

    /** One line: the classes, the count and its shares. */
    public static String summary(MatrixModel model, ClassPair pair) {
        String classes = classes(model, pair);
        if (model.isImpossible(pair.groundTruth(), pair.predicted())) {
            return classes;
        }
        return String.join(" \u00b7 ", classes, count(model, pair), rowShare(model, pair), columnShare(model, pair));
    }

    /** For screen readers: ground truth car, predicted person, 2,277 mismatches. */
    public static String spoken(MatrixModel model, ClassPair pair) {
        String groundTruth = model.name(pair.groundTruth());
        String predicted = model.name(pair.predicted());
        long count = model.count(pair);
        if (pair.isDiagonal()) {
            return count == 1 ? NLS.bind(Messages.Spoken_Match, groundTruth)
                : NLS.bind(Messages.Spoken_Matches, groundTruth, CountFormat.full(count));
        }
        if (model.agrees(pair.groundTruth(), pair.predicted())) {
            return NLS.bind(Messages.Spoken_Allowed, new Object[] {groundTruth, predicted, CountFormat.full(count)});
        }
        return count == 1 ? NLS.bind(Messages.Spoken_Mismatch, groundTruth, predicted)
            : NLS.bind(Messages.Spoken_Mismatches, new Object[] {groundTruth, predicted, CountFormat.full(count)});
    }

    /** Several lines about a class: how often it is labelled and predicted, recall, precision and F1. */
    public static String classDetails(MatrixModel model, int label) {
        String name = model.name(label);
        String annotations = CountFormat.full(model.rowTotal(label));
        String predictions = CountFormat.full(model.columnTotal(label));
        if (label == model.background()) {
            return NLS.bind(Messages.Class_Background, predictions, annotations);
        }
        String pattern = model.facts().rules().ignores(label) ? Messages.Class_Ignored : Messages.Class_Details;
        return NLS.bind(pattern, new Object[] {name, annotations, predictions,
            CountFormat.percent(model.recall(label)), CountFormat.percent(model.precision(label)),
            CountFormat.percent(model.f1(label))});
    }

    static String row(MatrixModel model, int row) {
        return NLS.bind(Messages.Spoken_Row, model.name(row), CountFormat.full(model.rowTotal(row)));
    }

    static String column(MatrixModel model, int column) {
        return NLS.bind(Messages.Spoken_Column, model.name(column), CountFormat.full(model.columnTotal(column)));
    }

    static String matrix(MatrixModel model) {
        return model == null ? Messages.Spoken_NoMatrix
            : NLS.bind(Messages.Spoken_Matrix, model.size() - 1, CountFormat.full(model.total()));
    }

    private static String count(MatrixModel model, ClassPair pair) {
        return NLS.bind(Messages.Cell_Count, CountFormat.full(model.count(pair)), CountFormat.full(model.total()));
    }

    private static String rowShare(MatrixModel model, ClassPair pair) {
        int row = pair.groundTruth();
        return NLS.bind(Messages.Cell_RowShare, new Object[] {CountFormat.percent(model.rowShare(row, pair.predicted())),
            model.name(row), CountFormat.full(model.rowTotal(row))});
    }

    private static String columnShare(MatrixModel model, ClassPair pair) {
        int column = pair.predicted();
        return NLS.bind(Messages.Cell_ColumnShare, new Object[] {
            CountFormat.percent(model.columnShare(pair.groundTruth(), column)), model.name(column),
            CountFormat.full(model.columnTotal(column))});
    }

    private static String enter(MatrixModel model, ClassPair pair) {
        return model.count(pair) == 0 ? Messages.Cell_NothingToOpen : Messages.Cell_EnterOpens;
    }
}
