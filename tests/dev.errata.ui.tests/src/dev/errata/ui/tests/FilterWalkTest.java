package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.fields.Colouring;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.mismatch.canvas.GridContent;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** A filter that is typed into the matrix view holds for the matrix and for the grid of a cell alike. */
class FilterWalkTest {

    private static final int IMAGES = 40;

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private OpenDataset dataset;
    private MatrixCanvas canvas;
    private Text filter;

    @BeforeEach
    void open() throws Exception {
        Path target = folder.resolve("streets");
        new ImportDataset(target, Files.writeString(folder.resolve("labels.json"), labels()))
            .run("m", Files.writeString(folder.resolve("run.json"), run())).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        Walk.showView(robot, Ids.MATRIX_VIEW);
        robot.await("the matrix of the dataset is shown", () -> model() != null
            && model().facts().dataset().equals(dataset.name()));
        canvas = robot.ask(() -> Widgets.all(Walk.window(), MatrixCanvas.class).get(0));
        filter = robot.ask(() -> Widgets.all(controls(), Text.class).stream()
            .filter(text -> text.getMessage().startsWith("Filter")).findFirst().orElseThrow());
    }

    /** Every third image was taken at night, every second label is occluded. */
    private static String labels() {
        StringBuilder images = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int image = 1; image <= IMAGES; image++) {
            String comma = image == 1 ? "" : ",\n";
            images.append(comma).append(String.format(Locale.ROOT, "{\"id\": %d, \"file_name\": \"%d.jpg\", \"width\": 200, "
                + "\"height\": 200, \"weather\": \"%s\"}", image, image, image % 3 == 0 ? "night" : "clear"));
            labels.append(comma).append(String.format(Locale.ROOT, "{\"id\": %d, \"image_id\": %d, \"category_id\": %d, "
                + "\"bbox\": [10, 10, 50, 50], \"attributes\": {\"occluded\": %b}}", image, image, 1 + image % 2,
                image % 2 == 0));
        }
        return "{\"images\": [" + images + "], \"annotations\": [" + labels
            + "], \"categories\": [{\"id\": 1, \"name\": \"car\"}, {\"id\": 2, \"name\": \"bus\"}]}";
    }

    /** Everything is predicted to be a car. */
    private static String run() {
        StringBuilder run = new StringBuilder();
        for (int image = 1; image <= IMAGES; image++) {
            run.append(image == 1 ? "[" : ",\n").append(String.format(Locale.ROOT,
                "{\"image_id\": %d, \"category_id\": 1, \"bbox\": [10, 10, 50, 50], \"score\": 0.%d}", image, 10 + image));
        }
        return run + "]";
    }

    @AfterEach
    void close() {
        Walk.close(robot, dataset);
    }

    @Test
    void aCellOpensAsManyTilesAsTheFilteredMatrixCounts() throws Exception {
        ClassPair busAsCar = new ClassPair(1, 0);
        assertEquals(20, robot.ask(FilterWalkTest::model).count(busAsCar));
        write("weather = night");
        robot.await("the matrix is filtered", () -> model().count(busAsCar) < 20);
        long counted = robot.ask(FilterWalkTest::model).count(busAsCar);
        Evaluation evaluation = dataset.evaluations().of(dataset.run("m"), Progress.NONE);
        assertEquals(7, counted);
        assertEquals(13, evaluation.annotationCount());
        Rectangle cell = robot.ask(() -> canvas.boundsOf(busAsCar));
        robot.click(canvas, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.await("the cell is selected", () -> busAsCar.equals(canvas.selected()) && canvas.isFocusControl());
        robot.key("Return");
        robot.await("the grid has as many tiles as the cell counts", () -> tiles() == counted);
        write("weather = night and occluded = true");
        robot.await("matrix and grid follow", () -> model().count(busAsCar) == 0 && tiles() == 0);
        clickButton("Clear");
        robot.await("everything counts again", () -> model().count(busAsCar) == 20 && tiles() == 20);
        assertTrue(robot.ask(() -> filter.getText()).isEmpty());
    }

    @Test
    void anErrorIsShownBelowTheLineAndChangesNothing() {
        write("wether = night");
        robot.await("the error is shown", () -> Widgets.all(controls(), Label.class).stream()
            .anyMatch(label -> label.isVisible() && label.getText().contains("do you mean") && label.getText()
                .startsWith("Column 1")));
        assertEquals(IMAGES, robot.ask(FilterWalkTest::model).total());
        robot.key("Escape");
        robot.await("the line is as before", () -> filter.getText().isEmpty());
    }

    @Test
    void aClickOnASliceCountsOnlyIt() {
        robot.click(filter, 40, 10);
        robot.await("the fields are read", () -> dataset.knownFields().isPresent());
        robot.insist("the slices are shown", () -> {
            clickButton("Slice by...");
            robot.settle();
            // nothing, images, then the fields of images: file, width, height, weather
            robot.key("Down", "Down", "Right", "Down", "Down", "Down", "Return");
        }, () -> slices() != null && slices().getItemCount() == 2);
        assertEquals("clear 27", robot.ask(() -> slices().getItem(0).getText(0) + " " + slices().getItem(0).getText(1)));
        assertEquals("night 13", robot.ask(() -> slices().getItem(1).getText(0) + " " + slices().getItem(1).getText(1)));
        Rectangle night = robot.ask(() -> slices().getItem(1).getBounds(0));
        robot.click(robot.ask(FilterWalkTest.this::slices), night.x + 10, night.y + night.height / 2);
        robot.await("only the night counts", () -> model().total() == 13);
        assertEquals("image.weather = night", robot.ask(() -> filter.getText()));
        robot.click(robot.ask(FilterWalkTest.this::slices), night.x + 10, night.y + night.height / 2);
        robot.await("everything counts again", () -> model().total() == IMAGES);
    }

    @Test
    void boxesAreColouredByAFieldInTheGridAndOnTheCanvas() throws Exception {
        ClassPair busAsCar = new ClassPair(1, 0);
        Rectangle cell = robot.ask(() -> canvas.boundsOf(busAsCar));
        robot.click(canvas, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.await("the cell is selected", () -> busAsCar.equals(canvas.selected()) && canvas.isFocusControl());
        robot.key("Return");
        robot.await("the grid has the focus", () -> tiles() == 20 && grid().isFocusControl());
        robot.click(filter, 40, 10);
        robot.await("the fields are read", () -> dataset.knownFields().isPresent());
        robot.insist("boxes are coloured by what is occluded", () -> {
            robot.act(() -> grid().setFocus());
            robot.key("ctrl+alt+b");
            robot.settle();
            // the usual colours, images, labels, then the fields of labels: class, width, height, area, crowd, occluded
            robot.key("Down", "Down", "Down", "Right", "Down", "Down", "Down", "Down", "Down", "Return");
        }, () -> "label.occluded".equals(Colouring.of(dataset).field()));
        robot.await("all tiles are marked", () -> tiles() == 20 && marks().stream().noneMatch(String::isEmpty));
        // buses are in the images with even numbers after the first, whose labels are not occluded
        assertEquals(List.of("false"), robot.ask(this::marks).stream().distinct().toList());
        GridContent.Mark mark = robot.ask(() -> grid().content().mark(0));
        assertTrue(mark.onAnnotation() && !mark.onPrediction());
        assertTrue(robot.ask(() -> grid().content().details(0)).contains("weather: "));

        int image = robot.ask(() -> grid().content().tiles().image(3));
        Annotation label = dataset.image(image).getAnnotations().get(0);
        DatasetCommands.run(dataset, LabelCommands.setAttribute(dataset, label, "occluded", "true"))
            .get(30, TimeUnit.SECONDS);
        robot.await("the tile follows", () -> "true".equals(marks().get(3)));

        robot.act(() -> {
            grid().selection().only(3);
            grid().selectionChanged(true);
        });
        robot.key("Return");
        robot.await("its picture is open", () -> annotationCanvas() != null && !annotationCanvas().scene().shapes().isEmpty());
        robot.await("the label is coloured, the prediction is not", () -> {
            Scene scene = annotationCanvas().scene();
            return scene.shapes().stream().map(scene::tint).allMatch(Objects::nonNull)
                && scene.shapes().stream().allMatch(shape -> scene.tint(shape).value().equals(
                    shape.isPrediction() ? "" : "true"));
        });
        robot.act(() -> Colouring.of(dataset).choose(null));
        robot.await("the usual colours are back", () -> {
            Scene scene = annotationCanvas().scene();
            return scene.shapes().stream().map(scene::tint).allMatch(Objects::isNull);
        });
    }

    /** What stands on the tiles; empty where nothing does. */
    private List<String> marks() {
        GridContent content = grid().content();
        return IntStream.range(0, content.tiles().size()).mapToObj(content::mark)
            .map(mark -> mark == null ? "" : mark.text()).toList();
    }

    private static TileCanvas grid() {
        return Widgets.all(Walk.window(), TileCanvas.class).stream().filter(Composite::isVisible).findFirst().orElseThrow();
    }

    private static AnnotationCanvas annotationCanvas() {
        return Widgets.all(Walk.window(), AnnotationCanvas.class).stream().findFirst().orElse(null);
    }

    private void write(String text) {
        robot.act(() -> filter.setText(""));
        robot.click(filter, 40, 10);
        robot.await("the line has the focus", filter::isFocusControl);
        robot.type(text);
        robot.await("the filter is written", () -> filter.getText().equals(text));
        robot.key("Return");
    }

    private void clickButton(String name) {
        Button button = robot.ask(() -> Widgets.button(controls(), name));
        Rectangle size = robot.ask(button::getBounds);
        robot.click(button, size.width / 2, size.height / 2);
    }

    /** The table whose first column is the field. */
    private Table slices() {
        return Widgets.all(controls(), Table.class).stream()
            .filter(table -> table.isVisible() && table.getColumn(0).getText().equals("image.weather")).findFirst().orElse(null);
    }

    private static int tiles() {
        return Widgets.all(Walk.window(), TileCanvas.class).stream().filter(grid -> grid.isVisible() && grid.content() != null)
            .mapToInt(grid -> grid.content().tiles().size()).findFirst().orElse(-1);
    }

    private static MatrixModel model() {
        return Widgets.all(Walk.window(), MatrixCanvas.class).stream().map(MatrixCanvas::model).findFirst().orElse(null);
    }

    /** What surrounds the matrix in its view. */
    private Composite controls() {
        return canvas.getParent().getParent();
    }
}
