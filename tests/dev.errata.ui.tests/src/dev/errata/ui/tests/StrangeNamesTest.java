package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** Names in a label file may hold anything; nothing of it steers what the window shows. */
@Tag("case-75")
class StrangeNamesTest {

    private static final Pattern HIDDEN = Pattern.compile(
        "[\\p{Cntrl}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");
    /** As JSON writes it, and as the window shows it. */
    private static final String SHOWN = "<img onerror>\\u001b[31m & \\u202etac";
    private static final String LABELS = """
        {"images": [{"id": 1, "file_name": "\\u202egnp.exe", "width": 200, "height": 200,
            "we\\u202eather": "ni\\u202eght\\u0007"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50],
            "attributes": {"mo\\u2067od": "b\\u0008ad & worse"}},
            {"id": 2, "image_id": 1, "category_id": 1, "bbox": [110, 10, 50, -50]}],
        "categories": [{"id": 1, "name": "CLASS"}, {"id": 2, "name": "dog"}]}
        """;

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private OpenDataset dataset;

    @BeforeEach
    void open() throws Exception {
        Path target = folder.resolve("strange");
        write(folder, target);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        Walk.showView(robot, Ids.MATRIX_VIEW);
        robot.await("the matrix is shown", () -> matrix() != null && matrix().model() != null
            && matrix().model().facts().dataset().equals("strange"));
    }

    /** Makes a dataset of such names. */
    static void write(Path folder, Path target) throws Exception {
        new ImportDataset(target, Files.writeString(folder.resolve("labels.json"), LABELS.replace("CLASS", SHOWN)))
            .run("m", Files.writeString(folder.resolve("run.json"),
                "[{\"image_id\": 1, \"category_id\": 2, \"bbox\": [10, 10, 50, 50], \"score\": 0.9}]"))
            .run(Progress.NONE);
    }

    @AfterEach
    void close() {
        Walk.close(robot, dataset);
    }

    @Test
    void hiddenCharactersAreShownAsCodesEverywhere() {
        assertTrue(dataset.className(0).contains("\u202e"), "the name is kept as it is");
        assertEquals(SHOWN, robot.ask(() -> matrix().model().name(0)));
        Walk.showView(robot, IPageLayout.ID_PROP_SHEET);
        Walk.showView(robot, Ids.MATRIX_VIEW);

        ClassPair pair = new ClassPair(0, 1);
        Rectangle cell = robot.ask(() -> matrix().boundsOf(pair));
        robot.click(robot.ask(StrangeNamesTest::matrix), cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.await("the cell is selected", () -> pair.equals(matrix().selected()) && matrix().isFocusControl());
        nothingIsHidden("the matrix", SHOWN);

        robot.key("Return");
        robot.await("the grid is filled", () -> grid() != null && grid().content() != null
            && grid().content().tiles().size() == 1);
        // fields are read when somebody may want them
        robot.click(robot.ask(() -> Widgets.only(Walk.window(), Text.class, text -> text.getMessage().startsWith("Filter"))),
            40, 10);
        robot.await("the fields are read", () -> dataset.knownFields().isPresent());
        List<String> tile = robot.ask(() -> List.of(grid().content().classes(0), grid().content().details(0)));
        tile.forEach(StrangeNamesTest::assertVisible);
        assertTrue(tile.get(0).contains(SHOWN), tile.get(0));
        assertTrue(tile.get(1).contains("\\u202egnp.exe") && tile.get(1).contains("ni\\u202eght\\u0007")
            && tile.get(1).contains("mo\\u2067od: b\\u0008ad & worse"), tile.get(1));
        nothingIsHidden("the grid", SHOWN);

        robot.act(() -> {
            grid().setFocus();
            grid().selection().only(0);
            grid().selectionChanged(true);
        });
        robot.await("the grid has the focus", () -> grid().isFocusControl());
        robot.key("Return");
        robot.await("the picture is open", () -> canvas() != null && !canvas().scene().shapes().isEmpty());
        robot.act(() -> {
            canvas().select(canvas().scene().shapes().subList(0, 1));
            canvas().setFocus();
        });
        robot.await("its attributes are listed", () -> WidgetTexts.of(Walk.window()).contains("b\\u0008ad & worse"));
        nothingIsHidden("the annotation editor", SHOWN, "\\u202egnp.exe", "mo\\u2067od");

        Walk.showView(robot, Ids.PROBLEMS_VIEW);
        robot.settle();
        nothingIsHidden("the problems", "-50");
        Walk.showView(robot, "dev.errata.ui.charts.metrics");
        robot.await("the classes are listed", () -> WidgetTexts.of(Walk.window()).stream()
            .filter(text -> text.equals(SHOWN)).count() > 1);
        nothingIsHidden("the metrics", SHOWN);
    }

    /** @param expected what must be shown, part of a text each */
    private void nothingIsHidden(String where, String... expected) {
        robot.settle();
        List<String> texts = robot.ask(() -> WidgetTexts.of(Walk.window()));
        texts.forEach(StrangeNamesTest::assertVisible);
        for (String part : expected) {
            assertTrue(texts.stream().anyMatch(text -> text.contains(part)),
                () -> where + " does not show " + part + ": " + texts);
        }
    }

    private static void assertVisible(String text) {
        assertTrue(!HIDDEN.matcher(text).find(), () -> text + " = " + text.chars().mapToObj(Integer::toHexString).toList());
    }

    private static MatrixCanvas matrix() {
        return Widgets.all(Walk.window(), MatrixCanvas.class).stream().findFirst().orElse(null);
    }

    private static TileCanvas grid() {
        return Widgets.all(Walk.window(), TileCanvas.class).stream().filter(Composite::isVisible).findFirst().orElse(null);
    }

    private static AnnotationCanvas canvas() {
        return Widgets.all(Walk.window(), AnnotationCanvas.class).stream().findFirst().orElse(null);
    }
}
