package dev.errata.dataset.cache;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
                int[] codes = new int[column.size()];
                Arrays.setAll(codes, column::code);
                out.ints(codes);
            } else {
                double[] numbers = new double[column.size()];
                Arrays.setAll(numbers, column::number);
                out.doubles(numbers);
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
            int size = in.readSize();
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
        in.ints(codes);
        return FieldColumn.ofTexts(name, type, texts, codes);
    }

    private static FieldColumn numbers(ColumnReader in, String name, FieldType type, int size) throws IOException {
        double[] numbers = new double[size];
        in.doubles(numbers);
        return FieldColumn.ofNumbers(name, type, numbers);
    }
}
