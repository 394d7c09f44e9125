package dev.errata.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.engine.Progress;
import dev.errata.engine.matching.Thresholds;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.fields.Colouring;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/**
 * Takes pictures of every part, to be looked at and for the README. Not a test that the build runs: tests/screenshots/take
 * does. System properties: {@code errata.screenshots} is the folder, {@code errata.theme} the id of a theme or empty,
 * {@code errata.suffix} is appended to each name.
 */
class Screenshots {

    private static final int RED_CELL = 0;
    private static final int BACKGROUND = 3;

    @TempDir
    Path folder;

    private Walk walk;
    private Robot robot;

    @BeforeEach
    void begin() throws IOException {
        walk = new Walk();
        robot = walk.robot;
        robot.act(() -> {
            Shell window = Walk.window();
            window.setMaximized(false);
            window.setBounds(0, 0, 1500, 940);
            String theme = System.getProperty("errata.theme", "");
            if (!theme.isEmpty()) {
                PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            }
        });
    }

    @AfterEach
    void end() {
        walk.close();
    }

    @Test
    void take() throws Exception {
        shoot("empty");
        OpenDataset dataset = walk.importSample(folder);
        dataset.evaluations().setThresholds(new Thresholds(0.5, 0.3), Progress.NONE);
        TileCanvas missed = walk.openCell(BACKGROUND, RED_CELL);
        robot.await("the crops have arrived", missed::cropsArrived);
        shoot("matrix");
        filter("area > 4000");
        shoot("filter");
        filter("aera > 4000");
        shoot("filter-error");
        robot.key("ctrl+a", "Delete", "ctrl+space");
        shoot("filter-assist");
        robot.key("Escape");
        filter("");
        robot.act(() -> Walk.page().activate(Walk.page().getActiveEditor()));
        robot.act(() -> Colouring.of(dataset).choose("prediction.confidence"));
        robot.await("the tiles are coloured", () -> missed.content() != null && missed.content().mark(0) != null);
        shoot("colours");
        robot.act(() -> Colouring.of(dataset).choose(null));
        robot.act(() -> Walk.page().toggleZoom(Walk.page().getActivePartReference()));
        robot.await("the crops have arrived", missed::cropsArrived);
        acceptFirstTiles(missed);
        shoot("grid");
        keys(missed, "grid-keys");
        walk.command("dev.errata.ui.mismatch.openSuspects");
        robot.await("the suspects are found", () -> Walk.page().getActiveEditor().getTitle().startsWith("Suspects (")
            && Walk.only(TileCanvas.class).content() != null && Walk.only(TileCanvas.class).cropsArrived());
        shoot("suspects");
        robot.act(() -> Walk.page().toggleZoom(Walk.page().getActivePartReference()));
        walk.sendFirstTile(dataset, walk.openCell(RED_CELL, BACKGROUND));
        AnnotationCanvas canvas = walk.openTask();
        robot.await("the target is selected", () -> !canvas.selection().isEmpty());
        shoot("annotation");
        keys(canvas, "annotation-keys");
        robot.act(() -> Colouring.of(dataset).choose("label.area"));
        robot.await("the boxes are coloured", () -> canvas.scene().tint(canvas.scene().shapes().get(0)) != null);
        shoot("annotation-colours");
        robot.act(() -> Colouring.of(dataset).choose(null));
        walk.command("dev.errata.ui.charts.showMetrics");
        robot.act(() -> Walk.page().toggleZoom(Walk.page().getActivePartReference()));
        robot.await("the metrics are computed", () -> !Widgets.all(Walk.window(), Chart.class).isEmpty());
        shoot("metrics");
        robot.act(() -> {
            CTabFolder tabs = (CTabFolder) Widgets.all(Walk.window(), Chart.class).get(0).getParent();
            tabs.setSelection(tabs.getItemCount() - 1);
        });
        shoot("errors");
        robot.act(() -> Walk.page().toggleZoom(Walk.page().getActivePartReference()));
        review(dataset);
        Walk.showView(robot, Ids.HISTORY_VIEW);
        shoot("history");
        Walk.showView(robot, Ids.MATRIX_VIEW);
        walk.command(Ids.SHOW_GUIDE);
        shoot("guide");
        robot.act(() -> Walk.page().hideView(Walk.page().findView(Ids.GUIDE_VIEW)));
        wizard(Ids.ADD_RUN, "Add Predictions", "add-predictions");
        wizard(Ids.EXPORT_DATASET, "Export", "export");
        wizard(Ids.IMPORT_DATASET, "Import Dataset", "import");
    }

