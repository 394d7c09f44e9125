package dev.errata.ui.annotation.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** Takes all shapes away while a key is held, to see what is below. A short press hides the selected ones for longer. */
final class Peek {

    /** A press shorter than this hides or shows; longer it was a peek, milliseconds. */
    private static final int TAP = 300;

    private final AnnotationCanvas canvas;
    private final Display display;
    /** The key may be released while a list beside the canvas has the focus. */
    private final Listener released = this::released;
    private boolean on;
    private int key;
    private int since;

    Peek(AnnotationCanvas canvas) {
        this.canvas = canvas;
        display = canvas.getDisplay();
        canvas.addListener(SWT.Dispose, event -> display.removeFilter(SWT.KeyUp, released));
    }

    boolean isOn() {
        return on;
    }

    /** @param pressed the key; it comes again and again while it is held */
    void begin(Event pressed) {
        if (!on) {
            on = true;
            key = pressed.keyCode;
            since = pressed.time;
            display.addFilter(SWT.KeyUp, released);
            canvas.redraw();
        }
    }

    private void released(Event event) {
        if (event.keyCode == key) {
            end();
            if (event.time - since < TAP) {
                canvas.toggleHidden();
            }
        }
    }

    void end() {
        if (on) {
            on = false;
            display.removeFilter(SWT.KeyUp, released);
            canvas.redraw();
        }
    }
}
