package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.matching.Matching;
import dev.errata.engine.Progress;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.MatrixCanvas;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.mismatch.canvas.TileCanvas;

/** How a person matched a dataset is how it is matched when it is opened the next time. */
class KeptMatchingTest {

    /** The node of the preferences that holds it. */
    private static final String NODE = "dev.errata.ui.matching";
    private static final String LABELS = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 100}],
         "categories": [{"id": 1, "name": "fore, sail"}, {"id": 2, "name": "main\\nsail +"}, {"id": 3, "name": "jib"}],
         "annotations": [{"id": 5, "image_id": 1, "category_id": 1, "bbox": [10, 10, 50, 50], "area": 1250, "iscrowd": 0,
                          "segmentation": [[10, 10, 60, 10, 10, 60]]}]}
        """;

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private final List<Matching> whenActivated = new ArrayList<>();
    private final AtomicInteger matchedAgain = new AtomicInteger();
    private final DatasetListener events = event -> {
        if (event.evaluation()) {
            matchedAgain.incrementAndGet();
        }
    };
    private final Consumer<Optional<OpenDataset>> activated = next -> next.ifPresent(opened -> {
        whenActivated.add(opened.evaluations().matching());
        opened.addListener(events);
    });
    /** Whether what the person is told is shown nowhere, as the test harness wants it. */
    private boolean silent;
    private Path target;
    private OpenDataset dataset;

    @BeforeEach
    void open() throws Exception {
        target = folder.resolve("sails");
        new ImportDataset(target, Files.writeString(folder.resolve("labels.json"), LABELS))
            .run("masks", Files.writeString(folder.resolve("masks.json"), """
                [{"image_id": 1, "category_id": 2, "bbox": [10, 10, 50, 50], "score": 0.9,
                  "segmentation": [[60, 60, 60, 10, 10, 60]]},
                 {"image_id": 1, "category_id": 2, "bbox": [10, 10, 50, 50], "score": 0.7,
                  "segmentation": [[10, 10, 60, 10, 10, 60]]}]
                """))
            .run("plain", Files.writeString(folder.resolve("plain.json"), """
                [{"image_id": 1, "category_id": 2, "bbox": [10, 10, 50, 50], "score": 0.8}]
                """)).run(Progress.NONE);
        silent = ErrorDialog.AUTOMATED_MODE;
        ErrorDialog.AUTOMATED_MODE = false;
        Walk.showView(robot, Ids.MATRIX_VIEW);
        reopen();
    }

    /** Opens the dataset, the first time or again, and counts how often it is matched. */
    private void reopen() throws Exception {
        if (dataset != null) {
            Walk.close(robot, dataset);
        }
        robot.act(() -> OpenDatasets.get().addActiveListener(activated));
        whenActivated.clear();
        matchedAgain.set(0);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        robot.act(() -> OpenDatasets.get().removeActiveListener(activated));
        robot.await("the matrix is shown", () -> model() != null && model().facts().dataset().equals("sails"));
    }

    @AfterEach
    void close() {
        ErrorDialog.AUTOMATED_MODE = silent;
        robot.act(() -> preferences().remove(dataset.folder().toString()));
        Walk.close(robot, dataset);
    }

    @Test
    void whatWasChosenIsSoFromTheStartAndTheWayBackLeadsToTheDocument() throws Exception {
        Matching usual = dataset.evaluations().matching();
        assertEquals(new Matching(Thresholds.DEFAULT, Profile.DEFAULT, ClassRules.NONE, false), usual);
        assertEquals(null, stored(), "nothing is kept of what the document says");
        choose(Profile.FIFTYONE);
        robot.await("it is matched by the profile", () -> model().facts().profile().equals("fiftyone"));
        command("byMasks");
        robot.await("it is matched by masks", () -> model().facts().byMasks());
        move(0, 75);
        robot.await("the IoU is another", () -> model().thresholds().iou() == 0.75);
        select(new ClassPair(0, 1));
        command("allowPair");
        robot.await("the pair is allowed", () -> model().agrees(0, 1));
        ClassRules rules = ClassRules.of(List.of(new ClassRules.Pair(0, 1)), List.of(2));
        select(new ClassPair(2, 2));
        command("ignoreClass");
        robot.await("the class is ignored", () -> model().facts().rules().equals(rules));
        Matching chosen = new Matching(new Thresholds(0.75, Profile.FIFTYONE.usualThresholds().confidence()),
            Profile.FIFTYONE, rules, true);
        assertEquals(chosen, dataset.evaluations().matching());
        List<Long> counts = counts();
        assertEquals(List.of(0L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L, 0L), counts);

        reopen();
        assertEquals(List.of(chosen), whenActivated);
        assertEquals(counts, counts());
        assertEquals(chosen.thresholds(), robot.ask(KeptMatchingTest::model).thresholds());
        assertEquals(75, robot.ask(() -> scales().get(0).getSelection()).intValue());
        TileCanvas grid = new Walk().openCell(3, 1);
        assertEquals(1, robot.ask(() -> grid.content().tiles().size()).intValue());
        assertEquals(0, matchedAgain.get(), "matched once, as it is shown");

        robot.await("there is a way back", () -> wayBack().isEnabled());
        robot.act(() -> wayBack().run());
        robot.await("it is matched as the document says", () -> dataset.evaluations().matching().equals(usual)
            && model().facts().profile().equals("default") && !wayBack().isEnabled());
        assertNull(stored());
        reopen();
        assertEquals(List.of(usual), whenActivated);
        assertEquals(List.of(0L, 1L, 0L, 0L), counts().subList(0, 4));
    }

    @Test
    void aRunThatWasChosenIsShownAgainAndByBoxesWhereItHasNoMasks() throws Exception {
        command("byMasks");
        robot.await("it is matched by masks", () -> model().facts().byMasks());
        robot.act(() -> {
            Combo runs = Widgets.only(Walk.window(), Combo.class, combo -> combo.indexOf("plain") >= 0);
            runs.select(runs.indexOf("plain"));
            runs.notifyListeners(SWT.Selection, new Event());
        });
        robot.await("there is no matrix by masks", () -> model() == null);
        reopen();
        assertEquals("plain", robot.ask(KeptMatchingTest::model).facts().run());
        assertEquals(List.of(0L, 1L, 0L, 0L), counts().subList(0, 4));
        String told = told();
        assertTrue(told.contains("by boxes, not by masks") && told.contains("plain.json has none"), told);
        reopen();
        assertEquals(List.of(new Matching(Thresholds.DEFAULT, Profile.DEFAULT, ClassRules.NONE, false)), whenActivated);
        robot.settle();
        assertNull(robot.ask(KeptMatchingTest::message), "told once");
    }

    @Test
    void whatTheDatasetDoesNotKnowAnyMoreIsLeftOutAndTold() throws Exception {
        robot.act(() -> preferences().put(dataset.folder().toString(),
            "oldtool 0.625 0.25 boxes allowed:fore%2C+sail,main%0Asail+%2B,jib,spinnaker ignored:jib,genoa"));
        reopen();
        assertEquals(List.of(new Matching(new Thresholds(0.625, 0.25), Profile.DEFAULT,
            ClassRules.of(List.of(new ClassRules.Pair(0, 1)), List.of(2)), false)), whenActivated);
        String told = told();
        assertTrue(told.contains("oldtool") && told.contains("as by default"), told);
        assertTrue(told.contains("genoa, spinnaker") && !told.contains("jib"), told);
        assertEquals("default 0.625 0.25 boxes allowed:fore%2C+sail,main%0Asail+%2B ignored:jib", stored());
    }

    @Test
    void aLineThatNobodyWroteCountsForNothing() throws Exception {
        for (String line : List.of("", "fiftyone", "fiftyone 7 0 boxes allowed: ignored:",
            "fiftyone 0.5 0 boxes allowed:%zz ignored:")) {
            robot.act(() -> preferences().put(dataset.folder().toString(), line));
            reopen();
            assertEquals(Profile.DEFAULT, whenActivated.get(0).profile(), line);
        }
        robot.act(() -> preferences().put(dataset.folder().toString(), "fiftyone 0.5 0 boxes allowed: ignored:"));
        reopen();
        assertNotEquals(Profile.DEFAULT, whenActivated.get(0).profile(), "a line that is whole counts");
    }

    private String told() {
        robot.await("the person is told", () -> message() != null);
        Shell shell = robot.ask(KeptMatchingTest::message);
        String text = robot.ask(() -> String.join("\n", Widgets.all(shell, Label.class).stream().map(Label::getText).toList()));
        robot.act(shell::close);
        return text;
    }

    private static Shell message() {
        return Widgets.shell("Problem Occurred");
    }

    private String stored() {
        return preferences().get(dataset.folder().toString(), null);
    }

    private static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    private List<Long> counts() {
        return robot.ask(() -> {
            List<Long> counts = new ArrayList<>();
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 4; column++) {
                    counts.add(model().count(row, column));
                }
            }
            return counts;
        });
    }

    private void select(ClassPair pair) {
        robot.await("the cell has a place", () -> canvas().boundsOf(pair) != null && !canvas().boundsOf(pair).isEmpty());
        robot.insist("the cell is selected", () -> robot.click(robot.ask(KeptMatchingTest::canvas),
            robot.ask(() -> canvas().boundsOf(pair).x + 4), robot.ask(() -> canvas().boundsOf(pair).y + 4)),
            () -> pair.equals(canvas().selected()));
    }

    private void move(int scale, int to) {
        robot.act(() -> {
            scales().get(scale).setSelection(to);
            scales().get(scale).notifyListeners(SWT.Selection, new Event());
        });
    }

    private static List<Scale> scales() {
        return Widgets.all(Walk.window(), Scale.class);
    }

    private void command(String name) {
        robot.act(() -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class)
                    .executeCommand("dev.errata.ui.matrix." + name, null);
            } catch (CommandException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private void choose(Profile profile) {
        robot.act(() -> {
            IAction action = ((ActionContributionItem) matchAs().getItems()[profile.ordinal()]).getAction();
            action.setChecked(true);
            action.run();
        });
    }

    private static IAction wayBack() {
        IContributionItem[] items = matchAs().getItems();
        return ((ActionContributionItem) items[items.length - 1]).getAction();
    }

    private static MenuManager matchAs() {
        IMenuManager menu = ((IViewSite) Walk.page().findView(Ids.MATRIX_VIEW).getSite()).getActionBars().getMenuManager();
        for (IContributionItem item : menu.getItems()) {
            if (item instanceof MenuManager found && found.getMenuText().replace("&", "").equals("Match as")) {
                return found;
            }
        }
        throw new AssertionError("The menu of the view has no \"Match as\"");
    }

    private static MatrixCanvas canvas() {
        return Walk.only(MatrixCanvas.class);
    }

    private static MatrixModel model() {
        return Widgets.all(Walk.window(), MatrixCanvas.class).stream().map(MatrixCanvas::model).findFirst().orElse(null);
    }
}
