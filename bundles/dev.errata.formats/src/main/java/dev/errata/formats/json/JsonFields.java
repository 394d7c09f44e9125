package dev.errata.formats.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import dev.errata.formats.FormatException;

/** The fields of one object seen so far. */
public final class JsonFields {

    private static final int FEW = 16;
    private String[] few = new String[FEW];
    private long[] lines = new long[FEW];
    private int count;
    private Set<String> many;

    /** Forgets all fields, for the next object. */
    public void clear() {
        count = 0;
        many = null;
    }

    /**
     * Notes the field that the cursor stands at.
     *
     * @throws FormatException if the object had it already
     */
    public void add(JsonCursor cursor) throws IOException {
        String name = cursor.parser().currentName();
        for (int i = 0; i < Math.min(count, FEW); i++) {
            if (few[i].equals(name)) {
                throw duplicate(cursor, name, "; the first stands in line " + lines[i]);
            }
        }
        if (count < FEW) {
            few[count] = name;
            lines[count] = cursor.line();
        } else {
            if (many == null) {
                many = new HashSet<>(Arrays.asList(few));
            }
            if (!many.add(name)) {
                throw duplicate(cursor, name, "");
            }
        }
        count++;
    }

    private static FormatException duplicate(JsonCursor cursor, String name, String first) {
        return cursor.refuse("json.duplicate.key", "", name, "An object has the field \"" + name + "\" twice" + first
            + ". Which one is meant cannot be known: remove one.");
    }
}
