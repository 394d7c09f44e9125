package dev.errata.ui.tests;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/**
 * Times the window. Not a test that the build runs: tests/benchmarks/window does. System properties: {@code errata.times} is the
 * file to append to (see {@link Stopwatch#write}), {@code errata.times.data} a folder with the generated {@code gt.json} and
 * {@code preds.json}.
 */
class WindowTimes {

    private static final int CAR = 2;
    private static final int TRUCK = 4;
    private static final int SLIDER_STEPS = 20;
    private static final int FIXES = 100;
    private static final int CELLS = 12;
    private static final int FRAMES = 120;
    private static final int DIFFERENT_PICTURES = 64;
    private static final int CROWD = 2000;

    /** A screen of sixty frames a second has so many milliseconds for one. */
    private static final String FRAME = "16.7";

    @TempDir
    private Path folder;
    private Walk walk;
    private Robot robot;
    private Path times;

    @BeforeEach
    void begin() throws IOException {
        walk = new Walk();
        robot = walk.robot;
        times = Path.of(System.getProperty("errata.times"));
        robot.act(() -> {
            Shell window = Walk.window();
            window.setMaximized(false);
            window.setBounds(0, 0, 1600, 980);
        });
    }

    @AfterEach
    void end() {
        walk.close();
    }

    @Test
    void largeDataset() throws Exception {
        Path data = Path.of(System.getProperty("errata.times.data"));
        Path target = folder.resolve("large");
        new ImportDataset(target, data.resolve("gt.json")).images(streets())
            .run("detector", data.resolve("preds.json")).run(Progress.NONE);
        open(target);
        sliders();
        cells();
        largestCell();
        fixes();
    }

    private void open(Path target) throws IOException {
        Stopwatch opening = new Stopwatch(robot, "open a dataset again, to the painted matrix");
        for (int time = 0; time <= 3; time++) {
            OpenDatasets.get().all().forEach(dataset -> Walk.close(robot, dataset));
            // the first fills the cache
            Stopwatch stopwatch = time == 0 ? new Stopwatch(robot, "open a dataset") : opening;
            stopwatch.time(() -> OpenDatasets.get().open(target), MatrixCanvas.class::isInstance,
                () -> Walk.only(MatrixCanvas.class).model() != null);
        }
        opening.write(times, "1000");
    }

    private void sliders() throws IOException {
        List<Scale> sliders = robot.ask(() -> Widgets.all(Walk.window(), Scale.class));
        slide(sliders.get(0), "a step of the IoU slider, to the painted matrix");
        slide(sliders.get(1), "a step of the confidence slider, to the painted matrix");
    }

    private void slide(Scale slider, String step) throws IOException {
        Stopwatch stopwatch = new Stopwatch(robot, step);
        robot.act(slider::forceFocus);
        int before = robot.ask(slider::getSelection);
        for (int i = 0; i < SLIDER_STEPS; i++) {
            MatrixModel shown = model();
            stopwatch.time(() -> Stopwatch.press(SWT.ARROW_RIGHT, (char) 0), MatrixCanvas.class::isInstance,
                () -> model() != shown);
        }
        MatrixModel shown = model();
        robot.act(() -> {
            slider.setSelection(before);
            slider.notifyListeners(SWT.Selection, new Event());
        });
        robot.await("the slider is back", () -> model() != shown);
        stopwatch.write(times, "100");
    }

    private MatrixModel model() {
        return robot.ask(() -> Walk.only(MatrixCanvas.class).model());
    }

