package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** A prediction whose mask has a hole, which no label can have: the person is asked before it is accepted. */
class HoledMaskTest {

    private static final String TITLE = "Accept Prediction";

    @TempDir
    Path folder;

    private Walk walk;
    private Robot robot;
    private OpenDataset dataset;

    @BeforeEach
    void open() throws Exception {
        walk = new Walk();
        robot = walk.robot;
        Path target = folder.resolve("rings");
        new ImportDataset(target, Files.writeString(folder.resolve("labels.json"), """
            {"images": [{"id": 1, "file_name": "a.jpg", "width": 8, "height": 7}],
             "categories": [{"id": 1, "name": "ring"}],
             "annotations": [{"id": 5, "image_id": 1, "category_id": 1, "bbox": [6, 5, 2, 2], "area": 2, "iscrowd": 0,
                              "segmentation": [[6, 5, 8, 5, 8, 7]]}]}
            """)).run("m", Files.writeString(folder.resolve("m.json"), """
            [{"image_id": 1, "category_id": 1, "bbox": [1, 1, 3, 3], "score": 0.9,
              "segmentation": {"size": [7, 8], "counts": [8, 3, 4, 1, 1, 1, 4, 3, 31]}}]
            """)).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(true), Progress.NONE);
        Walk.showView(robot, Ids.MATRIX_VIEW);
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void thePersonIsAskedFirst() {
        TileCanvas grid = walk.openCell(1, 0);
        Rectangle tile = robot.ask(() -> grid.bounds(0));
        robot.click(grid, tile.x + tile.width / 2, tile.y + tile.height / 2);
        robot.await("the tile is selected", () -> grid.selection().count() == 1);
        robot.key("p");
        robot.await("the person is asked", () -> Widgets.shell(TITLE) != null);
        robot.insist("the question is closed", () -> robot.key("Escape"), () -> Widgets.shell(TITLE) == null);
        robot.settle();
        assertEquals(1, dataset.annotations().size());
        robot.act(grid::forceFocus);
        robot.key("p");
        robot.await("the person is asked again", () -> Widgets.shell(TITLE) != null);
        robot.insist("the answer is given", () -> robot.key("Return"), () -> Widgets.shell(TITLE) == null);
        robot.await("the label is made", () -> dataset.annotations().size() == 2);
    }
}
