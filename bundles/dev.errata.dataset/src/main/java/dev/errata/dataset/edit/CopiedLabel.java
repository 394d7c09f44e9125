package dev.errata.dataset.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;

/**
 * A label as it was when it was copied, of no image and no dataset any more.
 *
 * @param label name of its class
 * @param box x, y, width, height in pixels
 * @param polygons outlines, x and y in turn; empty for a plain box
 * @param crowd whether it stands for a crowd
 * @param attributes by name
 */
public record CopiedLabel(String label, double[] box, List<double[]> polygons, boolean crowd, Map<String, String> attributes) {

    /** A copy that would lie exactly on another label is put so many pixels further right and down. */
    private static final double STEP = 10;

    /** The label as it is now. */
    public static CopiedLabel of(Annotation annotation) {
        Map<String, String> attributes = new LinkedHashMap<>();
        annotation.getAttributes().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return new CopiedLabel(annotation.getLabel().getName(), Geometry.box(annotation), Geometry.polygons(annotation),
            annotation.isCrowd(), attributes);
    }

    /** The same somewhere else. */
    CopiedLabel at(double x, double y) {
        double[] moved = {x, y, box[2], box[3]};
        return new CopiedLabel(label, moved, Geometry.fitted(polygons, box, moved), crowd, attributes);
    }

    /** Where it was, but inside a smaller image, and not exactly on a label that is there. */
    CopiedLabel placedIn(ImageRecord image) {
        double x = inside(box[0], box[2], image.getWidth());
        double y = inside(box[1], box[3], image.getHeight());
        while (isTaken(image, x, y)) {
            x += STEP;
            y += STEP;
        }
        return at(x, y);
    }

    /** @param room of the image; 0 where it is unknown */
    private static double inside(double start, double size, double room) {
        return room > 0 ? Math.max(Math.min(0, start), Math.min(start, room - size)) : start;
    }

    private boolean isTaken(ImageRecord image, double x, double y) {
        return image.getAnnotations().stream().anyMatch(other -> other.getLabel().getName().equals(label) && other.getX() == x
            && other.getY() == y && other.getWidth() == box[2] && other.getHeight() == box[3]);
    }
}
