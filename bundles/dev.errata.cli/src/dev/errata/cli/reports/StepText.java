package dev.errata.cli.reports;

import java.io.IOException;

import dev.errata.cli.console.Texts;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Operation;
import dev.errata.dataset.model.Target;
import dev.errata.review.HistoryStep;

/** Tells what somebody did: to labels, and in the review of them. */
public final class StepText {

    /** As much of a task's id as people are shown; commands take any beginning that only one task has. */
    private static final int SHORT_ID = 8;

    private final OpenDataset dataset;
    private final ChangeText changes;

    /** Names classes and images as the dataset does. */
    public StepText(OpenDataset dataset) {
        this.dataset = dataset;
        changes = new ChangeText(dataset);
    }

    /** The beginning of a task's id. */
    public static String shortId(String task) {
        return Texts.shown(task.length() > SHORT_ID ? task.substring(0, SHORT_ID) : task);
    }

    /** For example {@code annotation 7 with prediction 3 of m}. */
    public static String objects(Target target) {
        String prediction = target.getPrediction() < 0 ? ""
            : "prediction " + target.getPrediction() + " of " + Texts.shown(target.getRun());
        if (target.getAnnotation() == -1 && !prediction.isEmpty()) {
            return prediction;
        }
        return "annotation " + target.getAnnotation() + (prediction.isEmpty() ? "" : " with " + prediction);
    }

    /** For example {@code annotation 7 in a.jpg: label WBC -> RBC}. */
    public String sentence(HistoryStep step) throws IOException {
        String in = step.image() < 0 ? "" : " in " + Texts.shown(dataset.fileName(step.image()));
        String subject = subject(step) + in;
        return (subject.isEmpty() ? "" : subject + ": ") + what(step);
    }

    /** What was changed, for example {@code annotation 7}; a batch says so itself. */
    public String subject(HistoryStep step) {
        String task = step.task().isEmpty() ? "" : "task " + shortId(step.task());
        String objects = step.target().map(target -> (task.isEmpty() ? "" : ", ") + objects(target)).orElse("");
        return task + objects;
    }

    /** For example {@code label WBC -> RBC}, {@code verdict label-wrong}, {@code open -> submitted}. */
    public String what(HistoryStep step) throws IOException {
        String rivals = Texts.shown(String.join(", ", step.rivals()));
        return done(step) + (step.rivals().isEmpty() ? "" : " (at the same time as " + rivals + ")");
    }

    private String done(HistoryStep step) throws IOException {
        return switch (step.kind()) {
            case LABEL -> changes.what(step.change());
            case DRAFT -> "draft: " + changes.what(step.change());
            case VERDICT -> "verdict " + (step.oldText() == null ? "" : Texts.shown(step.oldText()) + " -> ")
                + shown(step.newText());
            case TASK -> shown(step.oldText()) + " -> " + shown(step.newText());
            case BATCH -> existence(step, "batch ");
            case COMMENT -> existence(step, "comment: ");
        };
    }

    private static String existence(HistoryStep step, String noun) {
        Operation operation = step.change().getOperation();
        String text = step.newText() == null ? step.oldText() : step.newText();
        String verb = operation == Operation.DELETE ? "deleted " : operation == Operation.RESTORE ? "restored " : "";
        return verb + noun + (text == null || text.isEmpty() ? shown("") : VisibleText.oneLine(text));
    }

    private static String shown(String text) {
        return text == null ? "-" : Texts.shown(text);
    }
}
