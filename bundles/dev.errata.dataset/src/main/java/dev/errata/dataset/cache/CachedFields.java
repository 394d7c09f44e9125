package dev.errata.dataset.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.errata.formats.fields.FieldColumn;
import dev.errata.formats.fields.FieldTable;
import dev.errata.formats.fields.FieldType;

/** The fields of a label file in a cache file. */
final class CachedFields {

    private CachedFields() {
    }

    static void write(FieldTable table, ColumnWriter out) throws IOException {
        columns(table.images(), out);
        columns(table.labels(), out);
        out.put(table.tooMany().size());
        for (String name : table.tooMany()) {
            out.put(name);
        }
    }

    private static void columns(List<FieldColumn> columns, ColumnWriter out) throws IOException {
        out.put(columns.size());
        for (FieldColumn column : columns) {
            out.put(column.name());
            out.put(column.type().name());
            out.put(column.size());
            if (isText(column.type())) {
                out.put(column.texts().size());
                for (String text : column.texts()) {
                    out.put(text);
                }
                for (int row = 0; row < column.size(); row++) {
                    out.put(column.code(row));
                }
            } else {
                for (int row = 0; row < column.size(); row++) {
                    out.put(column.number(row));
                }
            }
        }
    }

    private static boolean isText(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.BOOLEAN;
    }

    static FieldTable read(ColumnReader in) throws IOException {
        List<FieldColumn> images = columns(in);
        List<FieldColumn> labels = columns(in);
        List<String> tooMany = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tooMany.add(in.readText());
        }
        return new FieldTable(images, labels, List.copyOf(tooMany));
    }

    private static List<FieldColumn> columns(ColumnReader in) throws IOException {
        List<FieldColumn> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readText();
            FieldType type = FieldType.valueOf(in.readText());
            int size = in.readInt();
            columns.add(isText(type) ? texts(in, name, type, size) : numbers(in, name, type, size));
        }
        return List.copyOf(columns);
    }

    private static FieldColumn texts(ColumnReader in, String name, FieldType type, int size) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(in.readText());
        }
        int[] codes = new int[size];
        for (int row = 0; row < size; row++) {
            codes[row] = in.readInt();
        }
        return FieldColumn.ofTexts(name, type, texts, codes);
    }

    private static FieldColumn numbers(ColumnReader in, String name, FieldType type, int size) throws IOException {
        double[] numbers = new double[size];
        for (int row = 0; row < size; row++) {
            numbers[row] = in.readDouble();
        }
        return FieldColumn.ofNumbers(name, type, numbers);
    }
}
