package dev.errata.ui.matrix;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.Matching;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.matrix.model.ClassPair;

/** How the person wants the shown dataset to be matched; without a dataset nothing is wanted. On the UI thread. */
final class MatchingChoices {

    private final MatchingUpdates updates;
    private final PersonalRules rules;
    private OpenDataset dataset;

    /** @param refused called on the UI thread after the person was told that a wish cannot be met */
    MatchingChoices(MatrixSettings settings, Runnable refused) {
        updates = new MatchingUpdates(refused);
        rules = new PersonalRules(settings);
    }

    /** Another dataset is shown, or none for null: the person's own rules count in it. */
    void follow(OpenDataset next) {
        dataset = next;
        if (next != null && !rules.of(next).equals(next.evaluations().matching().rules())) {
            updates.want(next, updates.latest(next).with(rules.of(next)));
        }
    }

    /** How the dataset will be matched; null without one. */
    Matching latest() {
        return dataset == null ? null : updates.latest(dataset);
    }

    boolean isBusy() {
        return updates.isBusy();
    }

    /** The person moved a slider. */
    void want(Thresholds wanted) {
        if (dataset != null) {
            updates.want(dataset, latest().with(wanted));
        }
    }

    /** The person chose to match as another tool does. */
    void matchAs(Profile profile) {
        if (dataset != null && profile != latest().profile()) {
            updates.want(dataset, latest().as(profile));
        }
    }

    /** The person chose whether overlap is that of masks, or of boxes. */
    void matchByMasks(boolean wanted) {
        if (dataset != null) {
            updates.want(dataset, latest().byMasks(wanted));
        }
    }

    /** The person allows a pair of classes, or no longer. */
    void toggleAllowed(ClassPair pair) {
        want(PersonalRules.toggled(latest().rules(), new ClassRules.Pair(pair.groundTruth(), pair.predicted())));
    }

    /** The person ignores a class, or no longer. */
    void toggleIgnored(int label) {
        want(PersonalRules.toggled(latest().rules(), label));
    }

    /** The person takes back what they said of classes. */
    void forgetRules() {
        want(Matching.rules(dataset.source()));
    }

    /** Whether rules hold more than what the dataset's format says. */
    boolean arePersonal(ClassRules known) {
        return !known.equals(Matching.rules(dataset.source()));
    }

    private void want(ClassRules wanted) {
        rules.keep(dataset, wanted);
        updates.want(dataset, latest().with(wanted));
    }

    void close() {
        updates.close();
    }
}
