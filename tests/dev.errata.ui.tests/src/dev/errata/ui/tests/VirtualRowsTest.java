package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.formats.Issue;
import dev.errata.ui.problems.IssuesTable;

/** A table that gets fewer rows leaves no items behind, which the next change of the theme would trip over. */
class VirtualRowsTest {

    private static final int MANY = 60;

    private final Robot robot = new Robot();
    private final Set<TableItem> made = new HashSet<>();
    private final Listener listener = event -> made.add((TableItem) event.item);
    private Shell shell;
    private IssuesTable issues;
    private Table table;

    @BeforeEach
    void open() {
        robot.act(() -> {
            Display.getDefault().addFilter(SWT.SetData, listener);
            shell = new Shell();
            shell.setLayout(new FillLayout());
            issues = new IssuesTable(shell);
            shell.setSize(400, 300);
            shell.open();
            table = Widgets.only(shell, Table.class, any -> true);
            issues.show(issues(MANY));
        });
        robot.await("rows are shown", () -> made.size() > 3);
        robot.act(() -> table.setSelection(2));
        robot.settle();
    }

    @AfterEach
    void close() {
        robot.act(() -> {
            Display.getDefault().removeFilter(SWT.SetData, listener);
            shell.dispose();
        });
    }

    @Test
    void nothingIsLeftBehindInAnEmptyTable() {
        nothingIsLeftBehind(0);
    }

    @Test
    void nothingIsLeftBehindInATableOfOneRow() {
        nothingIsLeftBehind(1);
    }

    @Test
    void nothingIsLeftBehindInASmallerTable() {
        nothingIsLeftBehind(2);
    }

    private void nothingIsLeftBehind(int left) {
        robot.act(() -> issues.show(issues(left)));
        robot.settle();
        assertEquals(left, robot.ask(table::getItemCount));
        Set<TableItem> shown = robot.ask(() -> Set.of(table.getItems()));
        for (TableItem item : made) {
            assertFalse(robot.ask(() -> !item.isDisposed() && !shown.contains(item)), "an item without a row");
        }
    }

    private static List<Issue> issues(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Issue("code", Issue.Severity.WARNING, "labels.json", i + 1, 1,
            Integer.toString(i), "", "Problem " + i)).toList();
    }
}