    /** Mismatches of two classes: some dozens to some thousands. */
    private void cells() throws IOException {
        MatrixModel model = model();
        int classes = model.background();
        List<ClassPair> pairs = new ArrayList<>();
        for (int cell = 0; cell < classes * classes; cell++) {
            ClassPair pair = new ClassPair(cell / classes, cell % classes);
            if (pair.groundTruth() != pair.predicted() && model.count(pair) > 0) {
                pairs.add(pair);
            }
        }
        pairs.sort(Comparator.comparingLong((ClassPair pair) -> model.count(pair)).reversed());
        Stopwatch opening = new Stopwatch(robot, "Enter on a cell, to the first screen of crops");
        Stopwatch scrolling = new Stopwatch(robot, "a frame while scrolling through the crops");
        List<ClassPair> chosen = pairs.subList(0, Math.min(CELLS, pairs.size()));
        for (ClassPair pair : Stream.concat(chosen.stream(), chosen.stream()).toList()) {
            openCell(opening, pair);
            TileCanvas grid = robot.ask(() -> Walk.only(TileCanvas.class));
            ScrollBar bar = robot.ask(grid::getVerticalBar);
            for (int frame = 0; frame < FRAMES / CELLS && robot.ask(() -> isAbove(bar)); frame++) {
                scrolling.frame(grid, () -> {
                    bar.setSelection(bar.getSelection() + bar.getIncrement());
                    bar.notifyListeners(SWT.Selection, new Event());
                });
            }
            robot.act(() -> Walk.page().closeAllEditors(false));
        }
        opening.write(times, "200");
        scrolling.write(times, FRAME);
    }

    private static boolean isAbove(ScrollBar bar) {
        return bar.getSelection() < bar.getMaximum() - bar.getThumb();
    }

    private void largestCell() throws IOException {
        Stopwatch opening = new Stopwatch(robot, "Enter on the largest cell, to the first screen of crops");
        ClassPair largest = new ClassPair(model().background(), CAR);
        for (int time = 0; time < 3; time++) {
            openCell(opening, largest);
            robot.act(() -> Walk.page().closeAllEditors(false));
        }
        opening.write(times, "200");
    }

    private void openCell(Stopwatch stopwatch, ClassPair pair) {
        MatrixCanvas matrix = robot.ask(() -> Walk.only(MatrixCanvas.class));
        Rectangle cell = robot.ask(() -> matrix.boundsOf(pair));
        robot.click(matrix, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.await("the cell is selected", () -> pair.equals(matrix.selected()));
        stopwatch.time(() -> Stopwatch.press(SWT.CR, SWT.CR), TileCanvas.class::isInstance, () -> {
            List<TileCanvas> grids = Widgets.all(Walk.window(), TileCanvas.class);
            return grids.size() == 1 && grids.get(0).content() != null && grids.get(0).visibleCropsArrived();
        });
    }

    private void fixes() throws IOException {
        Stopwatch fixing = new Stopwatch(robot, "one fix, on disk, to the updated matrix");
        OpenDataset dataset = robot.ask(() -> OpenDatasets.get().active().orElseThrow());
        TileCanvas grid = walk.openCell(CAR, TRUCK);
        robot.await("the crops have arrived", grid::cropsArrived);
        Rectangle first = robot.ask(() -> grid.bounds(0));
        robot.click(grid, first.x + first.width / 2, first.y + first.height / 2);
        for (int fix = 0; fix < FIXES; fix++) {
            MatrixModel shown = model();
            int next = fix + 1;
            fixing.time(() -> Stopwatch.press('r', 'r'), MatrixCanvas.class::isInstance, () -> model() != shown);
            robot.await("the next tile is selected", () -> grid.selection().isSelected(next));
            robot.await("the fix is on record", () -> dataset.changes().read(journal -> journal.entries().size()) == next);
        }
        fixing.write(times, "50");
    }

    /** One image with two thousand labels. */
    @Test
    void crowdedImage() throws Exception {
        Random random = new Random(1);
        StringBuilder labels = new StringBuilder("""
            {"images": [{"id": 1, "file_name": "crowd.jpg", "width": 3840, "height": 2160}],
             "categories": [{"id": 1, "name": "person"}, {"id": 2, "name": "car"}], "annotations": [""");
        for (int label = 1; label <= CROWD; label++) {
            labels.append(label == 1 ? "" : ",").append(String.format(Locale.ROOT,
                "{\"id\": %d, \"image_id\": 1, \"category_id\": %d, \"bbox\": [%d, %d, %d, %d], \"area\": 1, \"iscrowd\": 0}",
                label, 1 + random.nextInt(2), random.nextInt(3700), random.nextInt(2000), 20 + random.nextInt(100),
                20 + random.nextInt(140)));
        }
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("crowd.jpg"), PictureFiles.written(street(random, 3840, 2160), "jpg"));
        Path target = folder.resolve("crowd");
        new ImportDataset(target, Files.writeString(folder.resolve("crowd.json"), labels.append("]}"))).images(pictures)
            .run(Progress.NONE);
        OpenDatasets.get().open(target).join();
        OpenDataset dataset = robot.ask(() -> OpenDatasets.get().active().orElseThrow());
        AnnotationCanvas canvas = walk.openEditor(dataset, "");
        robot.settle();
        robot.settle();
        frames("a frame while zooming, 2,000 boxes", frame -> canvas.zoom(frame < FRAMES / 2 ? 1.02 : 1 / 1.02), canvas);
        robot.act(canvas::fit);
        frames("a frame while panning, 2,000 boxes at 200 %", frame -> {
            if (frame == 0) {
                canvas.showActualSize();
                canvas.zoom(2);
            }
            canvas.show(canvas.viewport().panned(frame < FRAMES / 2 ? -8 : 8, -3));
        }, canvas);
        robot.act(canvas::fit);
        Shape shape = robot.ask(() -> canvas.scene().shapes().get(CROWD / 2));
        robot.act(() -> canvas.select(List.of(shape)));
        int x = (int) robot.ask(() -> canvas.viewport().deviceX(shape.box().x() + shape.box().width() / 2)).doubleValue();
        int y = (int) robot.ask(() -> canvas.viewport().deviceY(shape.box().y() + shape.box().height() / 2)).doubleValue();
        robot.act(() -> canvas.notifyListeners(SWT.MouseDown, mouse(x, y)));
        frames("a frame while dragging a box, 2,000 boxes",
            frame -> canvas.notifyListeners(SWT.MouseMove, mouse(x + 2 * frame, y + frame)), canvas);
        robot.act(() -> canvas.notifyListeners(SWT.MouseUp, mouse(x, y)));
    }

