package dev.errata.review;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.ItemState;
import dev.errata.dataset.state.PlacedChange;

/** The verdicts about the labels and predictions of one image that still say something: a fix says more than one before it. */
public final class ImageVerdicts {

    private ImageVerdicts() {
    }

    /** Oldest first, so that of several about one label the last counts; without those about labels that were changed since. */
    public static List<Verdict> of(OpenDataset dataset, int image) {
        List<Verdict> verdicts = Review.of(dataset).verdicts(image);
        return verdicts.isEmpty() ? verdicts : dataset.changes().read(journal -> {
            Map<Long, ItemState> labels = journal.items(ChangeRules.LABELS, image);
            return verdicts.stream().filter(verdict -> stands(verdict, labels.get(verdict.getTarget().getAnnotation())))
                .sorted(Comparator.comparingLong(Verdict::getAt)).toList();
        });
    }

    /** @param label null where nobody changed it */
    private static boolean stands(Verdict verdict, ItemState label) {
        return label == null || label.fields().values().stream().flatMap(field -> field.standing().stream())
            .map(PlacedChange::entry).mapToLong(JournalEntry::at).allMatch(changed -> changed <= verdict.getAt());
    }
}
