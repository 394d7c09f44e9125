package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.review.Review;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/**
 * The product's main job, from end to end in a real window: import, matrix, a cell, its grid, send, fix a class and a box, submit,
 * accept, the matrix moved by exactly that, export, undo, export.
 */
class WholeWalkTest {

    private static final int RBC = 0;
    private static final int WBC = 1;

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private Path sample;

    @BeforeEach
    void findSample() throws Exception {
        sample = FileLocator.getBundleFileLocation(Platform.getBundle("dev.errata.sample")).orElseThrow().toPath()
            .resolve("bccd");
    }

    @AfterEach
    void closeDatasets() {
        robot.act(() -> {
            page().closeAllEditors(false);
            OpenDatasets.get().all().forEach(OpenDatasets.get()::close);
        });
    }

    @Test
    void fixesReturnIntoTheLabels() throws Exception {
        OpenDataset dataset = importSample();
        Run run = dataset.run("model_a");
        long[] before = counts(dataset, run);
        long suspects = count(before, RBC, WBC);

        TileCanvas grid = openCell(RBC, WBC);
        robot.await("the grid shows what the cell counted", () -> grid.content() != null && grid.content().tiles().size() == suspects);
        String title = robot.ask(() -> page().getActiveEditor().getTitle());
        assertTrue(title.contains("RBC") && title.contains("WBC") && title.contains(Long.toString(suspects)), title);

        Task task = sendFirstTile(dataset, grid);
        AnnotationCanvas canvas = openTask();
        long annotation = task.getTargets().get(0).getAnnotation();
        fixClassAndBox(dataset, task, canvas, annotation);
        assertArrayEquals(before, counts(dataset, run), "drafts don't count");

        Annotation label = annotation(dataset, annotation);
        double x = label.getX();
        robot.key("ctrl+Return");
        robot.await("the task is submitted", () -> task(dataset).getState() == TaskState.SUBMITTED);
        Button accept = robot.ask(() -> Widgets.button(window(), "Accept"));
        robot.click(accept, 10, 10);
        robot.await("the task is accepted", () -> task(dataset).getState() == TaskState.ACCEPTED);

        long[] after = counts(dataset, run);
        assertEquals(rowTotal(before, RBC) - 1, rowTotal(after, RBC));
        assertEquals(rowTotal(before, WBC) + 1, rowTotal(after, WBC));
        assertArrayEquals(fromScratch(dataset, run), after, "the live matrix is the one of a new evaluation");
        assertEquals("WBC", annotation(dataset, annotation).getLabel().getName());
        assertNotEquals(x, annotation(dataset, annotation).getX());
        MatrixCanvas matrix = robot.ask(() -> only(MatrixCanvas.class));
        robot.await("the view shows the new counts",
            () -> matrix.model().count(RBC, WBC) == count(after, RBC, WBC));

        Path fixed = folder.resolve("fixed.json");
        export(fixed);
        List<String> imported = records(sample.resolve("labels.json"));
        List<String> exported = records(fixed);
        assertEquals(imported.size(), exported.size());
        assertEquals(1, countDifferences(imported, exported), "only the fixed record differs");

        Rectangle cell = robot.ask(() -> matrix.boundsOf(new ClassPair(WBC, WBC)));
        robot.click(matrix, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.key("ctrl+z");
        robot.await("undo takes the accepted fixes back", () -> Arrays.equals(before, counts(dataset, run)));
        Path restored = folder.resolve("restored.json");
        export(restored);
        assertEquals(-1, Files.mismatch(sample.resolve("labels.json"), restored));
    }

    private OpenDataset importSample() throws Exception {
        command("dev.errata.ui.importDataset");
        robot.await("the import wizard opens", () -> Widgets.shell("Import Dataset") != null);
        Shell wizard = robot.ask(() -> Widgets.shell("Import Dataset"));
        fill(wizard, "Labels:", sample.resolve("labels.json").toString());
        fill(wizard, "Images:", sample.resolve("images").toString());
        fill(wizard, "Location:", folder.toString());
        fill(wizard, "Dataset name:", "walk");
        robot.click(robot.ask(() -> Widgets.button(wizard, "Add...")), 10, 10);
        robot.answerFileDialog("Predictions", sample.resolve("model_a.json"));
        robot.await("the wizard has read the files", () -> Widgets.button(wizard, "Finish").isEnabled());
        robot.click(robot.ask(() -> Widgets.button(wizard, "Finish")), 10, 10);
        robot.await("the dataset is open",
            () -> OpenDatasets.get().active().filter(d -> d.folder().equals(folder.resolve("walk"))).isPresent());
        return robot.ask(() -> OpenDatasets.get().active().orElseThrow());
    }

    private void fill(Shell shell, String label, String value) {
        Control text = robot.ask(() -> Widgets.textLabelled(shell, label));
        robot.click(text, 10, 10);
        robot.key("ctrl+a");
        robot.type(value);
    }

    private TileCanvas openCell(int groundTruth, int predicted) {
        robot.await("the matrix is shown",
            () -> !Widgets.all(window(), MatrixCanvas.class).isEmpty() && only(MatrixCanvas.class).model() != null);
        MatrixCanvas matrix = robot.ask(() -> only(MatrixCanvas.class));
        ClassPair pair = new ClassPair(groundTruth, predicted);
        robot.await("the cell has a place", () -> matrix.boundsOf(pair) != null && !matrix.boundsOf(pair).isEmpty());
        Rectangle cell = robot.ask(() -> matrix.boundsOf(pair));
        robot.click(matrix, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.await("the cell is selected", () -> pair.equals(matrix.selected()));
        robot.key("Return");
        robot.await("the grid opens", () -> !Widgets.all(window(), TileCanvas.class).isEmpty());
        return robot.ask(() -> only(TileCanvas.class));
    }

    private Task sendFirstTile(OpenDataset dataset, TileCanvas grid) {
        Rectangle tile = robot.ask(() -> grid.bounds(0));
        robot.click(grid, tile.x + tile.width / 2, tile.y + tile.height / 2);
        robot.await("the tile is selected", () -> grid.selection().count() == 1);
        robot.key("t");
        robot.await("a batch is sent", () -> !Review.of(dataset).batches().isEmpty());
        return robot.ask(() -> task(dataset));
    }

    private AnnotationCanvas openTask() {
        robot.act(() -> {
            try {
                page().showView(Ids.TASKS_VIEW);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
        robot.await("the tasks view lists the task", () -> taskItem() != null);
        TreeItem item = robot.ask(this::taskItem);
        Rectangle bounds = robot.ask(item::getBounds);
        robot.doubleClick(robot.ask(item::getParent), bounds.x + 10, bounds.y + bounds.height / 2);
        robot.await("the annotation editor opens", () -> !Widgets.all(window(), AnnotationCanvas.class).isEmpty()
            && !only(AnnotationCanvas.class).scene().shapes().isEmpty());
        return robot.ask(() -> only(AnnotationCanvas.class));
    }

    /** The first row of the tasks view that is not a batch. */
    private TreeItem taskItem() {
        for (Tree tree : Widgets.all(window(), Tree.class)) {
            for (TreeItem batch : tree.getItems()) {
                if (batch.getData() instanceof Batch && batch.getItemCount() > 0
                    && batch.getExpanded() && batch.getItem(0).getData() instanceof Task) {
                    return batch.getItem(0);
                }
            }
        }
        return null;
    }

    private void fixClassAndBox(OpenDataset dataset, Task task, AnnotationCanvas canvas, long annotation) {
        robot.await("the target is selected",
            () -> canvas.selection().stream().anyMatch(s -> s.key().equals(Shape.Key.annotation(annotation))));
        robot.act(canvas::forceFocus);
        robot.key("r");
        robot.await("the class is drafted", () -> task(dataset).getDrafts().size() == 1);
        robot.key("shift+Right");
        robot.await("the box is drafted", () -> task(dataset).getDrafts().size() == 2);
        assertFalse(task(dataset).getDrafts().isEmpty());
    }

    private void export(Path target) throws Exception {
        command("dev.errata.ui.exportDataset");
        robot.await("the export wizard opens", () -> Widgets.shell("Export Labels") != null);
        Shell wizard = robot.ask(() -> Widgets.shell("Export Labels"));
        fill(wizard, "File:", target.toString());
        robot.await("the export can finish", () -> Widgets.button(wizard, "Finish").isEnabled());
        robot.click(robot.ask(() -> Widgets.button(wizard, "Finish")), 10, 10);
        robot.await("the file is written", () -> Files.exists(target));
        robot.await("the wizard is closed", wizard::isDisposed);
        robot.closeDialogs(window());
    }

    private void command(String id) {
        robot.later(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static Task task(OpenDataset dataset) {
        return Review.of(dataset).batches().get(0).getTasks().get(0);
    }

    private static Annotation annotation(OpenDataset dataset, long id) {
        return dataset.image(dataset.imageOf(id)).getAnnotations().stream().filter(a -> a.getId() == id).findFirst()
            .orElseThrow();
    }

    private static long[] counts(OpenDataset dataset, Run run) {
        dataset.lock().readLock().lock();
        try {
            return flat(dataset.evaluation(run, Progress.NONE).matrix());
        } finally {
            dataset.lock().readLock().unlock();
        }
    }

    private static long[] fromScratch(OpenDataset dataset, Run run) {
        return flat(Evaluation.of(dataset.annotations(), dataset.predictions(run), dataset.document().getClasses().size(),
            dataset.thresholds(), Progress.NONE).matrix());
    }

    private static long[] flat(ConfusionMatrix matrix) {
        int side = matrix.background() + 1;
        long[] counts = new long[side * side];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = matrix.count(i / side, i % side);
        }
        return counts;
    }

    private static int side(long[] counts) {
        return (int) Math.sqrt(counts.length);
    }

    private static long count(long[] counts, int groundTruth, int predicted) {
        return counts[groundTruth * side(counts) + predicted];
    }

    private static long rowTotal(long[] counts, int groundTruth) {
        return IntStream.range(0, side(counts)).mapToLong(p -> count(counts, groundTruth, p)).sum();
    }

    /** The file's objects, one a line. */
    private static List<String> records(Path file) throws IOException {
        return List.of(Files.readString(file).split("(?<=\\}), "));
    }

    private static long countDifferences(List<String> one, List<String> other) {
        return IntStream.range(0, one.size()).filter(i -> !one.get(i).equals(other.get(i))).count();
    }

    private static <T extends Control> T only(Class<T> type) {
        return Widgets.only(window(), type, control -> true);
    }

    private static Shell window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }
}