    private void frames(String step, Consumer<Integer> change, AnnotationCanvas canvas) throws IOException {
        Stopwatch stopwatch = new Stopwatch(robot, step);
        for (int frame = 0; frame < FRAMES; frame++) {
            int number = frame;
            stopwatch.frame(canvas, () -> {
                change.accept(number);
                canvas.redraw();
            });
        }
        stopwatch.write(times, FRAME);
    }

    private static Event mouse(int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        event.stateMask = SWT.BUTTON1;
        return event;
    }

    /** A picture for each image of the labels; there are only some different ones, but each is a file of its own. */
    private Path streets() throws IOException {
        Path pictures = Files.createDirectory(folder.resolve("streets"));
        Random random = new Random(2);
        List<Path> different = new ArrayList<>();
        for (int picture = 0; picture < DIFFERENT_PICTURES; picture++) {
            different.add(Files.write(folder.resolve("street" + picture + ".jpg"),
                PictureFiles.written(street(random, 1280, 720), "jpg")));
        }
        int images = Integer.getInteger("errata.times.images");
        for (int image = 1; image <= images; image++) {
            Files.createLink(pictures.resolve(String.format(Locale.ROOT, "%06d.jpg", image)),
                different.get(image % DIFFERENT_PICTURES));
        }
        return pictures;
    }

    /** As hard to decode as a photograph: areas, edges and grain. */
    private static BufferedImage street(Random random, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        for (int area = 0; area < 200; area++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillRect(random.nextInt(width), random.nextInt(height), random.nextInt(width / 6),
                random.nextInt(height / 4));
        }
        graphics.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grain = random.nextInt(8);
                image.setRGB(x, y, image.getRGB(x, y) ^ (grain << 16 | grain << 8 | grain));
            }
        }
        return image;
    }
}
