package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.ISources;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.mismatch.canvas.EarlyCrops;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.selection.MatrixCell;

/** A cell of more objects than anybody looks at: the first of them are on the screen before all are put together. */
class ManyTilesTest {

    private static final int BIRD = 0;
    private static final int BACKGROUND = 1;
    private static final int BIRDS = 12_000;

    @TempDir
    private Path temp;
    private final Robot robot = new Robot();
    private OpenDataset dataset;
    private Run run;

    @BeforeEach
    void openDataset() throws Exception {
        Path labels = Files.writeString(temp.resolve("labels.json"), """
            {"images": [{"id": 1, "file_name": "sky.png", "width": 2000, "height": 1000}],
             "categories": [{"id": 3, "name": "bird"}], "annotations": []}
            """);
        StringBuilder results = new StringBuilder("[");
        for (int bird = 0; bird < BIRDS; bird++) {
            results.append(bird == 0 ? "" : ",").append(String.format(Locale.ROOT,
                "{\"image_id\": 1, \"category_id\": 3, \"bbox\": [%d, %d, 5, 5], \"score\": %.5f}", bird % 190 * 10,
                bird / 190 * 10, (bird + 1.0) / (BIRDS + 1)));
        }
        Path folder = temp.resolve("flock");
        new ImportDataset(folder, labels).run("model", Files.writeString(temp.resolve("model.json"), results.append(']')))
            .run(Progress.NONE);
        dataset = OpenDatasets.get().open(folder).get(60, TimeUnit.SECONDS);
        run = dataset.run(null);
    }

    @AfterEach
    void close() {
        Walk.close(robot, dataset);
    }

    @Test
    void theFirstOnesAreShownFirst() {
        List<Tiles> named = new ArrayList<>();
        // all of it in one turn of the UI thread: the grid is named when its first tiles are there
        robot.act(() -> {
            open();
            Walk.page().getActiveEditor().addPropertyListener((part, property) -> {
                TileCanvas canvas = Walk.only(TileCanvas.class);
                if (canvas.content() != null) {
                    named.add(canvas.content().tiles());
                }
            });
        });
        robot.await("all birds have tiles", () -> Walk.only(TileCanvas.class).content() != null
            && Walk.only(TileCanvas.class).content().tiles().size() == BIRDS);
        Tiles all = robot.ask(() -> Walk.only(TileCanvas.class).content().tiles());
        Tiles first = robot.ask(() -> named.get(0));
        assertTrue(first.size() < BIRDS / 2, first.size() + " tiles at first");
        for (int tile = 0; tile < first.size(); tile++) {
            assertEquals(all.prediction(tile), first.prediction(tile), "the order is that of all");
        }
        assertEquals("background \u2192 bird (12,000)", robot.ask(() -> Walk.page().getActiveEditor().getTitle()));
        assertTrue(robot.ask(() -> Widgets.all(Walk.window(), Label.class).stream()
            .noneMatch(label -> label.isVisible() && label.getText().contains("new in this cell"))));
    }

    /** Crops that were asked for last are made first: those of the next page would keep the last visible ones waiting. */
    @Test
    void noCropOutOfSightIsMadeBeforeThoseInSight() {
        robot.act(this::open);
        robot.await("all birds have tiles", () -> Walk.only(TileCanvas.class).content() != null
            && Walk.only(TileCanvas.class).content().tiles().size() == BIRDS);
        TileCanvas canvas = robot.ask(() -> Walk.only(TileCanvas.class));
        HeldCrops held = robot.ask(() -> {
            // few enough to be asked for at once
            canvas.setTileSize(TileCanvas.LARGEST_TILE);
            HeldCrops content = new HeldCrops(canvas.content());
            canvas.setContent(content);
            return content;
        });
        int visible = robot.ask(canvas::endVisible);
        robot.await("the crops in sight are asked for", () -> held.asked().size() >= visible);
        robot.settle();
        assertEquals(IntStream.range(0, visible).boxed().collect(Collectors.toSet()), robot.ask(held::asked));
        robot.act(held::letGo);
        robot.await("then those of the next page are", () -> held.asked().size() > visible);
    }

    /** While an editor opens the first crops are made; nobody makes them twice, but for another size. */
    @Test
    void cropsThatWereMadeEarlyAreNotMadeAgain() {
        robot.act(this::open);
        robot.await("all birds have tiles", () -> Walk.only(TileCanvas.class).content() != null
            && Walk.only(TileCanvas.class).content().tiles().size() == BIRDS);
        TileCanvas canvas = robot.ask(() -> Walk.only(TileCanvas.class));
        robot.act(() -> canvas.setTileSize(TileCanvas.LARGEST_TILE));
        robot.settle();
        HeldCrops held = robot.ask(() -> new HeldCrops(canvas.content()));
        EarlyCrops early = robot.ask(() -> canvas.earlyCrops(held));
        int made = robot.ask(held::requests);
        int visible = robot.ask(canvas::endVisible);
        assertTrue(made > visible, made + " made early, " + visible + " visible");
        robot.act(() -> {
            held.letGo();
            canvas.setContent(held, early);
        });
        robot.await("they are on the tiles", () -> canvas.visibleCropsArrived());
        robot.settle();
        assertTrue(robot.ask(held::requests) <= robot.ask(() -> held.asked().size()), "each was made once");

        HeldCrops smaller = robot.ask(() -> new HeldCrops(canvas.content()));
        EarlyCrops large = robot.ask(() -> canvas.earlyCrops(smaller));
        robot.act(() -> {
            canvas.setTileSize(TileCanvas.DEFAULT_TILE);
            canvas.setContent(smaller, large);
        });
        robot.await("those of the other size are made", () -> smaller.requests() > smaller.asked().size());
    }

    @Test
    void whenAllTilesAreThereTheCropsAndThePlaceOfTheFirstStay() {
        robot.act(this::open);
        robot.await("all birds have tiles", () -> Walk.only(TileCanvas.class).content() != null
            && Walk.only(TileCanvas.class).content().tiles().size() == BIRDS);
        TileCanvas canvas = robot.ask(() -> Walk.only(TileCanvas.class));
        robot.await("the first crops are there", canvas::cropsArrived);
        HeldCrops held = robot.ask(() -> {
            canvas.reveal(100);
            return new HeldCrops(canvas.content());
        });
        robot.await("so are those further down", canvas::cropsArrived);
        int first = robot.ask(canvas::firstVisible);
        assertTrue(first > 0, "scrolled to " + first);
        robot.act(() -> canvas.extend(held));
        robot.settle();
        assertEquals(first, robot.ask(canvas::firstVisible));
        assertEquals(0, robot.ask(held::requests), "no crop is made again");
    }

    private void open() {
        IHandlerService handlers = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getService(IHandlerService.class);
        IEvaluationContext context = handlers.createContextSnapshot(false);
        context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME,
            new StructuredSelection(new MatrixCell(dataset, run, BACKGROUND, BIRD)));
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        try {
            handlers.executeCommandInContext(new ParameterizedCommand(commands.getCommand(Ids.OPEN_MISMATCHES), null), null,
                context);
        } catch (CommandException failure) {
            throw new AssertionError(failure);
        }
    }
}
