package dev.errata.ui.history;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.changes.Changes;
import dev.errata.dataset.model.Change;
import dev.errata.review.HistoryStep;

/**
 * One step of somebody, in words.
 *
 * @param fileName of the image; empty for a batch
 * @param about the objects, the task or the batch
 * @param reason empty where nobody gave one
 */
record StepRow(HistoryStep step, Instant when, String who, String what, String fileName, String about, String reason) {

    /** All steps in a dataset, the latest first. */
    static List<StepRow> of(OpenDataset dataset) {
        List<HistoryStep> steps = HistoryStep.of(dataset);
        Set<String> takenBack = Changes.takenBack(steps.stream().map(HistoryStep::change).toList());
        StepWords words = new StepWords(dataset);
        return steps.reversed().stream()
            .map(step -> row(dataset, step, words, takenBack.contains(step.change().getGroup()))).toList();
    }

    private static StepRow row(OpenDataset dataset, HistoryStep step, StepWords words, boolean undone) {
        Change change = step.change();
        return new StepRow(step, Instant.ofEpochMilli(change.getAt()), text(change.getAuthor()), words.what(step, undone),
            step.image() < 0 ? "" : dataset.fileName(step.image()), words.about(step), text(change.getReason())); //$NON-NLS-1$
    }

    static String text(String value) {
        return Objects.requireNonNullElse(value, ""); //$NON-NLS-1$
    }
}
