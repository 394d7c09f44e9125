package dev.errata.formats.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the ids of a file 0, 1, 2, ... in the order in which they are first seen, so that records can point to things that
 * are defined later in the file, or in another file. An id is a whole number or a text; a text that is a whole number means
 * the number.
 */
public final class Ids {

    private static final int NONE = -1;
    /** Whole numbers below, which most ids are, have a place of their own; others share a hash table. */
    private static final int SMALL = 1 << 20;

    private int[] small = new int[64];
    private long[] keys = new long[64];
    private int[] numbers = new int[64];
    private int used;
    private int count;
    private final Map<String, Integer> texts = new HashMap<>();
    private String[] names = new String[0];
    private long[] values = new long[32];
    private long lastKey;
    private int lastNumber = NONE;

    public Ids() {
        Arrays.fill(numbers, NONE);
        Arrays.fill(small, NONE);
    }

    /** How many different ids were seen. */
    public int size() {
        return count;
    }

    /** The number of an id, a new one where it was not seen before. */
    public int number(long id) {
        if (id >= 0 && id < SMALL) {
            return smallNumber((int) id);
        }
        if (lastNumber != NONE && id == lastKey) {
            return lastNumber;
        }
        int slot = slot(id);
        if (numbers[slot] == NONE) {
            if (2 * (used + 1) > keys.length) {
                rehash();
                slot = slot(id);
            }
            keys[slot] = id;
            numbers[slot] = count;
            used++;
            remember(id);
        }
        lastKey = id;
        lastNumber = numbers[slot];
        return lastNumber;
    }

    private int smallNumber(int id) {
        if (id >= small.length) {
            int before = small.length;
            small = Arrays.copyOf(small, Math.min(SMALL, Math.max(2 * before, id + 1)));
            Arrays.fill(small, before, small.length, NONE);
        }
        if (small[id] == NONE) {
            small[id] = count;
            remember(id);
        }
        return small[id];
    }

    /** The number of an id, a new one where it was not seen before. */
    public int number(String id) {
        if (Numbers.isCanonicalLong(id)) {
            return number(Long.parseLong(id));
        }
        Integer known = texts.get(id);
        if (known != null) {
            return known;
        }
        int number = count;
        texts.put(id, number);
        if (names.length <= number) {
            names = Arrays.copyOf(names, Math.max(32, 2 * number));
        }
        names[number] = id;
        remember(0);
        return number;
    }

    /** The number of an id, or -1 where it was not seen. */
    public int find(long id) {
        if (id >= 0 && id < SMALL) {
            return id < small.length ? small[(int) id] : NONE;
        }
        return numbers[slot(id)];
    }

    /** The number of an id, or -1 where it was not seen. */
    public int find(String id) {
        return Numbers.isCanonicalLong(id) ? find(Long.parseLong(id)) : texts.getOrDefault(id, NONE);
    }

    /** The id with a number, as text. */
    public String text(int number) {
        return number < names.length && names[number] != null ? names[number] : Long.toString(values[number]);
    }

    private void remember(long id) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = id;
    }

    private int slot(long id) {
        int mask = keys.length - 1;
        long mixed = id * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (numbers[slot] != NONE && keys[slot] != id) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
