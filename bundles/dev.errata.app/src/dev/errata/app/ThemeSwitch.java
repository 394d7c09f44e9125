package dev.errata.app;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * A change between light and dark. Style sheets give controls back the colours of the system before they colour them anew. GTK
 * changes those colours only a moment after it was told, so a program that changes its style sheets at once keeps white letters
 * on white: here the style sheets wait for the colours.
 */
final class ThemeSwitch implements Listener {

    /** Where the system's colours stay as they are, nobody tells of a change; milliseconds. */
    private static final int PATIENCE = 400;

    private final Display display;
    private final Runnable styles;
    private boolean done;

    private ThemeSwitch(Display display, Runnable styles) {
        this.display = display;
        this.styles = styles;
    }

    /**
     * Has the system's own colours changed first.
     *
     * @param styles changes the style sheets; called once, later
     */
    static void prepare(Display display, boolean dark, Runnable styles) {
        ThemeSwitch change = new ThemeSwitch(display, styles);
        display.addListener(SWT.Settings, change);
        display.timerExec(PATIENCE, change::run);
        display.setDarkThemePreferred(dark);
    }

    @Override
    public void handleEvent(Event settings) {
        display.asyncExec(this::run);
    }

    private void run() {
        if (!done) {
            done = true;
            display.removeListener(SWT.Settings, this);
            styles.run();
        }
    }
}
