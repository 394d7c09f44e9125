package dev.errata.ui.properties;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.LabelClass;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.edit.RecentClasses;

/** The properties view sets a class on each selected annotation in turn: this makes one command of them. On the UI thread. */
final class JoinedRelabel {

    private static final Map<LabelTarget, Map<Annotation, LabelClass>> PENDING = new LinkedHashMap<>();

    private JoinedRelabel() {
    }

    static void add(LabelTarget target, Annotation annotation, LabelClass to) {
        if (PENDING.isEmpty()) {
            Display.getCurrent().asyncExec(JoinedRelabel::execute);
        }
        PENDING.computeIfAbsent(target, key -> new LinkedHashMap<>()).put(annotation, to);
    }

    private static void execute() {
        Map<LabelTarget, Map<Annotation, LabelClass>> all = new LinkedHashMap<>(PENDING);
        PENDING.clear();
        all.forEach((target, classes) -> {
            classes.values().stream().distinct().forEach(RecentClasses.of(target.dataset())::used);
            DatasetCommands.run(target.dataset(), LabelCommands.relabelEach(target, classes, "")); //$NON-NLS-1$
        });
    }
}
