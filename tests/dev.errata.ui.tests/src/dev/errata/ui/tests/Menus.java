package dev.errata.ui.tests;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The menu bar of the window, as it is when a person opens it. On the UI thread only. */
final class Menus {

    private Menus() {
    }

    /** The items of a menu, without separators. */
    static List<MenuItem> items(String... path) {
        Menu menu = Walk.window().getMenuBar();
        for (String name : path) {
            menu = named(List.of(menu.getItems()), name).getMenu();
            menu.notifyListeners(SWT.Show, new Event());
        }
        return Arrays.stream(menu.getItems()).filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0).toList();
    }

    /** An item, at the end of the menus that lead to it. */
    static MenuItem item(String... path) {
        return named(items(Arrays.copyOf(path, path.length - 1)), path[path.length - 1]);
    }

    private static MenuItem named(List<MenuItem> items, String name) {
        return items.stream().filter(item -> text(item).equals(name)).findFirst()
            .orElseThrow(() -> new NoSuchElementException(name));
    }

    /** Chooses an item, by itself one of several. */
    static void choose(String... path) {
        MenuItem item = item(path);
        item.setSelection(true);
        item.notifyListeners(SWT.Selection, new Event());
    }

    /** What stands there, without mnemonic and key. */
    static String text(MenuItem item) {
        return item.getText().replace("&", "").replaceFirst("\t.*", "");
    }
}
