package dev.errata.formats.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.errata.formats.text.Numbers;

/**
 * The columns of a file of boxes, by what they mean.
 *
 * @param fractions whether corners are fractions of the image, and not pixels
 * @param comma whether numbers have decimal commas
 */
record BoxColumns(char separator, List<String> names, boolean fractions, boolean comma) {

    private static final String WIDTH = "box width";
    private static final String HEIGHT = "box height";

    private static final Pattern FOUR_NUMBERS = Pattern.compile(
        "[\\[(]?\\s*[-+0-9.eE]+(?:(?:\\s*,\\s*|\\s+)[-+0-9.eE]+){3}\\s*[\\])]?");
    private static final int SHOWN = 300;

    /** Rows that tell how numbers are written. */
    static final int SAMPLE = 200;

    /** What the header says. */
    static BoxColumns named(String text) {
        char separator = CsvRow.separator(text);
        List<String> names = new ArrayList<>();
        for (CsvRow header : CsvRow.of(text, separator, 1)) {
            for (int i = 0; i < header.size(); i++) {
                names.add(meaning(header.cell(text, i)));
            }
        }
        rename(names, "xmin", "x", "bbox_x");
        rename(names, "ymin", "y", "bbox_y");
        if (!names.contains("xmax") && names.contains("xmin")) {
            // sizes of boxes, then, not of images
            rename(names, WIDTH, "w", "bbox_width", "bbox_w", "box_width", "width");
            rename(names, HEIGHT, "h", "bbox_height", "bbox_h", "box_height", "height");
        }
        return new BoxColumns(separator, names, true, false);
    }

    /** Gives the first column that is called in one of some ways its meaning, if no other has it. */
    private static void rename(List<String> names, String meaning, String... ways) {
        for (String way : ways) {
            for (int i = 0; i < names.size() && !names.contains(meaning); i++) {
                if (names.get(i).equalsIgnoreCase(way)) {
                    names.set(i, meaning);
                }
            }
        }
    }

    /** What the header says, and how the first rows write their numbers. */
    static BoxColumns of(String text) {
        BoxColumns columns = named(text);
        boolean fractions = true;
        boolean comma = false;
        List<CsvRow> rows = CsvRow.of(text, columns.separator, SAMPLE);
        for (CsvRow row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            for (String corner : columns.numbers().subList(2, 4)) {
                String cell = row.cell(text, columns.index(corner));
                comma |= cell.matches("[0-9]*,[0-9]+");
                fractions &= !(Numbers.parse(cell.replace(',', '.')) > 1.5);
            }
        }
        return new BoxColumns(columns.separator, columns.names, fractions, comma);
    }

    /**
     * The column whose first cell is four numbers, a whole box, where the header names an image but no complete box.
     *
     * @return null where there is none
     */
    String wholeBox(String text) {
        List<CsvRow> rows = CsvRow.of(text, separator, 2);
        if (rows.size() < 2 || !names.contains("image") || names.containsAll(numbers())) {
            return null;
        }
        for (int i = 0; i < names.size(); i++) {
            if (FOUR_NUMBERS.matcher(rows.get(1).cell(text, i)).matches()) {
                return names.get(i);
            }
        }
        return null;
    }

    /** The names of the columns for a message, not more than people can read. */
    String shown() {
        String all = String.join(", ", names);
        return all.isEmpty() ? "nothing" : all.length() <= SHOWN ? all : all.substring(0, SHOWN) + "\u2026";
    }

    private static String meaning(String header) {
        return switch (header.strip().toLowerCase(Locale.ROOT)) {
            case "imageid", "image_id", "filename", "file_name", "image", "image_path", "image_name" -> "image";
            case "labelname", "label", "class", "category", "cell_type", "class_name",
                "label_name" -> "label";
            case "confidence", "score" -> "confidence";
            case "xmin", "x1", "x_min" -> "xmin";
            case "xmax", "x2", "x_max" -> "xmax";
            case "ymin", "y1", "y_min" -> "ymin";
            case "ymax", "y2", "y_max" -> "ymax";
            default -> header.strip();
        };
    }

    int index(String meaning) {
        return names.indexOf(meaning);
    }

    boolean complete() {
        return names.containsAll(List.of("image", "label")) && names.containsAll(numbers());
    }

    /** Whether boxes are told by width and height, and not by their second corner. */
    boolean sized() {
        return names.contains(WIDTH) && names.contains(HEIGHT);
    }

    /** The columns of a box: left, top, and right and bottom or width and height. */
    List<String> numbers() {
        return sized() ? List.of("xmin", "ymin", WIDTH, HEIGHT) : List.of("xmin", "ymin", "xmax", "ymax");
    }
}
