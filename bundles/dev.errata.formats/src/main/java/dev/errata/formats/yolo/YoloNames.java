package dev.errata.formats.yolo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.errata.formats.FormatException;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.Roots;

/**
 * The class names of YOLO labels: {@code names} of a YAML file, or one name a line in {@code classes.txt},
 * {@code obj.names} and the like.
 *
 * @param keypoints how many numbers at the end of a row are key points
 * @param outside paths of the YAML file that lead out of its folder
 */
record YoloNames(List<String> names, String file, int keypoints, List<String> outside) {

    private static final Set<String> LISTS = Set.of("classes.txt", "obj.names", "_darknet.labels", "labels.txt", "coco.names",
        "predefined_classes.txt");
    /** How YAML writes null. */
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** Whether a file holds class names, not labels. */
    static boolean isList(String file) {
        return LISTS.contains(PathNames.base(file)) || file.endsWith(".names");
    }

    /**
     * Finds the names.
     *
     * @throws dev.errata.formats.FormatException if a YAML file is broken, or two files disagree
     */
    static Optional<YoloNames> find(LabelTree tree) throws IOException {
        YoloNames yaml = null;
        YoloNames list = null;
        for (String file : tree.names()) {
            if (yaml == null && (file.endsWith(".yaml") || file.endsWith(".yml"))) {
                yaml = ofYaml(tree, file);
            } else if (list == null && isList(file)) {
                list = new YoloNames(lines(tree, file), file, 0, List.of());
            }
        }
        if (yaml != null && list != null && !yaml.names.equals(list.names)) {
            throw new IssueLog(tree.place(list.file)).refuse("yolo.names.differ", 1, 1, "", "",
                "The class names differ from those "
                + "of " + yaml.file + " (" + list.names.size() + " and " + yaml.names.size()
                + "). Which are meant cannot be known: remove one of the files.");
        }
        return Optional.ofNullable(yaml == null ? list : yaml);
    }

    /** How many numbers at the end of a row are key points, as far as a YAML file says so that can be read. */
    static int keypoints(LabelTree tree) throws IOException {
        for (String file : tree.names()) {
            if (file.endsWith(".yaml") || file.endsWith(".yml")) {
                try {
                    if (SafeYaml.load(tree.text(file), tree.place(file)) instanceof Map<?, ?> fields) {
                        return keypoints(fields.get("kpt_shape"));
                    }
                } catch (FormatException broken) {
                    // whoever reads the labels says so
                    return 0;
                }
            }
        }
        return 0;
    }

    /** A line a class; a blank line between others keeps its number, those at the end are none. */
    private static List<String> lines(LabelTree tree, String file) throws IOException {
        List<String> names = new ArrayList<>(tree.text(file).lines().map(String::strip).toList());
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        for (int i = 0; i < names.size(); i++) {
            names.set(i, names.get(i).isEmpty() ? unnamed(i) : names.get(i));
        }
        return names;
    }

    private static String unnamed(int index) {
        return "class " + index;
    }

    /** Nothing where the file does not give the names, as the settings of other programs that lie beside labels don't. */
    private static YoloNames ofYaml(LabelTree tree, String file) throws IOException {
        String place = tree.place(file);
        String text = tree.text(file);
        if (!text.contains("names") || !(SafeYaml.load(text, place) instanceof Map<?, ?> fields)
            || fields.get("names") == null || fields.get("names") instanceof String none && NOTHING.contains(none)) {
            return null;
        }
        List<String> names = names(fields.get("names"), place);
        if (fields.get("nc") instanceof String count && count.matches("[0-9]{1,9}") && Integer.parseInt(count) != names.size()) {
            throw new IssueLog(place).refuse("yolo.names.count", 0, 0, "nc", count, "nc says " + count
                + " classes, but there are " + names.size() + " names. Correct one of them.");
        }
        List<String> outside = new ArrayList<>();
        for (String field : List.of("path", "train", "val", "test")) {
            if (fields.get(field) instanceof String path && !path.isEmpty() && !Roots.isInside(path)) {
                outside.add(field + ": " + path);
            }
        }
        return new YoloNames(names, file, keypoints(fields.get("kpt_shape")), outside);
    }

    /** Numbers of each row that tell key points, of {@code kpt_shape}: how many, and whether two or three numbers each. */
    private static int keypoints(Object shape) {
        if (shape instanceof List<?> sides && sides.size() == 2 && sides.get(0) instanceof String count
            && sides.get(1) instanceof String numbers && count.matches("[0-9]{1,4}") && numbers.matches("[23]")) {
            return Integer.parseInt(count) * Integer.parseInt(numbers);
        }
        return 0;
    }

    private static List<String> names(Object names, String place) throws IOException {
        if (names instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        if (names instanceof Map<?, ?> map && map.values().stream().allMatch(String.class::isInstance)) {
            TreeMap<Integer, String> sorted = new TreeMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String index && index.matches("[0-9]{1,5}"))) {
                    throw new IssueLog(place).refuse("yolo.names.index", 0, 0, "names", entry.getKey() instanceof String text
                        ? text : "", "The classes must be numbered by whole numbers from 0 to 99999.");
                }
                sorted.put(Integer.parseInt(index), (String) entry.getValue());
            }
            List<String> filled = new ArrayList<>();
            sorted.forEach((index, name) -> {
                while (filled.size() < index) {
                    filled.add(unnamed(filled.size()));
                }
                filled.add(name);
            });
            return filled;
        }
        throw new IssueLog(place).refuse("yolo.names.type", 0, 0, "names", "",
            "The names are neither a list of texts nor a map of numbers to texts.");
    }
}
