package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.errata.ui.commands.Ids;

/** Light, dark and light again, as a person chooses it from the menu while the window is open. */
class ThemeTest {

    /** Between text and what is behind it, at least (WCAG 2.2, 1.4.3). */
    private static final double CONTRAST = 4.5;

    private final Robot robot = new Robot();

    @AfterEach
    void likeTheSystem() {
        choose("Like the System");
        robot.settle();
    }

    @Test
    void textsCanBeReadAfterEachChange() {
        Walk.showView(robot, Ids.MATRIX_VIEW);
        Walk.showView(robot, Ids.PROBLEMS_VIEW);
        choose("Dark");
        robot.await("the window is dark", () -> luminance(labels().get(0).getBackground()) < 0.2);
        robot.settle();
        assertEquals(List.of(), robot.ask(ThemeTest::unreadable), "dark");
        choose("Light");
        robot.await("the window is light", () -> luminance(labels().get(0).getBackground()) > 0.8);
        robot.settle();
        assertEquals(List.of(), robot.ask(ThemeTest::unreadable), "light again");
    }

    private void choose(String theme) {
        robot.act(() -> {
            MenuItem item = item(item(item(Walk.window().getMenuBar(), "Window").getMenu(), "Theme").getMenu(), theme);
            for (MenuItem other : item.getParent().getItems()) {
                other.setSelection(other == item);
            }
            item.notifyListeners(SWT.Selection, new Event());
        });
    }

    /** An item of a menu that is filled when it opens. */
    private static MenuItem item(Menu menu, String text) {
        menu.notifyListeners(SWT.Show, new Event());
        for (MenuItem item : menu.getItems()) {
            if (item.getText().replace("&", "").equals(text)) {
                return item;
            }
        }
        throw new AssertionError("No menu item " + text);
    }

    private static List<Label> labels() {
        return Widgets.all(Walk.window(), Label.class).stream()
            .filter(label -> label.isEnabled() && !label.getText().isBlank()).toList();
    }

    private static List<String> unreadable() {
        return labels().stream().filter(label -> contrast(label.getForeground(), label.getBackground()) < CONTRAST)
            .map(label -> label.getText() + ' ' + label.getForeground() + " on " + label.getBackground()).toList();
    }

    private static double contrast(Color one, Color other) {
        double bright = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (bright + 0.05) / (dark + 0.05);
    }

    /** Relative luminance of sRGB. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int value) {
        double part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
