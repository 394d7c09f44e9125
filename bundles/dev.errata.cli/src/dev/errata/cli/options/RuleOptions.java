package dev.errata.cli.options;

import java.util.ArrayList;
import java.util.List;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.Texts;
import dev.errata.cli.sources.Source;
import dev.errata.engine.matching.ClassRules;
import picocli.CommandLine.Option;

/** Which classes count as right for each other, and which count nowhere. */
public final class RuleOptions {

    @Option(names = "--allow", paramLabel = "GROUNDTRUTH,PREDICTED", description = "A pair of different classes that counts as "
        + "right, in this direction; may be given several times. With --profile nucleus only such pairs and equal classes match.")
    private List<String> allowed = List.of();

    @Option(names = "--ignore", paramLabel = "CLASS", description = "Labels of this class are regions in which predictions of "
        + "any class don't count, and its predictions are left out; may be given several times. KITTI's DontCare always is one.")
    private List<String> ignored = List.of();

    /** Whether the command allows any pair. */
    boolean allows() {
        return !allowed.isEmpty();
    }

    /** What the command says, beyond what holds for the labels anyhow. */
    public ClassRules of(Source source) throws CommandFailure {
        List<String> classNames = source.classNames();
        List<ClassRules.Pair> pairs = new ArrayList<>(source.rules().allowed());
        for (String text : allowed) {
            Cell pair = Cell.parse("--allow", text, classNames);
            if (pair.groundTruth() == classNames.size() || pair.predicted() == classNames.size()) {
                throw new CommandFailure("--allow " + text + ": the background is no class");
            }
            pairs.add(new ClassRules.Pair(pair.groundTruth(), pair.predicted()));
        }
        List<Integer> regions = new ArrayList<>(source.rules().ignored());
        for (String name : ignored) {
            int label = classNames.indexOf(name);
            if (label < 0) {
                throw new CommandFailure("--ignore " + Texts.shown(name) + ": " + Cell.unknown(name, classNames));
            }
            regions.add(label);
        }
        return ClassRules.of(pairs, regions);
    }
}
