package dev.errata.formats;

import java.util.BitSet;
import java.util.List;

import dev.errata.engine.masks.Mask;

/**
 * The masks of a file's records.
 *
 * @param shapes by position; null where a record has no outline and no mask of use
 * @param withBox the positions of the records that have a box of their own
 */
public record RecordMasks(List<Shape> shapes, BitSet withBox) {

    /** Outlines or run lengths, to be rasterised. */
    @FunctionalInterface
    public interface Shape {

        /**
         * The pixels of an image that are covered.
         *
         * @throws IllegalArgumentException if it doesn't fit into an image of this size
         */
        Mask rasterise(int height, int width);

        /** The outlines as the file has them: closed, x and y in turn, pixels; none where it has no outlines of use. */
        default List<double[]> outlines() {
            return List.of();
        }
    }

    /** How many records have a mask. */
    public long count() {
        return shapes.stream().filter(shape -> shape != null).count();
    }

    /** The shape of a record, or null. */
    public Shape shape(int position) {
        return position < shapes.size() ? shapes.get(position) : null;
    }
}
