package dev.errata.ui.edit;

import java.util.ArrayList;
import java.util.List;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.LabelClass;

/** The label classes that were given last in a dataset, latest first. On the UI thread. */
public final class RecentClasses {

    private static final int KEPT = 5;

    private final List<LabelClass> classes = new ArrayList<>();

    private RecentClasses() {
    }

    public static RecentClasses of(OpenDataset dataset) {
        return dataset.attachment(RecentClasses.class, opened -> new RecentClasses());
    }

    /** A class was given to something. */
    public void used(LabelClass labelClass) {
        classes.remove(labelClass);
        classes.add(0, labelClass);
        if (classes.size() > KEPT) {
            classes.remove(KEPT);
        }
    }

    public List<LabelClass> latestFirst() {
        return List.copyOf(classes);
    }
}
