package dev.errata.cli.reports;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.errata.cli.console.Json;
import dev.errata.cli.console.TextTable;
import dev.errata.cli.console.Texts;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Change;
import dev.errata.dataset.model.Comment;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.DraftConflict;
import dev.errata.review.HistoryStep;
import dev.errata.review.Review;

/** Tells how tasks stand: as a table, one by one, or as JSON. */
public final class TaskReport {

    private final OpenDataset dataset;
    private final ChangeText changes;
    /** The last step of each task that took one. */
    private final Map<String, Change> steps = new HashMap<>();

    /** Looks at the tasks of a dataset as they are now. */
    public TaskReport(OpenDataset dataset) {
        this.dataset = dataset;
        changes = new ChangeText(dataset);
        HistoryStep.of(dataset).stream().filter(step -> step.kind() == HistoryStep.Kind.TASK)
            .forEach(step -> steps.put(step.task(), step.change()));
    }

    private String image(Task task) {
        return dataset.fileName(task.getImageIndex());
    }

    /** Who took the last step; whoever sent it where it took none. */
    private String by(Task task) {
        Change step = steps.get(task.getId());
        return Objects.requireNonNullElse(step == null ? task.getBatch().getCreatedBy() : step.getAuthor(), "");
    }

    private Instant since(Task task) {
        Change step = steps.get(task.getId());
        return Instant.ofEpochMilli(step == null ? task.getBatch().getCreatedAt() : step.getAt());
    }

    /** What stands in the way of accepting; nothing once it was accepted. */
    private List<DraftConflict> conflicts(Task task) {
        return task.getState() == TaskState.ACCEPTED || task.getDrafts().isEmpty() ? List.of()
            : Review.of(dataset).conflicts(task);
    }

    /** A line for each task. */
    public void table(List<Task> tasks, PrintWriter out) {
        TextTable table = new TextTable("lllrrrlll");
        table.row("task", "state", "image", "objects", "drafts", "conflicts", "by", "batch", "last comment");
        for (Task task : tasks) {
            List<Comment> comments = task.getComments();
            table.row(StepText.shortId(task.getId()), task.getState().getLiteral(), VisibleText.oneLine(image(task)),
                Integer.toString(task.getTargets().size()), Integer.toString(task.getDrafts().size()),
                Integer.toString(conflicts(task).size()), Texts.shown(by(task)), Texts.shown(task.getBatch().getName()),
                comments.isEmpty() ? "" : said(comments.getLast()));
        }
        table.print(out);
    }

    private static String said(Comment comment) {
        return Texts.shown(comment.getAuthor()) + ": " + VisibleText.oneLine(comment.getText());
    }

    /** All about one task. */
    public void whole(Task task, PrintWriter out) throws IOException {
        out.println("task " + VisibleText.oneLine(task.getId()) + " in " + VisibleText.oneLine(image(task)) + ": "
            + task.getState().getLiteral() + " by " + Texts.shown(by(task)) + ", " + since(task) + ", batch "
            + VisibleText.oneLine(task.getBatch().getName()));
        if (task.getDisputed() != null) {
            out.println("  to review again: " + VisibleText.oneLine(task.getDisputed()));
        }
        for (Target target : task.getTargets()) {
            out.println("  look at " + StepText.objects(target));
        }
        for (Change draft : task.getDrafts()) {
            out.println("  draft: annotation " + draft.getAnnotation() + ": " + changes.what(draft));
        }
        for (DraftConflict conflict : conflicts(task)) {
            out.println("  conflict: " + VisibleText.oneLine(conflict.told()) + " since");
        }
        for (Comment comment : task.getComments()) {
            out.println("  " + Instant.ofEpochMilli(comment.getAt()) + " " + said(comment));
        }
    }

    /** The same as an array of objects. */
    public void json(List<Task> tasks, PrintWriter out) throws IOException {
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartArray();
            for (Task task : tasks) {
                json(task, json);
            }
            json.writeEndArray();
        }
        out.println();
    }

    private void json(Task task, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", task.getId());
        json.writeStringField("state", task.getState().getLiteral());
        json.writeStringField("image", image(task));
        json.writeStringField("by", by(task));
        json.writeStringField("since", since(task).toString());
        json.writeStringField("batch", task.getBatch().getId());
        json.writeStringField("batchName", task.getBatch().getName());
        json.writeStringField("submittedBy", task.getSubmittedBy());
        json.writeStringField("disputed", task.getDisputed());
        json.writeArrayFieldStart("objects");
        for (Target target : task.getTargets()) {
            json.writeStartObject();
            TargetFields.write(json, target);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("drafts");
        for (Change draft : task.getDrafts()) {
            draft(draft, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("conflicts");
        for (DraftConflict conflict : conflicts(task)) {
            json.writeStartObject();
            json.writeNumberField("annotation", conflict.annotation());
            json.writeStringField("field", conflict.field());
            json.writeStringField("who", conflict.author());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("comments");
        for (Comment comment : task.getComments()) {
            json.writeStartObject();
            json.writeStringField("who", comment.getAuthor());
            json.writeStringField("when", Instant.ofEpochMilli(comment.getAt()).toString());
            json.writeStringField("text", comment.getText());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void draft(Change draft, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("operation", draft.getOperation().getLiteral());
        json.writeNumberField("annotation", draft.getAnnotation());
        json.writeStringField("field", Objects.requireNonNullElse(draft.getField(), ""));
        json.writeFieldName("old");
        Json.value(json, changes.value(draft.getField(), draft.getOldValue()));
        json.writeFieldName("new");
        Json.value(json, changes.value(draft.getField(), draft.getNewValue()));
        json.writeStringField("who", draft.getAuthor());
        json.writeEndObject();
    }
}
