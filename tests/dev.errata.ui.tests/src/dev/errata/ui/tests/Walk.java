package dev.errata.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Task;
import dev.errata.engine.Progress;
import dev.errata.review.Review;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.editor.AnnotationEditorInput;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** The steps of the product's main job, each done as a person does it. */
final class Walk {

    final Robot robot = new Robot();
    /** The sample's labels, images and predictions. */
    final Path sample;

    Walk() throws IOException {
        sample = FileLocator.getBundleFileLocation(Platform.getBundle("dev.errata.sample")).orElseThrow().toPath()
            .resolve("bccd");
    }

    /** Closes what a test opened. */
    void close() {
        robot.act(() -> {
            page().closeAllEditors(false);
            OpenDatasets.get().all().forEach(OpenDatasets.get()::close);
        });
    }

    /** Imports the sample with one run by the wizard, as a dataset in a folder. */
    OpenDataset importSample(Path folder) {
        command(Ids.IMPORT_DATASET);
        robot.await("the import wizard opens", () -> Widgets.shell("Import Dataset") != null);
        Shell wizard = robot.ask(() -> Widgets.shell("Import Dataset"));
        fill(wizard, "Labels:", sample.resolve("labels.json").toString());
        robot.click(robot.ask(() -> Widgets.button(wizard, "Add...")), 10, 10);
        robot.answerFileDialog("Predictions", sample.resolve("model_a.json"));
        robot.await("the predictions are listed", () -> Widgets.all(wizard, Table.class).get(0).getItemCount() == 1);
        fill(wizard, "Images:", sample.resolve("images").toString());
        fill(wizard, "Location:", folder.toString());
        fill(wizard, "Dataset name:", "walk");
        robot.await("the wizard can finish", () -> Widgets.button(wizard, "Finish").isEnabled());
        robot.key("Return");
        robot.await("the dataset is open",
            () -> OpenDatasets.get().active().filter(d -> d.folder().equals(folder.resolve("walk"))).isPresent());
        return robot.ask(() -> OpenDatasets.get().active().orElseThrow());
    }

    /** Opens the sample's labels and pictures, without predictions, as a dataset that a test makes. */
    OpenDataset openLabels(Path folder) throws Exception {
        new ImportDataset(folder, sample.resolve("labels.json")).images(sample.resolve("images")).run(Progress.NONE);
        return OpenDatasets.get().open(folder).get(60, TimeUnit.SECONDS);
    }

    private void fill(Shell shell, String label, String value) {
        Control text = robot.ask(() -> Widgets.textLabelled(shell, label));
        robot.click(text, 10, 10);
        robot.key("ctrl+a");
        robot.type(value);
    }

