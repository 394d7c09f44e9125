package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Explanation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.Legend;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassOrder;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;
import dev.errata.ui.selection.MatrixCell;

/** The confusion-matrix view on the sample, driven by keys and mouse. */
class MatrixViewTest {

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private OpenDataset dataset;
    private MatrixCanvas canvas;

    @BeforeEach
    void openSample() throws Exception {
        Path sample = FileLocator.getBundleFileLocation(Platform.getBundle("dev.errata.sample")).orElseThrow().toPath()
            .resolve("bccd");
        Path target = folder.resolve("cells");
        new ImportDataset(target, sample.resolve("labels.json")).images(sample.resolve("images"))
            .run("a", sample.resolve("model_a.json")).run("b", sample.resolve("model_b.json")).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        Walk.showView(robot, Ids.MATRIX_VIEW);
        robot.await("the matrix of the dataset is shown", () -> !Widgets.all(Walk.window(), MatrixCanvas.class).isEmpty()
            && model() != null && model().facts().dataset().equals(dataset.name()));
        canvas = robot.ask(() -> Widgets.all(Walk.window(), MatrixCanvas.class).get(0));
    }

    @AfterEach
    void closeDataset() {
        robot.act(() -> OpenDatasets.get().close(dataset));
        robot.await("no dataset is open", () -> OpenDatasets.get().active().filter(dataset::equals).isEmpty());
    }

    @Test
    void keysMoveTheSelectionOfTheWorkbench() throws Exception {
        select(new ClassPair(0, 0));
        press("Right", new ClassPair(0, 1));
        press("Down", new ClassPair(1, 1));
        press("End", new ClassPair(1, 3));
        press("Next", new ClassPair(3, 3));
        press("ctrl+Home", new ClassPair(0, 0));
        press("Up", new ClassPair(0, 0));
        press("ctrl+Right", new ClassPair(0, 3));
        IStructuredSelection selection = robot.ask(
            () -> (IStructuredSelection) Walk.page().getWorkbenchWindow().getSelectionService().getSelection());
        assertEquals(new MatrixCell(dataset, dataset.run("a"), 0, 3), selection.getFirstElement());
    }

    @Test
    void aSequenceOfKeysLeadsToAView() {
        robot.act(() -> Walk.page().activate(Walk.page().findView(Ids.MATRIX_VIEW)));
        robot.key("alt+shift+q", "k");
        robot.await("the tasks have the keys", () -> Walk.page().getActivePartReference().getId().equals(Ids.TASKS_VIEW));
        robot.key("alt+shift+q", "m");
        robot.await("the matrix has the keys", () -> Walk.page().getActivePartReference().getId().equals(Ids.MATRIX_VIEW));
    }

    @Test
    void classesWithMostMismatchesComeFirstAndKeysFollowThem() throws Exception {
        int[] worst = robot.ask(() -> {
            ClassOrder order = ClassOrder.of(model(), MatrixOptions.DEFAULT.withByMismatches(true), new BitSet());
            return IntStream.range(0, order.count()).map(order::label).toArray();
        });
        toggle("byMismatches");
        try {
            ClassPair first = new ClassPair(worst[0], worst[0]);
            robot.await("the worst class stands first", () -> canvas.boundsOf(first).y
                <= canvas.boundsOf(new ClassPair(worst[1], worst[1])).y);
            select(first);
            press("Down", new ClassPair(worst[1], worst[0]));
            press("End", new ClassPair(worst[1], worst[worst.length - 1]));
        } finally {
            toggle("byMismatches");
        }
        robot.await("as in the labels again", () -> canvas.boundsOf(new ClassPair(0, 0)).y
            < canvas.boundsOf(new ClassPair(1, 1)).y && canvas.boundsOf(new ClassPair(1, 1)).y
            < canvas.boundsOf(new ClassPair(2, 2)).y);
    }

    @Test
    void inASmallWindowThereIsRoomForCellsAndNothingStandsOut() {
        boolean maximized = robot.ask(() -> Walk.window().getMaximized());
        Point before = robot.ask(() -> Walk.window().getSize());
        try {
            robot.act(() -> Walk.window().setMaximized(false));
            for (Point size : List.of(new Point(1000, 760), new Point(900, 600), new Point(760, 520))) {
                robot.act(() -> Walk.window().setSize(size));
                robot.await("the window is small", () -> Math.abs(Walk.window().getSize().x - size.x) < 60);
                robot.settle();
                int height = robot.ask(() -> canvas.getClientArea().height);
                assertTrue(height >= (size.y == 600 ? 200 : 120), "cells have " + height + " points in a window of " + size);
                for (Legend legend : robot.ask(() -> Widgets.all(Walk.window(), Legend.class))) {
                    assertTrue(robot.ask(() -> legend.getBounds().x + legend.getBounds().width
                        <= legend.getParent().getClientArea().width), "the legend would be painted over the part beside it");
                }
            }
            assertEquals(0, robot.ask(MatrixViewTest::fieldsToFind), "there is no room for it");
            robot.act(canvas::setFocus);
            robot.key("ctrl+f");
            robot.await("the field to find classes is there", () -> fieldsToFind() == 1
                && Display.getCurrent().getFocusControl() instanceof Text);
            robot.key("Escape");
            robot.await("it is gone again", () -> fieldsToFind() == 0 && canvas.isFocusControl());
        } finally {
            robot.act(() -> {
                Walk.window().setSize(before);
                Walk.window().setMaximized(maximized);
            });
            robot.settle();
        }
    }

