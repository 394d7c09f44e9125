package dev.errata.ui.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Item;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** All that the widgets of a window say, tool tips included. On the UI thread only. */
final class WidgetTexts {

    private final List<String> texts = new ArrayList<>();

    private WidgetTexts() {
    }

    static List<String> of(Composite root) {
        WidgetTexts found = new WidgetTexts();
        Widgets.all(root, Control.class).forEach(found::add);
        return found.texts;
    }

    private void add(Control control) {
        add(control.getToolTipText());
        switch (control) {
            case Label label -> add(label.getText());
            case CLabel label -> add(label.getText());
            case Link link -> add(link.getText());
            case Button button -> add(button.getText());
            case Text text -> add(text.getText());
            case Combo combo -> Arrays.stream(combo.getItems()).forEach(this::add);
            case Table table -> add(table);
            case Tree tree -> add(tree.getItems(), tree.getColumnCount());
            case ToolBar bar -> Arrays.stream(bar.getItems()).forEach(this::add);
            case CTabFolder folder -> Arrays.stream(folder.getItems()).forEach(this::add);
            default -> {
                // says nothing but its tool tip
            }
        }
    }

    private void add(Table table) {
        Arrays.stream(table.getColumns()).map(Item::getText).forEach(this::add);
        for (TableItem item : table.getItems()) {
            for (int column = 0; column < Math.max(1, table.getColumnCount()); column++) {
                add(item.getText(column));
            }
        }
    }

    private void add(TreeItem[] items, int columns) {
        for (TreeItem item : items) {
            for (int column = 0; column < Math.max(1, columns); column++) {
                add(item.getText(column));
            }
            add(item.getItems(), columns);
        }
    }

    private void add(ToolItem item) {
        add(item.getText());
        add(item.getToolTipText());
    }

    private void add(CTabItem item) {
        add(item.getText());
        add(item.getToolTipText());
    }

    private void add(String text) {
        if (text != null) {
            texts.add(text);
        }
    }
}
