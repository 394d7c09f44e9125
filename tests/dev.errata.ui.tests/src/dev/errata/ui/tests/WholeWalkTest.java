package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/**
 * The product's main job, from end to end in a real window: import, matrix, a cell, its grid, send, fix a class and a box,
 * submit, accept, the matrix moved by exactly that, export, undo, export.
 */
class WholeWalkTest {

    private static final int RBC = 0;
    private static final int WBC = 1;

    @TempDir
    Path folder;

    private Walk walk;
    private Robot robot;

    @BeforeEach
    void begin() throws IOException {
        walk = new Walk();
        robot = walk.robot;
    }

    @AfterEach
    void end() {
        walk.close();
    }

    @Test
    void fixesReturnIntoTheLabels() throws Exception {
        OpenDataset dataset = walk.importSample(folder);
        Run run = dataset.run("model_a");
        long[] before = counts(dataset, run);
        long suspects = count(before, RBC, WBC);

        TileCanvas grid = walk.openCell(RBC, WBC);
        robot.await("the grid shows what the cell counted", () -> grid.content().tiles().size() == suspects);
        String title = robot.ask(() -> Walk.page().getActiveEditor().getTitle());
        assertTrue(title.contains("RBC") && title.contains("WBC") && title.contains(Long.toString(suspects)), title);

        Task task = walk.sendFirstTile(dataset, grid);
        AnnotationCanvas canvas = walk.openTask();
        long annotation = task.getTargets().get(0).getAnnotation();
        walk.fixClassAndBox(dataset, canvas, annotation);
        assertArrayEquals(before, counts(dataset, run), "drafts don't count");

        Annotation label = Walk.annotation(dataset, annotation);
        double x = label.getX();
        robot.key("ctrl+Return");
        robot.await("the task is submitted", () -> Walk.task(dataset).getState() == TaskState.SUBMITTED);
        robot.await("the tasks view says so", () -> walk.shownTaskState().equals("Submitted"));
        robot.await("the reviewer reads what was changed", () -> Widgets.all(Walk.window(), Label.class).stream()
            .anyMatch(text -> text.getText().startsWith("Changed: ")));
        Button accept = robot.ask(() -> Widgets.button(Walk.window(), "Accept"));
        robot.click(accept, 10, 10);
        robot.await("the task is accepted", () -> Walk.task(dataset).getState() == TaskState.ACCEPTED);
        assertTrue(robot.ask(canvas::isFocusControl), "the picture has the keyboard again");
        robot.await("the tasks view says so", () -> walk.shownTaskState().equals("Accepted"));

        long[] after = counts(dataset, run);
        assertEquals(rowTotal(before, RBC) - 1, rowTotal(after, RBC));
        assertEquals(rowTotal(before, WBC) + 1, rowTotal(after, WBC));
        assertArrayEquals(fromScratch(dataset, run), after, "the live matrix is the one of a new evaluation");
        assertEquals("WBC", Walk.annotation(dataset, annotation).getLabel().getName());
        assertNotEquals(x, Walk.annotation(dataset, annotation).getX());
        MatrixCanvas matrix = robot.ask(() -> Walk.only(MatrixCanvas.class));
        robot.await("the view shows the new counts",
            () -> matrix.model().count(RBC, WBC) == count(after, RBC, WBC));

        Path fixed = folder.resolve("fixed.json");
        walk.export(fixed);
        List<String> imported = records(walk.sample.resolve("labels.json"));
        List<String> exported = records(fixed);
        assertEquals(imported.size(), exported.size());
        assertEquals(1, countDifferences(imported, exported), "only the fixed record differs");

        Rectangle cell = robot.ask(() -> matrix.boundsOf(new ClassPair(WBC, WBC)));
        robot.click(matrix, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.key("ctrl+z");
        robot.await("undo takes the accepted fixes back", () -> Arrays.equals(before, counts(dataset, run)));
        Path restored = folder.resolve("restored.json");
        walk.export(restored);
        assertEquals(-1, Files.mismatch(walk.sample.resolve("labels.json"), restored));
    }

    private static long[] counts(OpenDataset dataset, Run run) {
        dataset.lock().readLock().lock();
        try {
            return flat(dataset.evaluations().of(run, Progress.NONE).matrix());
        } finally {
            dataset.lock().readLock().unlock();
        }
    }

    private static long[] fromScratch(OpenDataset dataset, Run run) {
        return flat(Evaluation.of(dataset.annotations(), dataset.predictions(run), dataset.document().getClasses().size(),
            dataset.evaluations().thresholds(), Progress.NONE).matrix());
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
}
