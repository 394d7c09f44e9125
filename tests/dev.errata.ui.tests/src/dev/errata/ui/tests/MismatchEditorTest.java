package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.operations.SuspectQuery;
import dev.errata.engine.Progress;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.mismatch.tiles.TileState;
import dev.errata.ui.selection.MatrixCell;
import dev.errata.ui.selection.Mismatch;

/** Four cats that the model takes for dogs, in one picture that is there and one that is missing. */
class MismatchEditorTest {

    private static final int CAT = 0;
    private static final int DOG = 1;
    private static final int BIRD = 2;
    private static final int BACKGROUND = 3;

    @TempDir
    private Path temp;
    private final Robot robot = new Robot();
    private OpenDataset dataset;
    private Run run;

    @BeforeEach
    void openDataset() throws Exception {
        Path files = Files.createDirectories(temp.resolve("files"));
        Files.writeString(files.resolve("labels.json"), """
            {"images": [{"id": 1, "file_name": "there.png", "width": 200, "height": 100},
                        {"id": 2, "file_name": "missing.png", "width": 200, "height": 100}],
             "categories": [{"id": 7, "name": "cat"}, {"id": 9, "name": "dog"}, {"id": 3, "name": "bird"}],
             "annotations": [{"id": 11, "image_id": 1, "category_id": 7, "bbox": [10, 10, 40, 40]},
                             {"id": 12, "image_id": 1, "category_id": 7, "bbox": [60, 10, 40, 40]},
                             {"id": 13, "image_id": 1, "category_id": 7, "bbox": [110, 10, 40, 40]},
                             {"id": 14, "image_id": 2, "category_id": 7, "bbox": [10, 10, 40, 40]}]}
            """, StandardCharsets.UTF_8);
        Files.writeString(files.resolve("model.json"), """
            [{"image_id": 1, "category_id": 9, "bbox": [11, 10, 40, 40], "score": 0.5},
             {"image_id": 1, "category_id": 9, "bbox": [61, 10, 40, 40], "score": 0.9},
             {"image_id": 1, "category_id": 9, "bbox": [111, 10, 40, 40], "score": 0.6},
             {"image_id": 2, "category_id": 9, "bbox": [11, 10, 40, 40], "score": 0.8}]
            """, StandardCharsets.UTF_8);
        ImageLoader picture = new ImageLoader();
        picture.data = new ImageData[] {new ImageData(200, 100, 24, new PaletteData(0xff0000, 0xff00, 0xff))};
        picture.save(files.resolve("there.png").toString(), SWT.IMAGE_PNG);
        Path folder = temp.resolve("pets");
        new ImportDataset(folder, files.resolve("labels.json")).images(files).run("model", files.resolve("model.json"))
            .run(Progress.NONE);
        dataset = OpenDatasets.get().open(folder).get(30, TimeUnit.SECONDS);
        run = dataset.run(null);
    }

    @AfterEach
    void closeAll() {
        robot.act(() -> Walk.page().closeAllEditors(false));
        OpenDatasets.get().close(dataset);
        robot.await("the dataset is closed", () -> OpenDatasets.get().find(dataset.folder()).isEmpty());
    }

