package dev.errata.formats.text;

import java.util.Arrays;

/** Finds ids that stand in a file twice. As long as they ascend nothing needs to be looked up. */
public final class UniqueIds {

    private long[] ascending = new long[64];
    private int[] rows = new int[64];
    private int count;
    private Ids ids;

    /** @return the row that has this id already, or -1 */
    public int add(long id, int row) {
        if (ids == null && count > 0 && id <= ascending[count - 1]) {
            ids = new Ids();
            for (int i = 0; i < count; i++) {
                ids.number(ascending[i]);
            }
        }
        if (ids != null) {
            int number = ids.number(id);
            if (number < count) {
                return rows[number];
            }
        }
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
            ascending = ids == null ? Arrays.copyOf(ascending, 2 * count) : ascending;
        }
        if (ids == null) {
            ascending[count] = id;
        }
        rows[count++] = row;
        return -1;
    }
}
