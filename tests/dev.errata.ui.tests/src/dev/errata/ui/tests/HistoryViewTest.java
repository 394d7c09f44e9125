package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

/** The changes of labels, listed as they are made and taken back, and looked up by a double click. */
class HistoryViewTest extends OnSampleLabels {

    private static final int WHAT = 2;
    private static final int IMAGE = 3;
    private static final int LABEL = 4;
    private static final int REASON = 5;

    HistoryViewTest() {
        super("changed");
    }

    @BeforeEach
    void showView() {
        Walk.showView(robot, Ids.HISTORY_VIEW);
    }

    @Test
    void changesAreListedAndLookedUp() throws Exception {
        robot.await("nothing was changed yet", () -> Widgets.all(Walk.window(), Label.class).stream()
            .anyMatch(label -> label.getText().contains("No label of changed")));
        Annotation annotation = dataset.image(3).getAnnotations().get(0);
        String before = annotation.getLabel().getName();
        int to = before.equals(dataset.className(0)) ? 1 : 0;
        DatasetCommands.run(dataset, LabelCommands.relabel(dataset, List.of(annotation), dataset.labelClass(to), "looked again"))
            .get(30, TimeUnit.SECONDS);
        robot.await("the change is listed", () -> table() != null && table().getItemCount() == 1);
        String what = "Class: " + before + " \u2192 " + dataset.className(to);
        assertEquals(what, text(0, WHAT));
        assertEquals(dataset.fileName(3), text(0, IMAGE));
        assertEquals(Long.toString(annotation.getId()), text(0, LABEL));
        assertEquals("looked again", text(0, REASON));

        robot.act(() -> table().setFocus());
        robot.key("ctrl+z");
        robot.await("the undo is a change, too", () -> table().getItemCount() == 2);
        assertTrue(text(0, WHAT).startsWith("Undo: Class: " + dataset.className(to)), text(0, WHAT));
        assertEquals(what + " (taken back)", text(1, WHAT));

        Rectangle row = robot.ask(() -> table().getItem(1).getBounds(WHAT));
        robot.doubleClick(robot.ask(HistoryViewTest::table), row.x + 10, row.y + row.height / 2);
        robot.await("the label is shown", () -> Widgets.all(Walk.window(), AnnotationCanvas.class).stream()
            .anyMatch(canvas -> canvas.selection().stream().anyMatch(shape -> shape.element() == annotation)));
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