    @Test
    void followsFixesAndKeepsTheOrder() {
        IEditorPart editor = openCell();
        TileCanvas canvas = canvas(editor, 4);
        assertEquals("cat \u2192 dog (4)", robot.ask(editor::getTitle));
        assertArrayEquals(new int[] {1, 3, 2, 0}, predictions(canvas), "by confidence");
        robot.await("the crops are there, or known to be missing", canvas::cropsArrived);

        robot.act(() -> {
            canvas.setFocus();
            canvas.selection().set(new int[] {0, 2});
            canvas.selectionChanged(false);
        });
        assertEquals(List.of(new Mismatch(dataset, run, 0, 12, 1), new Mismatch(dataset, run, 0, 13, 2)), selected(editor));
        execute(Ids.RELABEL_TO_PREDICTED);
        robot.await("both tiles are decided", () -> canvas.content().states().decided() == 2);
        assertEquals(TileState.RELABELLED, robot.ask(() -> canvas.content().states().get(0)));
        assertEquals(TileState.RELABELLED, robot.ask(() -> canvas.content().states().get(2)));
        assertEquals("cat \u2192 dog (2)", robot.ask(editor::getTitle), "the number in the cell");
        assertEquals(2, dataset.evaluations().of(run, Progress.NONE).matrix().count(CAT, DOG));
        assertArrayEquals(new int[] {1, 3, 2, 0}, predictions(canvas), "the order stays");
        assertArrayEquals(new int[] {3}, robot.ask(() -> canvas.selection().indexes()), "the next undecided tile");

        execute("org.eclipse.ui.edit.undo");
        robot.await("nothing is decided", () -> canvas.content().states().decided() == 0);
        assertEquals("cat \u2192 dog (4)", robot.ask(editor::getTitle));
        assertArrayEquals(new int[] {0, 2}, robot.ask(() -> canvas.selection().indexes()), "what was brought back");
    }

    @Test
    void refreshShowsWhatTheCellHoldsNow() {
        IEditorPart editor = openCell();
        TileCanvas canvas = canvas(editor, 4);
        int whole = robot.ask(MismatchEditorTest::roomOfStatus);
        assertTrue(whole < 20, "what is not shown takes no room: " + whole);
        select(canvas, 1);
        execute(Ids.DELETE_ANNOTATION);
        robot.await("the annotation is deleted", () -> canvas.content().states().get(1) == TileState.DELETED);
        robot.await("the refresh is offered beside the status", () -> roomOfStatus() > 100);
        execute("org.eclipse.ui.file.refresh");
        robot.await("three tiles are left", () -> canvas.content().tiles().size() == 3);
        robot.await("the status has its room again", () -> roomOfStatus() == whole);
        assertArrayEquals(new int[] {1, 2, 0}, predictions(canvas));
        assertEquals("cat \u2192 dog (3)", robot.ask(editor::getTitle));
    }

    @Test
    void conflictsAreShownUntilSomebodyDecides() throws Exception {
        IEditorPart editor = openCell();
        TileCanvas canvas = canvas(editor, 4);
        try (OpenDataset colleague = OpenDataset.open(dataset.folder(), Progress.NONE)) {
            select(canvas, 0);
            execute(Ids.RELABEL_TO_PREDICTED);
            robot.await("the tile is decided", () -> canvas.content().states().get(0) == TileState.RELABELLED);
            colleague.commandStack().execute(LabelCommands.relabel(colleague, List.of(Walk.annotation(colleague, 12)),
                colleague.labelClass(BIRD), ""));
        }
        robot.await("the tile shows the conflict", () -> canvas.content().states().get(0).conflict());
        IViewPart problems = Walk.showView(robot, Ids.PROBLEMS_VIEW);
        robot.await("it is a problem", () -> problems.getTitle().equals("Problems (1)"));

        // whichever of the two counts
        robot.act(() -> Walk.page().activate(editor));
        select(canvas, 0);
        execute(Ids.RELABEL_TO_PREDICTED);
        robot.await("the tile is decided", () -> canvas.content().states().get(0) == TileState.RELABELLED);
        robot.await("it is no problem any more", () -> problems.getTitle().equals("Problems"));
    }

