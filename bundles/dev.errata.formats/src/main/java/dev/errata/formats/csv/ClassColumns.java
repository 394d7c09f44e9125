package dev.errata.formats.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.errata.formats.text.Numbers;

/** The header of a file: the columns of image, class and score, or those of the classes; and all of its names. */
record ClassColumns(char separator, int image, int label, int score, List<String> classes, int firstClass,
    List<String> columns) {

    private static final Set<String> IMAGES = Set.of("filename", "file_name", "image", "image_id", "imageid", "image_path",
        "image_name", "path", "file");
    private static final Set<String> LABELS = Set.of("label", "class", "class_name", "category", "labelname", "labels",
        "label_name");
    private static final Set<String> SCORES = Set.of("confidence", "score", "probability");

    static ClassColumns of(String text) {
        char separator = CsvRow.separator(text);
        List<CsvRow> rows = CsvRow.of(text, separator, 2);
        int image = -1;
        int label = -1;
        int score = -1;
        List<String> names = new ArrayList<>();
        for (int i = 0; !rows.isEmpty() && i < rows.getFirst().size(); i++) {
            String name = rows.getFirst().cell(text, i);
            names.add(name);
            String lower = name.toLowerCase(Locale.ROOT);
            image = image < 0 && IMAGES.contains(lower) ? i : image;
            label = label < 0 && LABELS.contains(lower) ? i : label;
            score = score < 0 && SCORES.contains(lower) ? i : score;
        }
        boolean table = image == 0 && label < 0 && names.size() > 2 && rows.size() > 1;
        for (int i = 1; table && i < names.size(); i++) {
            table = Numbers.isNumber(rows.get(1).cell(text, i));
        }
        return new ClassColumns(separator, image, label, score, table ? names.subList(1, names.size()) : List.of(), 1, names);
    }

    boolean complete() {
        return image >= 0 && (label >= 0 || !classes.isEmpty());
    }

    /** Whether a row is the header, as where files were put one behind another. */
    boolean isAgain(CsvRow row, String text) {
        return row.cell(text, image).equals(columns.get(image))
            && row.cell(text, label < 0 ? firstClass : label).equals(columns.get(label < 0 ? firstClass : label));
    }

    /** The class column with the largest value. */
    int best(CsvRow row, String text) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes.size(); i++) {
            double value = Numbers.parse(row.cell(text, firstClass + i));
            if (value > most) {
                most = value;
                best = i;
            }
        }
        return best;
    }
}
