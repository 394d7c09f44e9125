package dev.errata.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Finds what a person sees, in the widgets of a window. On the UI thread only. */
final class Widgets {

    private Widgets() {
    }

    /** The visible window whose title holds a text, or null. */
    static Shell shell(String title) {
        for (Shell shell : Display.getDefault().getShells()) {
            if (!shell.isDisposed() && shell.isVisible() && shell.getText().contains(title)) {
                return shell;
            }
        }
        return null;
    }

    /** The visible controls of a type, from outside in and from first to last. */
    static <T extends Control> List<T> all(Composite root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, List<T> found) {
        if (control.isDisposed() || !control.isVisible()) {
            return;
        }
        if (type.isInstance(control)) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    /** The only visible control of a type that fits. */
    static <T extends Control> T only(Composite root, Class<T> type, Predicate<T> fits) {
        List<T> found = all(root, type).stream().filter(fits).toList();
        if (found.size() != 1) {
            throw new NoSuchElementException(found.size() + " controls of type " + type.getSimpleName() + " fit, not one");
        }
        return found.get(0);
    }

    static Button button(Composite root, String text) {
        return only(root, Button.class, button -> button.getText().replace("&", "").equals(text));
    }

    /** The text field that follows a label. */
    static Text textLabelled(Composite root, String label) {
        boolean passed = false;
        for (Control control : all(root, Control.class)) {
            if (control instanceof Label found && found.getText().replace("&", "").equals(label)) {
                passed = true;
            } else if (passed && control instanceof Text text) {
                return text;
            }
        }
        throw new NoSuchElementException("No text field is labelled " + label);
    }
}
