package dev.errata.ui.matrix.matching;

import java.util.ArrayList;
import java.util.List;

import dev.errata.engine.matching.ClassRules;

/** What is said of classes, with one more thing said or taken back. */
final class ToggledRules {

    private ToggledRules() {
    }

    /** The same rules, with a pair allowed that was not, or the other way round. */
    static ClassRules of(ClassRules rules, ClassRules.Pair pair) {
        List<ClassRules.Pair> pairs = new ArrayList<>(rules.allowed());
        if (!pairs.remove(pair)) {
            pairs.add(pair);
        }
        return ClassRules.of(pairs, rules.ignored());
    }

    /** The same rules, with a class ignored that was not, or the other way round. */
    static ClassRules of(ClassRules rules, int label) {
        List<Integer> ignored = new ArrayList<>(rules.ignored());
        if (!ignored.remove(Integer.valueOf(label))) {
            ignored.add(label);
        }
        return ClassRules.of(rules.allowed(), ignored);
    }
}