    private static int fieldsToFind() {
        return (int) Widgets.all(Walk.window(), Text.class).stream().filter(field -> field.getMessage().equals("Find class"))
            .count();
    }

    @Test
    void sliderMatchesAgain() throws Exception {
        Scale iou = robot.ask(() -> Widgets.all(controls(), Scale.class).get(0));
        robot.act(() -> {
            iou.setSelection(90);
            iou.notifyListeners(SWT.Selection, new Event());
        });
        Thresholds wanted = new Thresholds(0.9, 0);
        robot.await("the matrix follows the slider", () -> model().thresholds().equals(wanted));
        Evaluation fresh = Evaluation.of(dataset.annotations(), dataset.predictions(dataset.run("a")), 3, wanted,
            Progress.NONE);
        assertSame(fresh.matrix(), robot.ask(MatrixViewTest::model));
    }

    @Test
    void matchesAsAnotherTool() throws Exception {
        choose("Match as", Profile.ULTRALYTICS);
        robot.await("the matrix names the profile", () -> model().facts().profile().equals("ultralytics"));
        Evaluation fresh = Evaluation.of(dataset.annotations(), dataset.predictions(dataset.run("a")), 3,
            Profile.ULTRALYTICS.usualThresholds(), Profile.ULTRALYTICS, ClassRules.NONE, Progress.NONE);
        assertSame(fresh.matrix(), robot.ask(MatrixViewTest::model));
        assertEquals(Profile.ULTRALYTICS.usualThresholds(), robot.ask(MatrixViewTest::model).thresholds());
    }

    @Test
    void anAllowedPairIsNoMismatchAndAnIgnoredClassCountsNowhere() throws Exception {
        select(new ClassPair(0, 1));
        long pairs = robot.ask(MatrixViewTest::model).count(0, 1);
        assertTrue(pairs > 0);
        run("Allow RBC Predicted as WBC");
        robot.await("the pair agrees", () -> model().agrees(0, 1));
        assertEquals(pairs, robot.ask(MatrixViewTest::model).accepted());
        assertTrue(robot.ask(MatrixViewTest::model).worst().groundTruth() != 0
            || robot.ask(MatrixViewTest::model).worst().predicted() != 1, "the worst cell is a mismatch");
        run("Ignore RBC");
        robot.await("no red cell counts", () -> model().rowTotal(0) == 0 && model().columnTotal(0) == 0);
        Evaluation fresh = Evaluation.of(dataset.annotations(), dataset.predictions(dataset.run("a")), 3,
            dataset.evaluations().thresholds(), Profile.DEFAULT, ClassRules.of(List.of(new ClassRules.Pair(0, 1)), List.of(0)),
            Progress.NONE);
        assertSame(fresh.matrix(), robot.ask(MatrixViewTest::model));
        assertEquals(fresh.ignoredPredictions(), robot.ask(MatrixViewTest::model).facts().ignoredPredictions());
        run("Forget What Is Allowed and Ignored");
        robot.await("all is as before", () -> model().facts().rules().equals(ClassRules.NONE) && model().rowTotal(0) > 0);
    }

    /** Chooses an item of the view's menu. */
    private void run(String text) {
        robot.await("the menu offers " + text, () -> item(text) != null && item(text).isEnabled());
        robot.act(() -> item(text).run());
    }

    private static IAction item(String text) {
        IMenuManager menu = ((IViewSite) Walk.page().findView(Ids.MATRIX_VIEW).getSite()).getActionBars().getMenuManager();
        for (IContributionItem item : menu.getItems()) {
            if (item instanceof ActionContributionItem found && found.getAction().getText().replace("&", "").equals(text)) {
                return found.getAction();
            }
        }
        return null;
    }

