package dev.errata.engine.columns;

import java.io.IOException;

/**
 * Meets columns one by one, always in the same order: one visitor writes them down, another fills new ones with what was
 * written. Whole arrays are handed over, so that millions of boxes take no longer than the disk.
 */
public interface ColumnVisitor {

    void ints(int[] column) throws IOException;

    void longs(long[] column) throws IOException;

    void doubles(double[] column) throws IOException;

    void bytes(byte[] column) throws IOException;
}