    /** Clicks a cell and presses Enter. */
    TileCanvas openCell(int groundTruth, int predicted) {
        robot.await("the matrix is shown",
            () -> !Widgets.all(window(), MatrixCanvas.class).isEmpty() && only(MatrixCanvas.class).model() != null);
        MatrixCanvas matrix = robot.ask(() -> only(MatrixCanvas.class));
        ClassPair pair = new ClassPair(groundTruth, predicted);
        robot.await("the cell has a place", () -> matrix.boundsOf(pair) != null && !matrix.boundsOf(pair).isEmpty());
        Rectangle cell = robot.ask(() -> matrix.boundsOf(pair));
        robot.click(matrix, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.await("the cell is selected", () -> pair.equals(matrix.selected()));
        IEditorPart before = robot.ask(() -> page().getActiveEditor());
        robot.key("Return");
        robot.await("the grid opens", () -> page().getActiveEditor() != before
            && Widgets.all(window(), TileCanvas.class).size() == 1 && only(TileCanvas.class).content() != null);
        return robot.ask(() -> only(TileCanvas.class));
    }

    Task sendFirstTile(OpenDataset dataset, TileCanvas grid) {
        Rectangle tile = robot.ask(() -> grid.bounds(0));
        robot.click(grid, tile.x + tile.width / 2, tile.y + tile.height / 2);
        robot.await("the tile is selected", () -> grid.selection().count() == 1);
        robot.key("t");
        robot.await("a batch is sent", () -> !Review.of(dataset).batches().isEmpty());
        return robot.ask(() -> task(dataset));
    }

    /** Double-clicks the first task in the tasks view. */
    AnnotationCanvas openTask() {
        showView(robot, Ids.TASKS_VIEW);
        robot.await("the tasks view lists the task", () -> taskItem() != null);
        TreeItem item = robot.ask(this::taskItem);
        Rectangle bounds = robot.ask(item::getBounds);
        robot.doubleClick(robot.ask(item::getParent), bounds.x + 10, bounds.y + bounds.height / 2);
        robot.await("the annotation editor opens", () -> !Widgets.all(window(), AnnotationCanvas.class).isEmpty()
            && !only(AnnotationCanvas.class).scene().shapes().isEmpty());
        return robot.ask(() -> only(AnnotationCanvas.class));
    }

    /** What the tasks view says of the state of the first task; on the UI thread. */
    String shownTaskState() {
        TreeItem item = taskItem();
        return item == null ? "" : item.getText(1);
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

    /** Relabels the selected label to the predicted class and moves its box by 10 pixels. */
    void fixClassAndBox(OpenDataset dataset, AnnotationCanvas canvas, long annotation) {
        robot.await("the target is selected",
            () -> canvas.selection().stream().anyMatch(s -> s.key().equals(Shape.Key.annotation(annotation))));
        robot.act(canvas::forceFocus);
        robot.key("r");
        robot.await("the class is drafted", () -> task(dataset).getDrafts().size() == 1);
        robot.key("shift+Right");
        robot.await("the box is drafted", () -> task(dataset).getDrafts().size() == 2);
    }

    /** Exports by the wizard. */
    void export(Path target) {
        command(Ids.EXPORT_DATASET);
        robot.await("the export wizard opens", () -> Widgets.shell("Export Labels") != null);
        Shell wizard = robot.ask(() -> Widgets.shell("Export Labels"));
        fill(wizard, "File:", target.toString());
        robot.await("the export can finish", () -> Widgets.button(wizard, "Finish").isEnabled());
        robot.key("Return");
        robot.await("the file is written", () -> Files.exists(target));
        robot.await("the wizard is closed", wizard::isDisposed);
        robot.await("the window says that it is done", () -> Widgets.shell("Export Labels") != null);
        // by the mouse: a message that opens while the wizard closes may be left without the keyboard by the window system
        Button ok = robot.ask(() -> Widgets.button(Widgets.shell("Export Labels"), "OK"));
        robot.click(ok, 20, 10);
        robot.await("the message is closed", ok::isDisposed);
    }

    /** Opens the annotation editor on a batch; on all images where its id is empty. */
    AnnotationCanvas openEditor(OpenDataset dataset, String batch) {
        robot.act(() -> {
            try {
                page().openEditor(new AnnotationEditorInput(dataset.folder(), batch, "opened"), Ids.ANNOTATION_EDITOR);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
        robot.await("the annotation editor shows an image", () -> Widgets.all(window(), AnnotationCanvas.class).size() == 1
            && !only(AnnotationCanvas.class).scene().shapes().isEmpty());
        return robot.ask(() -> only(AnnotationCanvas.class));
    }

    /** @param command its id, with parameters as in links: {@code id(parameter=value)} */
    void command(String command) {
        robot.later(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(
                    PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(command), null);
            } catch (CommandException e) {
                throw new AssertionError(e);
            }
        });
    }

    static Task task(OpenDataset dataset) {
        return Review.of(dataset).batches().get(0).getTasks().get(0);
    }

    static Annotation annotation(OpenDataset dataset, long id) {
        return dataset.image(dataset.labels().imageOf(id)).getAnnotations().stream().filter(a -> a.getId() == id).findFirst()
            .orElseThrow();
    }

    static <T extends Control> T only(Class<T> type) {
        return Widgets.only(window(), type, control -> true);
    }

    /** Closes the editors and a dataset, and waits until it is gone. */
    static void close(Robot robot, OpenDataset dataset) {
        robot.act(() -> {
            page().closeAllEditors(false);
            OpenDatasets.get().close(dataset);
        });
        robot.await("no dataset is open", () -> OpenDatasets.get().active().filter(dataset::equals).isEmpty());
    }

    static IViewPart showView(Robot robot, String id) {
        return robot.ask(() -> {
            try {
                return page().showView(id);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
    }

    static Shell window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getActivePage();
    }
}
