package dev.errata.dataset.operations;

import java.util.List;
import java.util.stream.Collectors;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.state.Conflict;
import dev.errata.dataset.state.Fields;
import dev.errata.dataset.state.PlacedChange;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;

/** The conflicts of a team as problems of the dataset: what people made of a label without knowing of each other. */
public final class ConflictIssues {

    private static final String CODE = "conflict";

    private ConflictIssues() {
    }

    /** @return one for each field of a label that nobody decided since; its record is the label's id */
    public static List<Issue> of(OpenDataset dataset) {
        return dataset.changes().conflicts().stream().map(conflict -> issue(dataset, conflict)).toList();
    }

    /** Whether {@link #of} found an issue. */
    public static boolean isAbout(Issue issue) {
        return issue.code().equals(CODE);
    }

    private static Issue issue(OpenDataset dataset, Conflict conflict) {
        String made = conflict.changes().stream().map(change -> made(dataset, change)).collect(Collectors.joining(", "));
        return new Issue(CODE, Severity.WARNING, dataset.folder().resolve(FileJournal.FOLDER).toString(), 0, 0,
            Long.toString(conflict.annotation()), "", "Several people changed the " + field(conflict.field())
                + " of this label in " + dataset.fileName(conflict.image()) + " at the same time: " + made
                + ". The first of these counts. Decide by changing it again.");
    }

    private static String field(String field) {
        return field.equals(JournalChange.EXISTENCE) ? "existence" : field.equals(Fields.LABEL) ? "class" : field;
    }

    private static String made(OpenDataset dataset, PlacedChange placed) {
        JournalChange change = placed.change();
        String outcome = change.operation().equals(JournalChange.DELETE) ? " (deleted)"
            : change.field().equals(Fields.LABEL) && change.newValue() instanceof Long label
                ? " (" + dataset.className(label.intValue()) + ")" : "";
        return placed.entry().author() + outcome;
    }
}
