package dev.errata.ui.matrix;

import java.util.ArrayList;
import java.util.List;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.Matching;
import dev.errata.engine.matching.ClassRules;

/** What a person says of a dataset's classes beyond what its format says, remembered by their names. */
final class PersonalRules {

    private final MatrixSettings settings;

    PersonalRules(MatrixSettings settings) {
        this.settings = settings;
    }

    /** What the person said last; classes that are gone are left out. */
    ClassRules of(OpenDataset dataset) {
        String folder = dataset.folder().toString();
        ClassRules own = Matching.rules(dataset.source());
        List<ClassRules.Pair> pairs = new ArrayList<>(own.allowed());
        List<String> names = settings.allowed(folder);
        for (int i = 0; i + 1 < names.size(); i += 2) {
            ClassRules.Pair pair = new ClassRules.Pair(dataset.labelOf(names.get(i)), dataset.labelOf(names.get(i + 1)));
            if (pair.groundTruth() >= 0 && pair.predicted() >= 0) {
                pairs.add(pair);
            }
        }
        List<Integer> ignored = new ArrayList<>(own.ignored());
        settings.ignored(folder).stream().map(dataset::labelOf).filter(label -> label >= 0).forEach(ignored::add);
        return ClassRules.of(pairs, ignored);
    }

    /** Remembers what the person says now. */
    void keep(OpenDataset dataset, ClassRules rules) {
        List<String> names = new ArrayList<>();
        for (ClassRules.Pair pair : rules.allowed()) {
            names.add(dataset.className(pair.groundTruth()));
            names.add(dataset.className(pair.predicted()));
        }
        settings.setRules(dataset.folder().toString(), names, rules.ignored().stream()
            .filter(label -> !Matching.rules(dataset.source()).ignores(label)).map(dataset::className).toList());
    }

    /** The same rules, with a pair allowed that was not, or the other way round. */
    static ClassRules toggled(ClassRules rules, ClassRules.Pair pair) {
        List<ClassRules.Pair> pairs = new ArrayList<>(rules.allowed());
        if (!pairs.remove(pair)) {
            pairs.add(pair);
        }
        return ClassRules.of(pairs, rules.ignored());
    }

    /** The same rules, with a class ignored that was not, or the other way round. */
    static ClassRules toggled(ClassRules rules, int label) {
        List<Integer> ignored = new ArrayList<>(rules.ignored());
        if (!ignored.remove(Integer.valueOf(label))) {
            ignored.add(label);
        }
        return ClassRules.of(rules.allowed(), ignored);
    }
}
