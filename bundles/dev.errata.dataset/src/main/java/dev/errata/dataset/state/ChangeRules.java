package dev.errata.dataset.state;

import java.util.List;
import java.util.Map;

import dev.errata.dataset.journal.JournalChange;

/**
 * What a change of an annotation must be to make sense. Journals are written by other programs and may be damaged or hostile;
 * what breaks these rules does not count.
 *
 * @param imageCount images of the dataset
 * @param classCount label classes of the dataset
 */
public record ChangeRules(int imageCount, int classCount) {

    /** Annotations of the dataset are in this space, proposals for a task in one that begins with {@link #DRAFTS}. */
    public static final String LABELS = "";
    /** The spaces in which changes of annotations wait to be accepted. */
    public static final String DRAFTS = "draft/";

    /** What is wrong with a change, or null. */
    public String problem(JournalChange change) {
        if (!change.known()) {
            return "unknown operation \"" + change.operation() + "\"; a newer version of the program may know it";
        }
        if (!change.space().equals(LABELS) && !change.space().startsWith(DRAFTS)) {
            return null;
        }
        if (change.image() < 0 || change.image() >= imageCount) {
            return "there is no image " + change.image();
        }
        return switch (change.operation()) {
            case JournalChange.ADD -> content(change.newValue());
            case JournalChange.SET -> value(change.field(), change.newValue());
            default -> null;
        };
    }

    private String content(Object content) {
        if (!(content instanceof Map<?, ?> fields)) {
            return "a new annotation has no content";
        }
        for (String needed : List.of(Fields.LABEL, Fields.BOX)) {
            if (!fields.containsKey(needed)) {
                return "a new annotation has no " + needed;
            }
        }
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            String problem = value((String) field.getKey(), field.getValue());
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private String value(String field, Object value) {
        if (field.startsWith(Fields.ATTRIBUTE)) {
            return value == null || value instanceof String ? null : "an attribute is no text";
        }
        return switch (field) {
            case Fields.LABEL -> label(value);
            case Fields.BOX -> box(value);
            case Fields.CROWD -> value instanceof Boolean ? null : "crowd is neither true nor false";
            case Fields.POLYGONS -> polygons(value);
            case Fields.ATTRIBUTES -> attributes(value);
            default -> "unknown field \"" + field + "\"";
        };
    }

    private String label(Object value) {
        return value instanceof Long label && label >= 0 && label < classCount
            ? null
            : "there is no label class " + value + " in this dataset";
    }

    private static String box(Object value) {
        if (!(value instanceof List<?> list) || list.size() != 4 || !finite(list)) {
            return "a box needs four finite numbers: x, y, width, height";
        }
        double[] box = Fields.numbers(value);
        return box[2] > 0 && box[3] > 0 ? null : "a box needs a width and a height above 0";
    }

    private static String polygons(Object value) {
        if (!(value instanceof List<?> polygons)) {
            return "polygons are no list";
        }
        for (Object polygon : polygons) {
            if (!(polygon instanceof List<?> points) || points.size() < 6 || points.size() % 2 != 0 || !finite(points)) {
                return "a polygon needs at least three points with finite x and y";
            }
        }
        return null;
    }

    private static boolean finite(List<?> numbers) {
        return numbers.stream().allMatch(number -> number instanceof Number n && Double.isFinite(n.doubleValue()));
    }

    private static String attributes(Object value) {
        return value instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance)
            ? null
            : "attributes are no texts by name";
    }
}
