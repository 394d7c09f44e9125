package dev.errata.formats.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonNode;

/**
 * Which classes are kinds of others, as Open Images' {@code bbox_labels_600_hierarchy.json} has it: objects of a
 * {@code LabelName} and its {@code Subcategory}. What a class has as a {@code Part} is none of its kinds.
 */
final class ClassHierarchy {

    private static final RawText UTF_8 = new RawText(StandardCharsets.UTF_8);

    private final Map<String, Set<String>> kinds = new HashMap<>();
    private final Map<String, Set<String>> parents = new HashMap<>();

    /**
     * The hierarchy in the files of a tree; an empty one where there is none.
     *
     * @throws dev.errata.formats.FormatException if a file of such a name is no JSON
     */
    static ClassHierarchy of(LabelTree tree) throws IOException {
        ClassHierarchy hierarchy = new ClassHierarchy();
        for (String file : tree.names("json")) {
            if (PathNames.base(file).contains("hierarchy")) {
                hierarchy.add(JsonNode.document(UTF_8.fromBytes(tree.read(file)), tree.place(file)));
            }
        }
        return hierarchy;
    }

    private void add(JsonNode parent) {
        for (JsonNode child : parent.get("Subcategory").items()) {
            String name = child.get("LabelName").string();
            kinds.computeIfAbsent(parent.get("LabelName").string(), key -> new LinkedHashSet<>()).add(name);
            parents.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(parent.get("LabelName").string());
            add(child);
        }
    }

    /** A class and all of its kinds, and their kinds. */
    Set<String> withKinds(String name) {
        return closure(name, kinds);
    }

    /** A class and all that it is a kind of. */
    Set<String> withParents(String name) {
        return closure(name, parents);
    }

    private static Set<String> closure(String name, Map<String, Set<String>> next) {
        Set<String> all = new LinkedHashSet<>(Set.of(name));
        List<String> open = new ArrayList<>(all);
        while (!open.isEmpty()) {
            for (String other : next.getOrDefault(open.removeLast(), Set.of())) {
                if (all.add(other)) {
                    open.add(other);
                }
            }
        }
        return all;
    }
}
