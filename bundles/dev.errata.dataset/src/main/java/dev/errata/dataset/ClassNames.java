package dev.errata.dataset;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.dataset.model.LabelClass;

/** The label classes of a dataset by index and by name; the index behind the last is the background. */
public final class ClassNames {

    private static final String BACKGROUND = "background";

    private final List<LabelClass> classes;
    private final Map<String, Integer> byName = new HashMap<>();
    private final String background;

    /** @param classes in label order; of several with one name the first is found */
    ClassNames(List<LabelClass> classes) {
        this.classes = classes;
        for (int label = classes.size() - 1; label >= 0; label--) {
            byName.put(classes.get(label).getName(), label);
        }
        background = background(byName.keySet());
    }

    /** What objects without a partner are called; in parentheses where a class has that name. */
    public static String background(Collection<String> classNames) {
        String name = BACKGROUND;
        while (classNames.contains(name)) {
            name = "(" + name + ")";
        }
        return name;
    }

    LabelClass at(int label) {
        return classes.get(label);
    }

    /** The class's name; for the index behind the last "background", in parentheses where a class is called that. */
    String name(int label) {
        return label == classes.size() ? background : at(label).getName();
    }

    /** The index of a class, or -1; the background is not a class. */
    int labelOf(String className) {
        return byName.getOrDefault(className, -1);
    }
}
