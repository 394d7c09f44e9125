package dev.errata.cli.reports;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.cli.sources.Comparison;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;

/** A confusion matrix for a person to read. */
public final class MatrixText {

    /** A wider matrix is told class by class instead. */
    private static final int WIDEST = 160;
    private static final int MOST_CONFUSED = 20;

    private final Comparison compared;
    private final ConfusionMatrix matrix;
    private final int background;

    private MatrixText(Comparison compared) {
        this.compared = compared;
        this.matrix = compared.evaluation().matrix();
        this.background = matrix.background();
    }

    /** Prints the matrix, its totals, and what is ignored or allowed. */
    public static void print(Comparison compared, PrintWriter out) {
        new MatrixText(compared).print(out);
    }

    private void print(PrintWriter out) {
        TextTable whole = whole();
        if (whole.width() <= WIDEST) {
            out.println("Rows: ground truth. Columns: predicted.");
            out.println();
            whole.print(out);
        } else {
            byClass().print(out);
        }
        confused(out);
        summary(out);
    }

    private TextTable whole() {
        TextTable table = new TextTable("l" + "r".repeat(background + 2));
        String[] header = new String[background + 3];
        header[0] = "";
        for (int predicted = 0; predicted <= background; predicted++) {
            header[predicted + 1] = Texts.shown(compared.name(predicted));
        }
        header[background + 2] = "total";
        table.row(header);
        for (int groundTruth = 0; groundTruth <= background; groundTruth++) {
            String[] row = new String[background + 3];
            row[0] = Texts.shown(compared.name(groundTruth));
            for (int predicted = 0; predicted <= background; predicted++) {
                row[predicted + 1] = number(matrix.count(groundTruth, predicted));
            }
            row[background + 2] = number(matrix.rowTotal(groundTruth));
            table.row(row);
        }
        String[] totals = new String[background + 3];
        totals[0] = "total";
        for (int predicted = 0; predicted <= background; predicted++) {
            totals[predicted + 1] = number(matrix.columnTotal(predicted));
        }
        totals[background + 2] = number(matrix.total());
        table.row(totals);
        return table;
    }

    private TextTable byClass() {
        TextTable table = new TextTable("lrrrrr");
        table.row("class", "ground truth", "agreed", "confused", "not predicted", "not labelled");
        for (int label = 0; label < background; label++) {
            long total = matrix.rowTotal(label);
            long agreed = matrix.count(label, label);
            long missed = matrix.count(label, background);
            table.row(Texts.shown(compared.name(label)), number(total), number(agreed), number(total - agreed - missed),
                number(missed), number(matrix.count(background, label)));
        }
        return table;
    }

    private record Confusion(int groundTruth, int predicted, long count) {
    }

    private void confused(PrintWriter out) {
        List<Confusion> cells = new ArrayList<>();
        for (int groundTruth = 0; groundTruth < background; groundTruth++) {
            for (int predicted = 0; predicted < background; predicted++) {
                long count = matrix.count(groundTruth, predicted);
                if (!compared.evaluation().rules().agree(groundTruth, predicted) && count > 0) {
                    cells.add(new Confusion(groundTruth, predicted, count));
                }
            }
        }
        if (cells.isEmpty()) {
            return;
        }
        cells.sort(Comparator.comparingLong(Confusion::count).reversed().thenComparingInt(Confusion::groundTruth)
            .thenComparingInt(Confusion::predicted));
        out.println();
        out.println("Most confused:");
        TextTable table = new TextTable("rlll");
        for (Confusion cell : cells.subList(0, Math.min(MOST_CONFUSED, cells.size()))) {
            table.row(number(cell.count()), Texts.shown(compared.name(cell.groundTruth())), "predicted as",
                Texts.shown(compared.name(cell.predicted())));
        }
        table.print(out);
    }

    private void summary(PrintWriter out) {
        Evaluation evaluation = compared.evaluation();
        long agreed = 0;
        for (int label = 0; label < background; label++) {
            agreed += matrix.count(label, label);
        }
        int annotations = evaluation.annotationCount();
        int predictions = evaluation.predictionCount();
        out.println();
        out.println(Texts.count(annotations, "annotation") + ", " + Texts.count(predictions, "prediction")
            + String.format(Locale.ROOT, ", %d agreed (%s of the annotations, %s of the predictions)", agreed,
                Texts.percent(agreed, annotations), Texts.percent(agreed, predictions)));
        if (!evaluation.rules().allowed().isEmpty()) {
            out.println("Accepted as allowed: " + Texts.count(evaluation.acceptedPairs(), "pair") + " of other classes");
        }
        out.println((evaluation.rules().ignored().isEmpty() ? "Ignored (crowd): " : "Ignored (crowd, and "
            + String.join(", ", evaluation.rules().ignored().stream().map(label -> Texts.shown(compared.name(label))).toList())
            + "): ") + Texts.count(evaluation.ignoredAnnotations(), "annotation") + ", "
            + Texts.count(evaluation.ignoredPredictions(), "prediction"));
        out.println("Matched with " + compared.how());
        out.println("Read in " + compared.readMilliseconds() + " ms, matched in " + compared.matchMilliseconds() + " ms");
    }

    private static String number(long count) {
        return count == 0 ? "." : Long.toString(count);
    }
}
