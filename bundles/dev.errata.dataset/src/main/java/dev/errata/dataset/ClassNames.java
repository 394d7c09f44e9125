package dev.errata.dataset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.dataset.model.LabelClass;

/** The label classes of a dataset by index and by name; the index behind the last is the background. */
final class ClassNames {

    private static final String BACKGROUND = "background";

    private final List<LabelClass> classes;
    private final Map<String, Integer> byName = new HashMap<>();

    /** @param classes in label order; of several with one name the first is found */
    ClassNames(List<LabelClass> classes) {
        this.classes = classes;
        for (int label = classes.size() - 1; label >= 0; label--) {
            byName.put(classes.get(label).getName(), label);
        }
    }

    LabelClass at(int label) {
        return classes.get(label);
    }

    /** The class's name, or "background" for the index behind the last. */
    String name(int label) {
        return label == classes.size() ? BACKGROUND : at(label).getName();
    }

    /** The index of a class, or -1; the background is not a class. */
    int labelOf(String className) {
        return byName.getOrDefault(className, -1);
    }
}
