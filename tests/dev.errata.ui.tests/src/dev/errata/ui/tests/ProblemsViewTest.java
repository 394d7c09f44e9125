package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.operations.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;

/** The problems of a dataset's files, listed and looked up by a double click. */
class ProblemsViewTest {

    private static final String LABELS = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
         "categories": [{"id": 1, "name": "cat"}],
         "annotations": [
          {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4]},
          {"id": 2, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3]},
          {"id": 3, "image_id": 7, "category_id": 1, "bbox": [5, 6, 7, 8]}]}
        """;

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private OpenDataset dataset;

    @AfterEach
    void close() {
        robot.act(() -> {
            Walk.page().closeAllEditors(false);
            if (dataset != null) {
                OpenDatasets.get().close(dataset);
            }
        });
    }

    @Test
    void aDoubleClickShowsThePlaceInTheFile() throws Exception {
        Path labels = folder.resolve("labels.json");
        Files.writeString(labels, LABELS);
        Path target = folder.resolve("problems");
        new ImportDataset(target, labels).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        IViewPart view = robot.ask(() -> {
            try {
                return Walk.page().showView(Ids.PROBLEMS_VIEW);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
        robot.await("the view counts two problems", () -> view.getTitle().contains("2"));
        Table table = robot.ask(() -> Widgets.only(Walk.window(), Table.class,
            found -> found.getItemCount() == 2 && found.getColumn(0).getText().equals("Kind")));

        Rectangle row = robot.ask(() -> table.getItem(1).getBounds(1));
        robot.doubleClick(table, row.x + 5, row.y + row.height / 2);
        robot.await("the file is open", () -> Walk.page().getActiveEditor() != null);
        IWorkbenchPart editor = robot.ask(() -> Walk.page().getActiveEditor());
        assertEquals("labels.json (as imported)", robot.ask(editor::getTitle));
        assertFalse(robot.ask(() -> Walk.page().getActiveEditor().isSaveAsAllowed() && Walk.page().getActiveEditor().isDirty()));
        robot.await("the record is selected", () -> selection(editor).startsWith("{\"id\": 3,"));
    }

    private static String selection(IWorkbenchPart editor) {
        return editor.getSite().getSelectionProvider().getSelection() instanceof ITextSelection selected
            ? selected.getText() : "";
    }
}