    @Test
    void hiddenGridsFollowThresholdsWhenTheyAreSeenAgain() {
        IEditorPart hidden = openCell();
        TileCanvas canvas = canvas(hidden, 4);
        IEditorPart other = open(new StructuredSelection(new MatrixCell(dataset, run, CAT, BACKGROUND)));
        robot.await("another cell is shown", () -> other.getTitle().contains("(0)"));
        dataset.evaluations().setThresholds(new Thresholds(0.5, 0.7), Progress.NONE);
        robot.await("the shown grid follows", () -> other.getTitle().contains("(2)"));
        assertEquals("cat \u2192 dog", robot.ask(hidden::getTitle), "the number is not known");
        assertEquals(4, robot.ask(() -> canvas.content().tiles().size()), "nobody sees the tiles");
        robot.act(() -> Walk.page().activate(hidden));
        robot.await("the hidden one does when it is seen", () -> canvas.content().tiles().size() == 2);
        assertEquals("cat \u2192 dog (2)", robot.ask(hidden::getTitle));
    }

    @Test
    void anotherOrderIsShownFromItsFirstTile() {
        TileCanvas canvas = canvas(openCell(), 4);
        robot.act(() -> canvas.setTileSize(TileCanvas.LARGEST_TILE));
        int top = robot.ask(() -> canvas.bounds(0).y);
        robot.act(() -> canvas.reveal(3));
        assertTrue(robot.ask(() -> canvas.bounds(0).y) < top, "scrolled");
        order("Box area");
        robot.await("the order is by area", () -> canvas.content().tiles().prediction(0) == 0);
        assertEquals(top, robot.ask(() -> canvas.bounds(0).y));
        // what is remembered for other cells
        robot.act(() -> canvas.setTileSize(TileCanvas.DEFAULT_TILE));
        order("Confidence");
    }

    @Test
    void showsVerdictsAndTasks() {
        IEditorPart editor = openCell();
        TileCanvas canvas = canvas(editor, 4);
        select(canvas, 0);
        execute(Ids.LABEL_IS_RIGHT);
        robot.await("the next tile is selected", () -> canvas.selection().isSelected(1));
        execute(Ids.SEND_TO_ANNOTATION);
        robot.await("the next tile is selected", () -> canvas.selection().isSelected(2));
        robot.await("the first tile is decided", () -> canvas.content().states().get(0) == TileState.LABEL_RIGHT);
        robot.await("the second is sent", () -> canvas.content().states().get(1) == TileState.SENT);
        assertEquals("cat \u2192 dog (4)", robot.ask(editor::getTitle), "no label was changed");
    }

    @Test
    void wrongLabelsAreMarkedAndOthersSkippedByKeys() {
        TileCanvas canvas = canvas(openCell(), 4);
        select(canvas, 0);
        robot.act(canvas::forceFocus);
        robot.key("s");
        robot.await("the next tile is selected", () -> canvas.selection().isSelected(1));
        assertEquals(0, robot.ask(() -> canvas.content().states().decided()), "nothing is decided");
        robot.key("x");
        robot.await("the next tile is selected", () -> canvas.selection().isSelected(2));
        robot.await("the label is held to be wrong", () -> canvas.content().states().get(1) == TileState.LABEL_WRONG);
        robot.key("r");
        robot.await("a label is fixed", () -> canvas.content().states().get(2) == TileState.RELABELLED);
        robot.await("it says how far the work is", () -> Widgets.all(Walk.window(), Label.class).stream().anyMatch(
            label -> label.getText().contains("2 of 4 decided: 1 fixed, 1 suspect \u00b7 2 left")));
        robot.await("the next tile is selected", () -> canvas.selection().isSelected(3));
        robot.key("s");
        robot.await("from the end it goes on at the first", () -> canvas.selection().isSelected(0));
        robot.key("s");
        robot.await("decided tiles are passed over", () -> canvas.selection().isSelected(3));
        execute("org.eclipse.ui.edit.undo");
        execute("org.eclipse.ui.edit.undo");
        robot.await("a verdict is undone, too", () -> canvas.content().states().get(1) == TileState.UNDECIDED);
    }

