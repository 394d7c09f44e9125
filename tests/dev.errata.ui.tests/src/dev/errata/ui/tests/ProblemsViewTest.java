package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.emf.common.command.Command;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.engine.Progress;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

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
        IViewPart view = Walk.showView(robot, Ids.PROBLEMS_VIEW);
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

        // moving on the row, as a tip needs
        robot.pointAt(table, row.x + 20, row.y + row.height / 2);
        robot.pointAt(table, row.x + 24, row.y + row.height / 2);
        robot.await("the row has a tip", ProblemsViewTest::isTipShown);
        robot.act(() -> OpenDatasets.get().close(dataset));
        robot.await("the tip goes with the row", () -> !isTipShown());
    }

    private static boolean isTipShown() {
        return Arrays.stream(Walk.window().getShells()).anyMatch(Shell::isVisible);
    }

    @Test
    void aDecisionAboutAPictureThatWasReplacedIsAProblem() throws Exception {
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        picture(pictures, 0);
        Path target = folder.resolve("replaced");
        new ImportDataset(target, Files.writeString(folder.resolve("one.json"), """
            {"images": [{"id": 4, "file_name": "a.png", "width": 100, "height": 100}],
             "categories": [{"id": 1, "name": "cat"}],
             "annotations": [{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 30, 40]}]}
            """)).images(pictures).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        IViewPart view = Walk.showView(robot, Ids.PROBLEMS_VIEW);
        decide("seen");
        robot.settle();
        assertEquals("Problems", robot.ask(view::getTitle));
        // the time of a file is not looked at, only its size and content
        picture(pictures, 0xff);
        DatasetCommands.run(dataset, LabelCommands.setAttribute(dataset, dataset.image(0).getAnnotations().get(0), "blurred",
            "no")).get(30, TimeUnit.SECONDS);
        robot.await("the view counts the stale verdict", () -> view.getTitle().contains("1"));
        Table table = robot.ask(() -> Widgets.only(Walk.window(), Table.class,
            found -> found.getItemCount() == 1 && found.getColumn(0).getText().equals("Kind")));
        Rectangle row = robot.ask(() -> table.getItem(0).getBounds(1));
        robot.doubleClick(table, row.x + 5, row.y + row.height / 2);
        robot.await("the picture is open", () -> !Widgets.all(Walk.window(), AnnotationCanvas.class).isEmpty());
        decide("seen again");
        robot.await("the verdict is about the picture that is there", () -> view.getTitle().equals("Problems"));
    }

    @Test
    void aTaskThatTwoTookFurtherIsAProblem() throws Exception {
        Path target = folder.resolve("rivals");
        new ImportDataset(target, Files.writeString(folder.resolve("one.json"), """
            {"images": [{"id": 4, "file_name": "a.png", "width": 100, "height": 100}],
             "categories": [{"id": 1, "name": "cat"}],
             "annotations": [{"id": 1, "image_id": 4, "category_id": 1, "bbox": [1, 2, 30, 40]}]}
            """)).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        Review review = Review.of(dataset);
        run(review.send("", List.of(new Suspect(0, 1, "", -1))));
        List<Task> tasks = review.batches().get(0).getTasks();
        run(review.submit(tasks, ""));
        IViewPart view = Walk.showView(robot, Ids.PROBLEMS_VIEW);
        try (OpenDataset other = OpenDataset.open(target, Progress.NONE)) {
            Review others = Review.of(other);
            other.commandStack().execute(others.giveBack(others.batches().get(0).getTasks(), "the box"));
            run(review.accept(tasks, false, ""));
        }
        dataset.changes().refresh();
        robot.await("the view counts the task", () -> view.getTitle().contains("1"));
        Table table = robot.ask(() -> Widgets.only(Walk.window(), Table.class,
            found -> found.getItemCount() == 1 && found.getColumn(0).getText().equals("Kind")));
        Rectangle row = robot.ask(() -> table.getItem(0).getBounds(1));
        robot.doubleClick(table, row.x + 5, row.y + row.height / 2);
        robot.await("the task says why", () -> Widgets.all(Walk.window(), Label.class).stream()
            .anyMatch(label -> label.getText().startsWith("To be reviewed again, taken further at the same time")));
        new Walk().command(Ids.ACCEPT_TASK);
        robot.await("the task is accepted", () -> tasks.get(0).getState() == TaskState.ACCEPTED
            && view.getTitle().equals("Problems"));
    }

    private void run(Command command) throws Exception {
        DatasetCommands.run(dataset, command).get(30, TimeUnit.SECONDS);
    }

    private void decide(String reason) throws Exception {
        DatasetCommands.run(dataset, Review.of(dataset).decide(List.of(new Suspect(0, 1, "", -1)), VerdictKind.MODEL_WRONG,
            reason)).get(30, TimeUnit.SECONDS);
    }

    private static void picture(Path folder, int colour) {
        ImageData data = new ImageData(100, 100, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        data.setPixel(50, 50, colour);
        ImageLoader picture = new ImageLoader();
        picture.data = new ImageData[] {data};
        picture.save(folder.resolve("a.png").toString(), SWT.IMAGE_PNG);
    }

    private static String selection(IWorkbenchPart editor) {
        return editor.getSite().getSelectionProvider().getSelection() instanceof ITextSelection selected
            ? selected.getText() : "";
    }
}
