package dev.errata.ui.matrix.matching;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.Matching;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.matching.KeptMatching;
import dev.errata.ui.matrix.model.ClassPair;

/** How the person wants the shown dataset to be matched; without a dataset nothing is wanted. On the UI thread. */
public final class MatchingChoices {

    private final MatchingUpdates updates;
    private OpenDataset dataset;

    /** @param refused called on the UI thread after the person was told that a wish cannot be met */
    public MatchingChoices(Runnable refused) {
        updates = new MatchingUpdates(refused);
    }

    /** Another dataset is shown, or none for null. */
    public void follow(OpenDataset next) {
        dataset = next;
    }

    /** How the dataset will be matched; null without one. */
    Matching latest() {
        return dataset == null ? null : updates.latest(dataset);
    }

    public boolean isBusy() {
        return updates.isBusy();
    }

    /** The person moved a slider. */
    public void want(Thresholds wanted) {
        if (dataset != null) {
            updates.want(dataset, latest().with(wanted));
        }
    }

    /** The person chose to match as another tool does. */
    public void matchAs(Profile profile) {
        if (dataset != null && profile != latest().profile()) {
            updates.want(dataset, latest().as(profile));
        }
    }

    /** The person chose whether overlap is that of masks, or of boxes. */
    public void matchByMasks(boolean wanted) {
        if (dataset != null) {
            updates.want(dataset, latest().byMasks(wanted));
        }
    }

    /** The person allows a pair of classes, or no longer. */
    public void toggleAllowed(ClassPair pair) {
        want(ToggledRules.of(latest().rules(), new ClassRules.Pair(pair.groundTruth(), pair.predicted())));
    }

    /** The person ignores a class, or no longer. */
    public void toggleIgnored(int label) {
        want(ToggledRules.of(latest().rules(), label));
    }

    /** The person takes back what they said of classes. */
    public void forgetRules() {
        want(KeptMatching.usual(dataset).rules());
    }

    /** The person takes back all that they chose: it is matched as the dataset's document says. */
    public void forget() {
        if (dataset != null) {
            updates.want(dataset, KeptMatching.usual(dataset));
        }
    }

    /** Whether the dataset is matched in another way than its document says. */
    public boolean arePersonal() {
        return dataset != null && !KeptMatching.usual(dataset).equals(latest());
    }

    /** Whether rules hold more than what the dataset's format says. */
    public boolean arePersonal(ClassRules known) {
        return !known.equals(KeptMatching.usual(dataset).rules());
    }

    private void want(ClassRules wanted) {
        updates.want(dataset, latest().with(wanted));
    }

    public void close() {
        updates.close();
    }
}
