package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.operations.Counted;
import dev.errata.dataset.operations.RunMetrics;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.charts.model.MetricsTable;
import dev.errata.ui.commands.Ids;

/** The metrics view on the sample, opened by its key. */
class MetricsViewTest {

    private static final int AP = 3;
    private static final int IMPORTED_AP = 4;
    private static final int FIXES = 40;

    @TempDir
    Path folder;

    private final Robot robot = new Robot();
    private OpenDataset dataset;

    @BeforeEach
    void openSample() throws Exception {
        Path sample = FileLocator.getBundleFileLocation(Platform.getBundle("dev.errata.sample")).orElseThrow().toPath()
            .resolve("bccd");
        Path target = folder.resolve("measured");
        new ImportDataset(target, sample.resolve("labels.json")).images(sample.resolve("images"))
            .run("a", sample.resolve("model_a.json")).run("b", sample.resolve("model_b.json")).run(Progress.NONE);
        dataset = OpenDatasets.get().open(target).get(60, TimeUnit.SECONDS);
        robot.act(() -> Walk.page().activate(Walk.page().findView(Ids.MATRIX_VIEW)));
        robot.settle();
        robot.key("ctrl+alt+m");
        robot.await("the view is open", () -> Walk.page().findView(Ids.METRICS_VIEW) != null);
        awaitNumbers("a");
    }

    @AfterEach
    void closeDataset() {
        robot.act(() -> {
            Walk.page().hideView(Walk.page().findView(Ids.METRICS_VIEW));
            OpenDatasets.get().close(dataset);
        });
        robot.await("no dataset is open", () -> OpenDatasets.get().active().filter(dataset::equals).isEmpty());
    }

    /** As the table shows it, in groups of digits. */
    private static String count(long number) {
        return NumberFormat.getIntegerInstance().format(number);
    }

    @Test
    void classesHaveTheNumbersOfTheEngine() throws Exception {
        CocoMetrics expected = metrics("a");
        for (int label = 0; label < 3; label++) {
            int row = label + 1;
            assertEquals(MetricsTable.number(expected.ofClass(label).ap()), robot.ask(() -> table().getItem(row).getText(AP)));
            assertEquals(count(expected.ofClass(label).annotations()),
                robot.ask(() -> table().getItem(row).getText(1)));
        }
        assertEquals(MetricsTable.number(expected.values().get("AP")), robot.ask(() -> table().getItem(0).getText(AP)));
    }

    @Test
    void chartsFollowTheSelectedClassAndRun() throws Exception {
        robot.act(() -> select(2));
        CocoMetrics first = metrics("a");
        robot.await("the curve is that of the class",
            () -> Arrays.equals(first.precisionByRecall(1, 0), charts().get(0).getSeriesSet().getSeries()[0].getYSeries()));
        robot.act(() -> tabs().setSelection(1));
        robot.act(() -> tabs().notifyListeners(SWT.Selection, new Event()));
        robot.await("three curves by confidence", () -> charts().get(0).getSeriesSet().getSeries().length == 3);
        ISeries<?> recall = robot.ask(() -> charts().get(0).getSeriesSet().getSeries()[1]);
        double[] wanted = new double[101];
        Arrays.setAll(wanted, step -> first.ofClass(1).byConfidence().at(step).recall());
        assertArrayEquals(wanted, recall.getYSeries(), 0);
        robot.act(() -> {
            Combo runs = Widgets.all(controls(), Combo.class).get(0);
            runs.select(runs.indexOf("b"));
            runs.notifyListeners(SWT.Selection, new Event());
        });
        awaitNumbers("b");
    }

