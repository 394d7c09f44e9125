package dev.errata.formats.yolo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.io.Pictures;
import dev.errata.formats.io.SafeYaml;

/**
 * The class names of YOLO labels: {@code names} of a YAML file, or one name a line in {@code classes.txt},
 * {@code obj.names} and the like.
 */
record YoloNames(List<String> names, String file) {

    private static final Set<String> LISTS = Set.of("classes.txt", "obj.names", "_darknet.labels", "labels.txt", "coco.names",
        "predefined_classes.txt");

    /** Whether a file holds class names, not labels. */
    static boolean isList(String file) {
        return LISTS.contains(Pictures.base(file)) || file.endsWith(".names");
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
                list = new YoloNames(lines(tree, file), file);
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

    private static List<String> lines(LabelTree tree, String file) throws IOException {
        String text = new String(tree.read(file), StandardCharsets.UTF_8);
        return text.lines().map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line).filter(line -> !line.isBlank())
            .map(String::strip).toList();
    }

    private static YoloNames ofYaml(LabelTree tree, String file) throws IOException {
        Object document = SafeYaml.load(new String(tree.read(file), StandardCharsets.UTF_8), tree.place(file));
        if (!(document instanceof Map<?, ?> fields) || !fields.containsKey("names")) {
            return null;
        }
        List<String> names = names(fields.get("names"), tree.place(file));
        Object count = fields.get("nc");
        if (count instanceof Integer expected && expected != names.size()) {
            throw new IssueLog(tree.place(file)).refuse("yolo.names.count", 0, 0, "nc", count.toString(), "nc says " + count
                + " classes, but there are " + names.size() + " names. Correct one of them.");
        }
        return new YoloNames(names, file);
    }

    private static List<String> names(Object names, String place) throws IOException {
        if (names instanceof List<?> list && list.stream().noneMatch(Collection.class::isInstance)) {
            return list.stream().map(String::valueOf).toList();
        }
        if (names instanceof Map<?, ?> map) {
            TreeMap<Integer, String> sorted = new TreeMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (!(entry.getKey() instanceof Integer index) || index < 0 || index > 1_000_000) {
                    throw new IssueLog(place).refuse("yolo.names.index", 0, 0, "names", String.valueOf(entry.getKey()),
                        "A class is numbered \"" + entry.getKey() + "\"; whole numbers from 0 were expected.");
                }
                sorted.put(index, String.valueOf(entry.getValue()));
            }
            List<String> filled = new ArrayList<>();
            sorted.forEach((index, name) -> {
                while (filled.size() < index) {
                    filled.add("class " + filled.size());
                }
                filled.add(name);
            });
            return filled;
        }
        throw new IssueLog(place).refuse("yolo.names.type", 0, 0, "names", "",
            "The names are neither a list of texts nor a map.");
    }
}
