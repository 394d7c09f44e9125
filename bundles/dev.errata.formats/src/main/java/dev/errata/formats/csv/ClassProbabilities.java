package dev.errata.formats.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.errata.formats.io.Numbers;
import dev.errata.formats.io.RawText;

/**
 * The probabilities that a model gives to the classes of whole images: a CSV table with the image's name in the first column
 * and a
 * column for each class.
 *
 * @param classes the names of the classes, in the order of the columns
 * @param probabilities by record, counted from 0 as positions of predictions are, and class; 0 where a cell is no number
 */
public record ClassProbabilities(List<String> classes, double[][] probabilities) {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);

    /** Reads a file; empty where it is no such table. */
    public static Optional<ClassProbabilities> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String text = UTF_8.fromBytes(Files.readAllBytes(file));
        char separator = CsvRow.separator(text);
        List<CsvRow> rows = CsvRow.of(text, separator);
        List<String> names = ClassesCsvFormat.tableClasses(text);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> classes = new ArrayList<>();
        names.forEach(name -> classes.add(UTF_8.decode(name)));
        double[][] probabilities = new double[rows.size() - 1][classes.size()];
        for (int row = 0; row < probabilities.length; row++) {
            for (int label = 0; label < classes.size(); label++) {
                double value = Numbers.parse(rows.get(row + 1).cell(text, label + 1));
                probabilities[row][label] = value >= 0 && value <= 1 ? value : 0;
            }
        }
        return Optional.of(new ClassProbabilities(List.copyOf(classes), probabilities));
    }
}
