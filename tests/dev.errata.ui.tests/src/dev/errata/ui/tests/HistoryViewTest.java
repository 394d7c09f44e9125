package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.emf.common.command.Command;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.editor.AnnotationEditorInput;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

/** What people do, listed as it is done and taken back, and looked up by a double click. */
class HistoryViewTest extends OnSampleLabels {

    private static final int WHAT = 2;
    private static final int IMAGE = 3;
    private static final int ABOUT = 4;
    private static final int REASON = 5;

    HistoryViewTest() {
        super("changed");
    }

    @BeforeEach
    void showView() {
        Walk.showView(robot, Ids.HISTORY_VIEW);
        // the view is still there from the test before
        robot.act(() -> show("All changes"));
    }

    @Test
    void changesAreListedAndLookedUp() throws Exception {
        robot.await("nothing was changed yet", () -> Widgets.all(Walk.window(), Label.class).stream()
            .anyMatch(label -> label.getText().contains("Nothing was changed or decided in changed")));
        Annotation annotation = dataset.image(3).getAnnotations().get(0);
        String before = annotation.getLabel().getName();
        int to = before.equals(dataset.className(0)) ? 1 : 0;
        DatasetCommands.run(dataset, LabelCommands.relabel(dataset, List.of(annotation), dataset.labelClass(to), "looked again"))
            .get(30, TimeUnit.SECONDS);
        robot.await("the change is listed", () -> table() != null && table().getItemCount() == 1);
        String what = "Class: " + before + " \u2192 " + dataset.className(to);
        assertEquals(what, text(0, WHAT));
        assertEquals(dataset.fileName(3), text(0, IMAGE));
        assertEquals("label " + annotation.getId(), text(0, ABOUT));
        assertEquals("looked again", text(0, REASON));

        robot.act(() -> table().setFocus());
        robot.key("ctrl+z");
        robot.await("the undo is a change, too", () -> table().getItemCount() == 2);
        assertTrue(text(0, WHAT).startsWith("Undo: Class: " + dataset.className(to)), text(0, WHAT));
        assertEquals(what + " (taken back)", text(1, WHAT));

        open(1);
        robot.await("the label is shown", () -> isShown(annotation));
    }

    @Test
    void stepsOfAReviewAreListedAndOpened() throws Exception {
        Review review = Review.of(dataset);
        Annotation annotation = dataset.image(2).getAnnotations().get(0);
        Suspect suspect = new Suspect(2, annotation.getId(), "", -1);
        run(review.decide(List.of(suspect), VerdictKind.LABEL_WRONG, "too small"));
        run(review.send("cells", List.of(suspect)));
        Task task = review.batches().get(0).getTasks().get(0);
        run(review.submit(List.of(task), "done"));
        robot.await("all steps are listed", () -> table() != null && table().getItemCount() == 4);
        assertEquals(List.of("Comment: done", "Task: open \u2192 submitted", "Sent to annotation", "Verdict: label is wrong"),
            IntStream.range(0, 4).mapToObj(row -> text(row, WHAT)).toList());
        assertEquals(List.of("cells", "cells", "cells", "label " + annotation.getId()),
            IntStream.range(0, 4).mapToObj(row -> text(row, ABOUT)).toList());
        assertEquals(dataset.fileName(2), text(1, IMAGE));
        assertEquals("", text(2, IMAGE));
        assertEquals("too small", text(3, REASON));

        robot.act(() -> show("Verdicts"));
        robot.await("only the verdict is listed", () -> table().getItemCount() == 1);
        assertTrue(robot.ask(() -> Widgets.all(Walk.window(), Label.class).stream()
            .anyMatch(label -> label.getText().equals("changed: 1 of 4 changes"))));
        open(0);
        robot.await("the label is shown", () -> isShown(annotation));

        robot.act(() -> show("Batches and tasks"));
        robot.await("the steps of the task are listed", () -> table().getItemCount() == 3);
        open(1);
        robot.await("the task is open", () -> Walk.page().getActiveEditor()
            .getEditorInput() instanceof AnnotationEditorInput input && input.batch().equals(task.getBatch().getId()));
    }

    private void run(Command command) throws Exception {
        DatasetCommands.run(dataset, command).get(30, TimeUnit.SECONDS);
    }

    private void open(int index) {
        Rectangle row = robot.ask(() -> table().getItem(index).getBounds(WHAT));
        robot.doubleClick(robot.ask(HistoryViewTest::table), row.x + 10, row.y + row.height / 2);
    }

    private static boolean isShown(Annotation annotation) {
        return Widgets.all(Walk.window(), AnnotationCanvas.class).stream()
            .anyMatch(canvas -> canvas.selection().stream().anyMatch(shape -> shape.element() == annotation));
    }

    /** Chooses what the view shows. */
    private static void show(String choice) {
        Combo combo = Widgets.all(Walk.window(), Combo.class).stream()
            .filter(box -> List.of(box.getItems()).contains(choice)).findFirst().orElseThrow();
        combo.select(combo.indexOf(choice));
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private String text(int row, int column) {
        return robot.ask(() -> table().getItem(row).getText(column));
    }

    /** The table of the view, or null while it is hidden. */
    private static Table table() {
        return Widgets.all(Walk.window(), Table.class).stream()
            .filter(table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals("When")).findFirst().orElse(null);
    }
}