    @Test
    void comparesWithAnotherTool() throws Exception {
        Run run = dataset.run("a");
        Evaluation shown = dataset.evaluations().of(run, Progress.NONE);
        Evaluation other = Evaluation.of(dataset.annotations(), dataset.predictions(run), 3, shown.thresholds(),
            Profile.SUPERVISION, ClassRules.NONE, Progress.NONE);
        int differences = Explanation.of(shown, other).differences().size();
        assertTrue(differences > 0);
        select(new ClassPair(0, 1));
        choose("Compare with", Profile.SUPERVISION);
        String title = String.format(Locale.ROOT, "Different in supervision (%,d)", differences);
        robot.await("the grid shows " + title,
            () -> Walk.page().getActiveEditor() != null && Walk.page().getActiveEditor().getTitle().equals(title));
        robot.act(() -> Walk.page().closeAllEditors(false));
    }

    private void toggle(String name) {
        robot.act(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class)
                    .executeCommand("dev.errata.ui.matrix." + name, null);
            } catch (CommandException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    /** Chooses a profile in a submenu of the view's menu. */
    private void choose(String submenu, Profile profile) {
        robot.act(() -> {
            IMenuManager menu = ((IViewSite) Walk.page().findView(Ids.MATRIX_VIEW).getSite()).getActionBars().getMenuManager();
            for (IContributionItem item : menu.getItems()) {
                if (item instanceof MenuManager found && found.getMenuText().replace("&", "").equals(submenu)) {
                    IAction action = ((ActionContributionItem) found.getItems()[profile.ordinal()]).getAction();
                    action.setChecked(action.getStyle() == IAction.AS_RADIO_BUTTON);
                    action.run();
                }
            }
        });
    }

    @Test
    void anotherRunHasAnotherMatrix() throws Exception {
        Combo runs = robot.ask(() -> Widgets.all(controls(), Combo.class).get(0));
        robot.act(() -> {
            runs.select(runs.indexOf("b"));
            runs.notifyListeners(SWT.Selection, new Event());
        });
        robot.await("the other run is shown", () -> model() != null && model().facts().run().equals("b"));
        Evaluation fresh = Evaluation.of(dataset.annotations(), dataset.predictions(dataset.run("b")), 3,
            dataset.evaluations().thresholds(), Progress.NONE);
        assertSame(fresh.matrix(), robot.ask(MatrixViewTest::model));
    }

    @Test
    void matrixIsCopiedAsText() {
        select(new ClassPair(0, 1));
        robot.key("ctrl+c");
        robot.await("the clipboard holds the matrix", () -> clipboard().contains("\tRBC\tWBC\tPlatelets\tbackground\t"));
        String[] lines = robot.ask(this::clipboard).split("\n");
        assertEquals(6, lines.length);
        assertTrue(lines[5].endsWith("\t" + robot.ask(MatrixViewTest::model).total()), lines[5]);
    }

    @Test
    void searchLeavesThePairsOfTheFoundClass() {
        Table pairs = robot.ask(() -> Widgets.all(controls(), Table.class).get(0));
        int all = robot.ask(pairs::getItemCount);
        Text search = robot.ask(() -> Widgets.all(controls(), Text.class).get(0));
        robot.click(search, 40, 10);
        robot.type("platel");
        robot.await("the list is shorter", () -> pairs.getItemCount() < all && pairs.getItemCount() > 0);
        robot.key("Escape");
        robot.await("the list is whole again", () -> pairs.getItemCount() == all);
        robot.await("the matrix has the focus", canvas::isFocusControl);
    }

    private void select(ClassPair pair) {
        robot.await("the cell has a place", () -> canvas.boundsOf(pair) != null && !canvas.boundsOf(pair).isEmpty());
        Rectangle cell = robot.ask(() -> canvas.boundsOf(pair));
        robot.click(canvas, cell.x + cell.width / 2, cell.y + cell.height / 2);
        robot.await("the cell is selected", () -> pair.equals(canvas.selected()) && canvas.isFocusControl());
    }

    private void press(String key, ClassPair expected) {
        robot.key(key);
        robot.await(key + " leads to " + expected, () -> expected.equals(canvas.selected()));
    }

    private String clipboard() {
        Clipboard clipboard = new Clipboard(canvas.getDisplay());
        try {
            Object contents = clipboard.getContents(TextTransfer.getInstance());
            return contents == null ? "" : contents.toString();
        } finally {
            clipboard.dispose();
        }
    }

    private static void assertSame(ConfusionMatrix expected, MatrixModel actual) {
        for (int row = 0; row < actual.size(); row++) {
            for (int column = 0; column < actual.size(); column++) {
                assertEquals(expected.count(row, column), actual.count(row, column), row + ", " + column);
            }
        }
    }

    private static MatrixModel model() {
        return Widgets.all(Walk.window(), MatrixCanvas.class).stream().map(MatrixCanvas::model).findFirst().orElse(null);
    }

    /** What surrounds the matrix in its view. */
    private Composite controls() {
        return canvas.getParent().getParent();
    }
}
