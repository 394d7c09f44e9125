package dev.errata.formats;

import java.util.List;
import java.util.Map;

/** A difference between a label file and what is to be written. */
public sealed interface LabelEdit {

    /**
     * Some values of one record are different; null means unchanged.
     *
     * @param position the place of the record in its file
     * @param label index of the label class, or null
     * @param box x, y, width, height, or null
     * @param polygons closed outlines, or null
     * @param attributes all attributes, or null
     * @param crowd the crowd flag, or null
     */
    record Changed(int position, Integer label, double[] box, List<double[]> polygons, Map<String, String> attributes,
        Boolean crowd) implements LabelEdit {
    }

    /** @param position the place of a record that is left out */
    record Removed(int position) implements LabelEdit {
    }

    /**
     * A new record, written behind all others.
     *
     * @param id its id, different from every other
     * @param image index of the image
     */
    record Added(long id, int image, int label, double[] box, List<double[]> polygons, Map<String, String> attributes,
        boolean crowd) implements LabelEdit {
    }
}
