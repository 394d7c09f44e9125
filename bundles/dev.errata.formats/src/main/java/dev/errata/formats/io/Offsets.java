package dev.errata.formats.io;

import java.util.Arrays;

/** A growing list of places in a file, never descending: about four bytes each. */
public final class Offsets {

    private static final int BLOCK = 1024;

    private long[] bases = new long[16];
    private int[] deltas = new int[BLOCK];
    private int size;

    public int size() {
        return size;
    }

    /** @param offset at least the last one added, and less than 2 GiB behind the first of its block of 1,024 */
    public void add(long offset) {
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

    public long get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("no record " + index + " of " + size);
        }
        return bases[index / BLOCK] + deltas[index];
    }

    /** Gives back the memory kept for further places. */
    public void trim() {
        deltas = Arrays.copyOf(deltas, size);
    }
}
