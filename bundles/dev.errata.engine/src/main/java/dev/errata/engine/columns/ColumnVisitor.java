package dev.errata.engine.columns;

/**
 * Meets columns one by one, always in the same order: one visitor writes them down, another fills new ones with what was
 * written. Whole arrays are handed over, so that millions of boxes take no longer than the disk.
 *
 * @param <E> what may go wrong when a column is written or filled
 */
public interface ColumnVisitor<E extends Exception> {

    void ints(int[] column) throws E;

    void longs(long[] column) throws E;

    void doubles(double[] column) throws E;

    void bytes(byte[] column) throws E;
}
