package dev.errata.formats.text;

import java.util.Arrays;

/** A growing list of places in a file, never descending: about four bytes each, eight where records are very long. */
public final class Offsets {

    private static final int BLOCK = 1024;

    private long[] bases = new long[16];
    private int[] deltas = new int[BLOCK];
    private long[] wide;
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** @param offset at least the last one added */
    public void add(long offset) {
        if (wide == null && size % BLOCK != 0 && offset - bases[size / BLOCK] > Integer.MAX_VALUE) {
            wide = new long[Math.max(BLOCK, 2 * size)];
            for (int i = 0; i < size; i++) {
                wide[i] = bases[i / BLOCK] + deltas[i];
            }
        }
        if (wide != null) {
            wide = size == wide.length ? Arrays.copyOf(wide, size + (size >> 1)) : wide;
            wide[size++] = offset;
            return;
        }
        if (size == deltas.length) {
            deltas = Arrays.copyOf(deltas, size + (size >> 1) / BLOCK * BLOCK + BLOCK);
        }
        int block = size / BLOCK;
        if (size % BLOCK == 0) {
            if (block == bases.length) {
                bases = Arrays.copyOf(bases, 2 * block);
            }
            bases[block] = offset;
        }
        deltas[size++] = Math.toIntExact(offset - bases[block]);
    }

    /** The offset of an index, in bytes. */
    public long get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no record " + index + " of " + size);
        }
        return wide == null ? bases[index / BLOCK] + deltas[index] : wide[index];
    }

    /** Gives back the memory kept for further places. */
    public void trim() {
        deltas = Arrays.copyOf(deltas, wide == null ? size : 0);
    }
}
