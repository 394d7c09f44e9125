package dev.errata.formats.fields;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the values of fields in any order and makes columns of them. Not thread safe. */
public final class FieldCollector {

    private final Map<String, GrowingColumn> images = new LinkedHashMap<>();
    private final Map<String, GrowingColumn> labels = new LinkedHashMap<>();

    /** A value of an image; null and empty texts are none. A second value replaces the first. */
    public void image(int image, String name, String value) {
        put(images, image, name, value);
    }

    /** A value of a label, by the position of its record. */
    public void label(int position, String name, String value) {
        put(labels, position, name, value);
    }

    private static void put(Map<String, GrowingColumn> columns, int row, String name, String value) {
        if (FieldValue.isValue(value) && !name.isBlank()) {
            GrowingColumn column = columns.get(name);
            if (column == null) {
                column = new GrowingColumn();
                columns.put(name, column);
            }
            column.put(row, value);
        }
    }

    /** The columns of all that was gathered. */
    public FieldTable table() {
        List<String> tooMany = new ArrayList<>();
        return new FieldTable(columns(images, "image.", tooMany), columns(labels, "label.", tooMany), List.copyOf(tooMany));
    }

    private static List<FieldColumn> columns(Map<String, GrowingColumn> growing, String owner, List<String> tooMany) {
        List<FieldColumn> columns = new ArrayList<>();
        growing.forEach((name, column) -> {
            if (column.overflown()) {
                tooMany.add(owner + name);
            } else {
                columns.add(column.column(name));
            }
        });
        return List.copyOf(columns);
    }
}
