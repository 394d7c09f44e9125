package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
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
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.mismatch.canvas.GridContent.Outlines;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** The matrix of two triangles that fill one box, a half each: by boxes they are one object, by masks two. */
class MaskMatrixTest {

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private OpenDataset dataset;

    @BeforeEach
    void open() throws Exception {
        Path target = folder.resolve("halves");
        new ImportDataset(target, Files.writeString(folder.resolve("labels.json"), """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
             "categories": [{"id": 1, "name": "sail"}],
             "annotations": [{"id": 5, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "area": 1250, "iscrowd": 0,
                              "segmentation": [[10, 10, 60, 10, 10, 60]]}]}
            """)).run("masks", Files.writeString(folder.resolve("masks.json"), """
            [{"image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "score": 0.9,
              "segmentation": [[60, 60, 60, 10, 10, 60]]}]
            """)).run("plain", Files.writeString(folder.resolve("plain.json"), """
            [{"image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "score": 0.8}]
            """)).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        Walk.showView(robot, Ids.MATRIX_VIEW);
        robot.await("the matrix is shown", () -> model() != null && model().facts().dataset().equals("halves"));
    }

    @AfterEach
    void close() {
        Walk.close(robot, dataset);
    }

    @Test
    void masksAreMatchedAndARunWithoutThemSaysWhatToDo() throws Exception {
        assertEquals(1, robot.ask(MaskMatrixTest::model).count(0, 0));
        robot.act(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class)
                    .executeCommand("dev.errata.ui.matrix.byMasks", null);
            } catch (CommandException failure) {
                throw new AssertionError(failure);
            }
        });
        robot.await("the halves are told apart", () -> model() != null && model().facts().byMasks());
        assertEquals(List.of(0L, 1L, 1L),
            robot.ask(() -> List.of(model().count(0, 0), model().count(0, 1), model().count(1, 0))));
        TileCanvas grid = new Walk().openCell(0, 1);
        robot.await("the tile has outlines", () -> !grid.content().outlines(0).annotation().isEmpty());
        double[] half = robot.ask(() -> grid.content().outlines(0).annotation().get(0));
        for (int i = 0; i < half.length; i += 2) {
            assertTrue(half[i] + half[i + 1] <= 72, "no corner is in the other half: " + half[i] + ", " + half[i + 1]);
        }
        robot.act(() -> {
            Combo runs = Widgets.only(Walk.window(), Combo.class, combo -> combo.indexOf("plain") >= 0);
            runs.select(runs.indexOf("plain"));
            runs.notifyListeners(SWT.Selection, new Event());
        });
        robot.await("the link is offered", () -> boxes() != null);
        robot.insist("the run is matched by boxes", () -> {
            Link link = robot.ask(this::boxes);
            Point size = robot.ask(link::getSize);
            robot.click(link, size.x / 2, size.y / 2);
        }, () -> model() != null && model().facts().run().equals("plain") && !model().facts().byMasks()
            && model().count(0, 0) == 1);
    }

    @Test
    void outlinesAreDrawnByBoxesTooUntilSomebodyWantsBoxes() throws Exception {
        TileCanvas grid = new Walk().openCell(0, 0);
        robot.await("the tile has both outlines", () -> !grid.content().outlines(0).annotation().isEmpty()
            && !grid.content().outlines(0).prediction().isEmpty());
        double[] label = robot.ask(() -> grid.content().outlines(0).annotation().get(0));
        assertArrayEquals(new double[] {10, 10, 60, 10, 10, 60}, label);
        double[] prediction = robot.ask(() -> grid.content().outlines(0).prediction().get(0));
        assertArrayEquals(new double[] {60, 60, 60, 10, 10, 60}, prediction);
        robot.act(grid::forceFocus);
        robot.key("o");
        robot.await("the tile has boxes", () -> grid.content().outlines(0).equals(Outlines.NONE));
        robot.key("o");
        robot.await("the tile has outlines again", () -> !grid.content().outlines(0).annotation().isEmpty());
    }

    private Link boxes() {
        return Widgets.all(Walk.window(), Link.class).stream()
            .filter(link -> link.isVisible() && link.getText().contains("Match by boxes")).findFirst().orElse(null);
    }

    private static MatrixModel model() {
        return Widgets.all(Walk.window(), MatrixCanvas.class).stream().map(MatrixCanvas::model)
            .findFirst().orElse(null);
    }
}