    @Test
    void aQuestionMarkShowsTheKeysOfTheGrid() {
        TileCanvas canvas = canvas(openCell(), 4);
        robot.act(canvas::forceFocus);
        robot.key("question");
        robot.await("the keys are shown", () -> Widgets.shell("Keys of the Mismatch Grid") != null);
        Shell keys = robot.ask(() -> Widgets.shell("Keys of the Mismatch Grid"));
        List<String> texts = robot.ask(() -> Widgets.all(keys, Label.class).stream().map(Label::getText).toList());
        assertEquals("X", texts.get(texts.indexOf("Label Is Wrong") - 1));
        assertFalse(texts.contains("More"), () -> "keys that nobody looked for a place for: " + texts);
        robot.key("Escape");
        robot.await("the keys are gone", keys::isDisposed);
    }

    @Test
    void keysMayComeFasterThanDecisionsAreDone() {
        TileCanvas canvas = canvas(openCell(), 4);
        select(canvas, 0);
        ISchedulingRule busy = DatasetCommands.rule(dataset);
        Job.getJobManager().beginRule(busy, null);
        try {
            execute(Ids.LABEL_IS_RIGHT);
            execute(Ids.RELABEL_TO_PREDICTED);
            execute(Ids.DELETE_ANNOTATION);
            assertEquals(0, robot.ask(() -> canvas.content().states().decided()), "nothing is done yet");
            assertArrayEquals(new int[] {3}, robot.ask(() -> canvas.selection().indexes()));
        } finally {
            Job.getJobManager().endRule(busy);
        }
        robot.await("all are done", () -> canvas.content().states().decided() == 3);
        assertEquals(TileState.LABEL_RIGHT, robot.ask(() -> canvas.content().states().get(0)));
        assertEquals(TileState.RELABELLED, robot.ask(() -> canvas.content().states().get(1)));
        assertEquals(TileState.DELETED, robot.ask(() -> canvas.content().states().get(2)));
        assertArrayEquals(new int[] {3}, robot.ask(() -> canvas.selection().indexes()));
    }

    @Test
    void opensOneEditorForACellAndFindsItAgainAfterARestart() {
        IEditorPart editor = openCell();
        assertEquals(editor, openCell());
        IEditorInput input = editor.getEditorInput();
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        input.getPersistable().saveState(memento);
        IEditorInput restored = assertInstanceOf(IEditorInput.class, PlatformUI.getWorkbench()
            .getElementFactory(input.getPersistable().getFactoryId()).createElement(memento));
        assertEquals(input, restored);
        assertEquals(input.hashCode(), restored.hashCode());
        IEditorPart other = open(new StructuredSelection(new MatrixCell(dataset, run, DOG, CAT)));
        assertNotEquals(editor, other);
        assertTrue(robot.ask(() -> Walk.page().getEditorReferences().length) >= 2);
    }

    @Test
    void suspectsAreThoseOfTheEngineAndAreDecidedInPlace() {
        List<Suspect> expected = Suspects.rank(SuspectMethod.CONFIDENCE, SuspectQuery.input(dataset, run), Progress.NONE);
        assertFalse(expected.isEmpty());
        execute("dev.errata.ui.mismatch.openSuspects");
        IEditorPart editor = robot.ask(() -> Walk.page().getActiveEditor());
        order("Confidence");
        TileCanvas canvas = canvas(editor, expected.size());
        robot.await("the order is by confidence", () -> canvas.content().details(0).contains(expected.get(0).reason()));
        robot.await("the title counts them", () -> editor.getTitle().equals("Suspects (" + expected.size() + ")"));
        for (int tile = 0; tile < expected.size(); tile++) {
            Suspect suspect = expected.get(tile);
            int at = tile;
            assertEquals(suspect.image(), robot.ask(() -> canvas.content().tiles().image(at)));
            assertEquals(suspect.annotation() < 0 ? -1 : dataset.annotations().id(suspect.annotation()),
                robot.ask(() -> canvas.content().tiles().annotation(at)));
            assertTrue(robot.ask(() -> canvas.content().details(at)).contains(suspect.reason()));
        }
        assertEquals(0, robot.ask(() -> canvas.content().states().decided()), "nothing was decided yet");

        int labelled = robot.ask(() -> canvas.content().tiles().hasAnnotation(0) ? 0 : 1);
        select(canvas, labelled);
        execute(Ids.DELETE_ANNOTATION);
        robot.await("its label is gone", () -> canvas.content().states().get(labelled) == TileState.DELETED);
        assertEquals("Suspects (" + expected.size() + ")", robot.ask(editor::getTitle), "the order stays");
    }