    @Test
    void aFixIsFollowedAndTheBestThresholdGoesToTheMatrix() throws Exception {
        assertEquals(count(4888), robot.ask(() -> table().getItem(0).getText(1)));
        assertEquals("-", robot.ask(() -> table().getItem(1).getText(IMPORTED_AP)), "nothing is changed yet");
        String before = robot.ask(() -> table().getItem(0).getText(AP));
        robot.act(() -> {
            List<Annotation> labels = IntStream.range(0, FIXES).mapToObj(image -> dataset.image(image).getAnnotations().get(0))
                .toList();
            dataset.commandStack().execute(LabelCommands.delete(dataset, labels, ""));
        });
        robot.await("the labels are gone",
            () -> table().getItemCount() == 4 && table().getItem(0).getText(1).equals(count(4888 - FIXES)));
        assertNotEquals(before, robot.ask(() -> table().getItem(0).getText(AP)));
        assertEquals(before, robot.ask(() -> table().getItem(0).getText(IMPORTED_AP)));
        robot.act(() -> select(1));
        double best = metrics("a").ofClass(0).byConfidence().best().confidence();
        robot.act(() -> {
            table().getMenu().notifyListeners(SWT.Show, new Event());
            MenuItem use = table().getMenu().getItem(0);
            assertTrue(use.getText().contains("RBC"), use.getText());
            use.notifyListeners(SWT.Selection, new Event());
        });
        robot.await("the matrix leaves out what is less confident",
            () -> dataset.evaluations().thresholds().confidence() == best);
    }

    @Test
    void aFilterOfImagesIsFollowed() throws Exception {
        Filter filter = Filter.parse("file contains BloodImage_001", dataset.fields(Progress.NONE));
        dataset.evaluations().setFilter(filter, Progress.NONE);
        PredictionColumns predictions = dataset.predictions(dataset.run("a"));
        Counted counted = Counted.of(dataset.annotations(), predictions, Overlaps.ofBoxes(dataset.annotations(), predictions),
            filter, 0);
        assertTrue(counted.annotations().size() < 4888);
        robot.await("the table counts the labels of the images that pass",
            () -> table().getItem(0).getText(1).equals(Integer.toString(counted.annotations().size())));
        dataset.evaluations().setFilter(null, Progress.NONE);
        awaitNumbers("a");
    }

    @Test
    void theTableIsCopied() throws Exception {
        robot.act(() -> table().setFocus());
        robot.key("ctrl+c");
        robot.await("the clipboard holds the table", () -> clipboard().startsWith("Class\tLabels\tPredictions\tAP\t"));
        assertEquals(5, robot.ask(this::clipboard).split("\n").length);
    }

    private void awaitNumbers(String run) throws Exception {
        String ap = MetricsTable.number(metrics(run).values().get("AP"));
        robot.await("the numbers of run " + run, () -> table() != null && table().getItemCount() == 4
            && table().getItem(0).getText(AP).equals(ap));
    }

    private CocoMetrics metrics(String run) throws Exception {
        PredictionColumns predictions = dataset.predictions(dataset.run(run));
        return RunMetrics.of(RunMetrics.Choice.COCO, dataset.source(), dataset.annotations(), predictions,
            Overlaps.ofBoxes(dataset.annotations(), predictions), Progress.NONE).coco().orElseThrow();
    }

    private String clipboard() {
        Clipboard clipboard = new Clipboard(controls().getDisplay());
        try {
            Object text = clipboard.getContents(TextTransfer.getInstance());
            return text == null ? "" : text.toString();
        } finally {
            clipboard.dispose();
        }
    }

    private static void select(int row) {
        table().setSelection(row);
        table().notifyListeners(SWT.Selection, new Event());
    }

    private static Table table() {
        return charts().isEmpty() ? null : Widgets.all(controls(), Table.class).get(0);
    }

    private static List<Chart> charts() {
        return Widgets.all(Walk.window(), Chart.class);
    }

    private static CTabFolder tabs() {
        return (CTabFolder) charts().get(0).getParent();
    }

    /** The page of the view: around the sash, around the tabs of the charts. */
    private static Composite controls() {
        return tabs().getParent().getParent();
    }
}
