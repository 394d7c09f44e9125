package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.PageBookView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** The properties view shows what is selected in whatever part is active, with one page for all of them. */
class PropertiesViewTest {

    private static final int CAT = 0;
    private static final int DOG = 1;

    @TempDir
    private Path folder;
    private Walk walk;
    private Robot robot;
    private OpenDataset dataset;
    private PageBookView view;

    @BeforeEach
    void open() throws Exception {
        walk = new Walk();
        robot = walk.robot;
        Path target = folder.resolve("pets");
        new ImportDataset(target, Files.writeString(folder.resolve("labels.json"), """
            {"images": [{"id": 1, "file_name": "pets.jpg", "width": 200, "height": 200}],
             "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50]},
                {"id": 2, "image_id": 1, "category_id": 2, "bbox": [110, 10, 50, 50]}],
             "categories": [{"id": 1, "name": "cat"}, {"id": 2, "name": "dog"}]}
            """)).run("m", Files.writeString(folder.resolve("run.json"), """
            [{"image_id": 1, "category_id": 2, "bbox": [10, 10, 50, 50], "score": 0.9},
             {"image_id": 1, "category_id": 1, "bbox": [110, 10, 50, 50], "score": 0.8}]
            """)).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        view = (PageBookView) Walk.showView(robot, IPageLayout.ID_PROP_SHEET);
        Walk.showView(robot, Ids.MATRIX_VIEW);
        robot.await("the matrix is shown", () -> Walk.only(MatrixCanvas.class).model() != null);
    }

    @AfterEach
    void close() {
        robot.act(() -> Walk.page().closeAllEditors(false));
        Walk.close(robot, dataset);
        walk.close();
    }

    @Test
    void allPartsShareOnePage() {
        selectOnlyTile(CAT, DOG);
        robot.await("the cat is shown", () -> WidgetTexts.of(tree(view)).contains("cat"));
        Tree tree = robot.ask(() -> tree(view));
        robot.act(() -> Walk.page().closeAllEditors(false));
        selectOnlyTile(DOG, CAT);
        robot.await("the dog is shown", () -> WidgetTexts.of(tree(view)).contains("dog"));
        assertSame(tree, robot.ask(() -> tree(view)));
        robot.act(() -> Walk.page().closeAllEditors(false));
        robot.settle();
        assertFalse(robot.ask(tree::isDisposed), "the matrix still has it");
    }

    @Test
    void twoViewsHaveAPageEach() throws PartInitException {
        selectOnlyTile(CAT, DOG);
        PageBookView second = robot.ask(this::secondView);
        try {
            robot.act(() -> Walk.page().closeAllEditors(false));
            selectOnlyTile(DOG, CAT);
            robot.await("the dog is shown in both", () -> WidgetTexts.of(tree(view)).contains("dog")
                && WidgetTexts.of(tree(second)).contains("dog"));
            assertNotSame(robot.ask(() -> tree(view)), robot.ask(() -> tree(second)));
        } finally {
            robot.act(() -> Walk.page().hideView(second));
        }
        robot.act(() -> Walk.page().closeAllEditors(false));
        selectOnlyTile(CAT, DOG);
        robot.await("the cat is shown in the one that is left", () -> WidgetTexts.of(tree(view)).contains("cat"));
    }

    private PageBookView secondView() {
        try {
            return (PageBookView) Walk.page().showView(IPageLayout.ID_PROP_SHEET, "second", IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException failure) {
            throw new AssertionError(failure);
        }
    }

    private void selectOnlyTile(int groundTruth, int predicted) {
        TileCanvas grid = walk.openCell(groundTruth, predicted);
        robot.act(() -> {
            grid.setFocus();
            grid.selection().only(0);
            grid.selectionChanged(true);
        });
    }

    private static Tree tree(PageBookView of) {
        return (Tree) of.getCurrentPage().getControl();
    }
}