    /** Names that want to steer the window, and a record that cannot be read. */
    @Test
    void takeStrangeFile() throws Exception {
        Path target = folder.resolve("strange");
        StrangeNamesTest.write(folder, target);
        OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        walk.openCell(0, 1);
        Walk.showView(robot, Ids.PROBLEMS_VIEW);
        robot.settle();
        shoot("strange");
    }

    private void wizard(String command, String title, String name) throws IOException {
        walk.command(command);
        robot.await("the wizard opens", () -> Widgets.shell(title) != null);
        shoot(name);
        robot.key("Escape");
        robot.await("the wizard is closed", () -> Widgets.shell(title) == null);
    }

    private void keys(Control part, String name) throws IOException {
        robot.act(part::forceFocus);
        robot.key("question");
        robot.await("the keys are shown", () -> Display.getCurrent().getActiveShell() != Walk.window());
        shoot(name);
        robot.key("Escape");
        robot.await("the keys are gone", () -> Display.getCurrent().getActiveShell() == Walk.window());
    }

    /** Writes a filter as a person does. */
    private void filter(String text) {
        Text line = robot.ask(() -> Widgets.all(Walk.window(), Text.class).stream()
            .filter(field -> field.getMessage().startsWith("Filter")).findFirst().orElseThrow());
        robot.act(() -> line.setText(""));
        robot.click(line, 40, 10);
        robot.type(text);
        robot.await("the filter is written", () -> line.getText().equals(text));
        robot.key("Return");
        robot.settle();
    }

    /** A verdict, and a task that goes to review, for the history. */
    private static void review(OpenDataset dataset) throws Exception {
        Review review = Review.of(dataset);
        Suspect suspect = new Suspect(0, dataset.image(0).getAnnotations().get(0).getId(), "", -1);
        DatasetCommands.run(dataset, review.decide(List.of(suspect), VerdictKind.MODEL_WRONG, "seen twice")).get();
        DatasetCommands.run(dataset, review.submit(review.batches().get(0).getTasks(), "one cell was missing")).get();
    }

    private void acceptFirstTiles(TileCanvas grid) {
        Rectangle first = robot.ask(() -> grid.bounds(0));
        robot.click(grid, first.x + first.width / 2, first.y + first.height / 2);
        for (int accepted = 1; accepted <= 3; accepted++) {
            int count = accepted;
            robot.key("p");
            robot.await("the prediction is accepted and the next tile selected",
                () -> OpenDatasets.get().active().orElseThrow().changes()
                    .read(journal -> journal.entries().size()) == count
                    && grid.selection().isSelected(count));
        }
        robot.key("shift+Right", "shift+Right");
    }

    private void shoot(String name) throws IOException {
        robot.pointAt(Walk.window(), 700, 60);
        robot.settle();
        Path target = Path.of(System.getProperty("errata.screenshots"));
        Files.createDirectories(target);
        Path file = target.resolve(name + System.getProperty("errata.suffix", "") + ".png");
        robot.act(() -> {
            Display display = Display.getCurrent();
            Rectangle bounds = Walk.window().getBounds();
            Image image = new Image(display, bounds.width, bounds.height);
            GC gc = new GC(display);
            gc.copyArea(image, bounds.x, bounds.y);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] { image.getImageData(100 * Integer.getInteger("errata.scale", 1)) };
            loader.save(file.toString(), SWT.IMAGE_PNG);
            image.dispose();
        });
    }
}
