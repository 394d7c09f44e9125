package dev.errata.formats.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Predictions;
import dev.errata.formats.io.IssueLog;

/**
 * Probabilities of image classes in a file of NumPy: a row an image, in the order of the label file, and a column a class, in the
 * order of the classes; classes that are called 0, 1, 2 and so on stand in that order.
 */
final class NpyProbabilities {

    private final GroundTruth truth;
    private final String format;
    private final IssueLog log;
    private final PredictionRows rows = new PredictionRows(0);
    private final int[] images;
    /** By column, the index of its class. */
    private final int[] order;
    private final ClassProbabilities probabilities;

    private NpyProbabilities(Path path, NpyFile file, GroundTruth truth, String format) {
        this.truth = truth;
        this.format = format;
        log = new IssueLog(path.toString());
        images = new int[file.rows()];
        order = order(truth);
        probabilities = new ClassProbabilities(file.rows(), order);
    }

    /** @throws FormatException if there is not a row for each image and a column for each class */
    static Predictions read(Path path, GroundTruth truth, String format, Progress progress) throws IOException {
        NpyFile file = NpyFile.of(path);
        if (file.columns() == 0 || file.rows() != truth.images().size() || file.columns() != truth.classes().size()) {
            throw new IssueLog(path.toString()).refuse("npy.size", 0, 0, "", "", "The table has " + file.rows() + " rows and "
                + file.columns() + " columns, but the labels have " + truth.images().size() + " images and "
                + truth.classes().size() + " classes: a row for each image and a column for each class is needed.");
        }
        NpyProbabilities all = new NpyProbabilities(path, file, truth, format);
        file.read(progress, all::row);
        return all.predictions(file.rows());
    }

    private static int[] order(GroundTruth truth) {
        List<String> names = truth.classes().stream().map(ClassEntry::name).toList();
        int[] byNumber = IntStream.range(0, names.size()).map(number -> names.indexOf(Integer.toString(number))).toArray();
        return IntStream.of(byNumber).anyMatch(label -> label < 0) ? IntStream.range(0, names.size()).toArray() : byNumber;
    }

    private void row(int row, double[] values) {
        int best = 0;
        for (int column = 0; column < values.length; column++) {
            if (!(values[column] >= 0 && values[column] <= 1)) {
                log.add(Severity.QUARANTINED, "score.range", 0, 0, "row " + row, Double.toString(values[column]),
                    "The probability must be from 0 to 1. The record was set aside.");
                return;
            }
            best = values[column] > values[best] ? column : best;
        }
        for (int column = 0; column < values.length; column++) {
            probabilities.set(row, order[column], values[column]);
        }
        ImageEntry image = truth.images().get(row);
        images[rows.size()] = row;
        rows.add(order[best], 0, 0, image.width() == 0 ? ClassesCsvFormat.NOMINAL : image.width(),
            image.height() == 0 ? ClassesCsvFormat.NOMINAL : image.height(), values[best], row);
    }

    private Predictions predictions(int read) {
        return new Predictions(format, PredictionColumns.grouped(truth.images().size(), images, rows), log.issues(),
            new RecordCounts(read, rows.size(), read - rows.size(), 0), log.counts())
            .with(probabilities);
    }
}