    @Test
    void suspectsAreFoundAgainAfterARestart() {
        execute("dev.errata.ui.mismatch.openSuspects");
        IEditorInput input = robot.ask(() -> Walk.page().getActiveEditor().getEditorInput());
        XMLMemento memento = XMLMemento.createWriteRoot("input");
        input.getPersistable().saveState(memento);
        assertEquals(input, PlatformUI.getWorkbench().getElementFactory(input.getPersistable().getFactoryId())
            .createElement(memento));
        assertNotEquals(input, openCell().getEditorInput());
    }

    private IEditorPart openCell() {
        return open(new StructuredSelection(new MatrixCell(dataset, run, CAT, DOG)));
    }

    private IEditorPart open(StructuredSelection selection) {
        robot.act(() -> {
            IHandlerService handlers = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getService(IHandlerService.class);
            IEvaluationContext context = handlers.createContextSnapshot(false);
            context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME, selection);
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            try {
                handlers.executeCommandInContext(
                    new ParameterizedCommand(commands.getCommand(Ids.OPEN_MISMATCHES), null), null,
                    context);
            } catch (CommandException failure) {
                throw new AssertionError(failure);
            }
        });
        return robot.ask(() -> Walk.page().getActiveEditor());
    }

    /** Executes a command as its key would, once it is enabled: undo is so shortly after the change is seen. */
    /** The points beside the status that something else takes. */
    private static int roomOfStatus() {
        Label status = Widgets.only(Walk.window(), Label.class, label -> label.getText().contains("decided"));
        return status.getParent().getClientArea().width - status.getSize().x;
    }

    private void execute(String command) {
        robot.await(command + " is enabled",
            () -> PlatformUI.getWorkbench().getService(ICommandService.class).getCommand(command).isEnabled());
        robot.act(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException failure) {
                throw new AssertionError(command, failure);
            }
        });
    }

    private void order(String name) {
        robot.act(() -> {
            Combo order = Widgets.only(Walk.window(), Combo.class, combo -> combo.indexOf("Confident learning") >= 0);
            order.select(order.indexOf(name));
            order.notifyListeners(SWT.Selection, new Event());
        });
    }

    private void select(TileCanvas canvas, int tile) {
        robot.act(() -> {
            canvas.setFocus();
            canvas.selection().only(tile);
            canvas.selectionChanged(true);
        });
    }

    private List<?> selected(IEditorPart editor) {
        return robot.ask(() -> ((IStructuredSelection) editor.getSite().getSelectionProvider().getSelection()).toList());
    }

    private int[] predictions(TileCanvas canvas) {
        return robot.ask(() -> {
            int[] positions = new int[canvas.content().tiles().size()];
            for (int tile = 0; tile < positions.length; tile++) {
                positions[tile] = canvas.content().tiles().prediction(tile);
            }
            return positions;
        });
    }

    /** The canvas of an editor, once it has so many tiles. */
    private TileCanvas canvas(IEditorPart editor, int tiles) {
        TileCanvas[] found = new TileCanvas[1];
        robot.await("the grid has " + tiles + " tiles", () -> {
            found[0] = find(editor.getSite().getShell());
            return found[0] != null && found[0].content() != null && found[0].content().tiles().size() == tiles;
        });
        return found[0];
    }

    private static TileCanvas find(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof TileCanvas canvas && canvas.isVisible()) {
                return canvas;
            }
            TileCanvas inside = child instanceof Composite composite ? find(composite) : null;
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }
}
