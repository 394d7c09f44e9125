package dev.errata.formats.cvat;

import java.util.List;

import dev.errata.formats.records.Outlines;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.xml.XmlElement;

/** The geometry of shapes of CVAT. */
final class CvatShape {

    static final String ROTATION = "rotation";
    static final List<String> CORNERS = List.of("xtl", "ytl", "xbr", "ybr");

    private CvatShape() {
    }

    /** A number in an attribute; NaN where there is none. */
    static double number(XmlElement shape, String name) {
        return Numbers.parse(shape.attribute(name));
    }

    /** Degrees, clockwise around the middle. */
    static double rotation(XmlElement shape) {
        double rotation = number(shape, ROTATION);
        return Double.isFinite(rotation) && (shape.name().equals("box") || shape.name().equals("ellipse")) ? rotation : 0;
    }

    /** The upright box around a shape; null where it has none. */
    static double[] box(XmlElement shape) {
        double[] box = upright(shape);
        double rotation = rotation(shape);
        if (box == null || rotation == 0) {
            return box;
        }
        double middleX = box[0] + box[2] / 2;
        double middleY = box[1] + box[3] / 2;
        if (shape.name().equals("box")) {
            return Outlines.bounds(List.of(Outlines.turned(box, rotation, middleX, middleY)));
        }
        double turn = Math.toRadians(rotation);
        double halfWidth = Math.hypot(box[2] / 2 * Math.cos(turn), box[3] / 2 * Math.sin(turn));
        double halfHeight = Math.hypot(box[2] / 2 * Math.sin(turn), box[3] / 2 * Math.cos(turn));
        return new double[] {middleX - halfWidth, middleY - halfHeight, 2 * halfWidth, 2 * halfHeight};
    }

    /** The box of a shape before it is turned; null where it has none. */
    static double[] upright(XmlElement shape) {
        return switch (shape.name()) {
            case "box" -> new double[] {number(shape, "xtl"), number(shape, "ytl"), number(shape, "xbr") - number(shape, "xtl"),
                number(shape, "ybr") - number(shape, "ytl")};
            case "polygon" -> points(shape).length < 6 ? null : Outlines.bounds(List.of(points(shape)));
            case "ellipse" -> new double[] {number(shape, "cx") - number(shape, "rx"), number(shape, "cy") - number(shape, "ry"),
                2 * number(shape, "rx"), 2 * number(shape, "ry")};
            case "mask" -> new double[] {number(shape, "left"), number(shape, "top"), number(shape, "width"),
                number(shape, "height")};
            default -> null;
        };
    }

    /** The corners of an outline; none where one is no number. */
    static double[] points(XmlElement shape) {
        String[] pairs = shape.attribute("points").split(";");
        double[] points = new double[2 * pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            int comma = pairs[i].indexOf(',');
            points[2 * i] = comma < 0 ? Double.NaN : Numbers.parse(pairs[i].substring(0, comma).strip());
            points[2 * i + 1] = comma < 0 ? Double.NaN : Numbers.parse(pairs[i].substring(comma + 1).strip());
        }
        return Outlines.finite(points) ? points : new double[0];
    }
}
