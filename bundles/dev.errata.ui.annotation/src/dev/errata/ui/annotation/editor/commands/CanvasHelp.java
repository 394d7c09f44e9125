package dev.errata.ui.annotation.editor.commands;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;

/** Tells assistive technology by which keys the canvas is used. */
public final class CanvasHelp extends AccessibleAdapter {

    private final String text;

    private CanvasHelp(String text) {
        this.text = text;
    }

    public static CanvasHelp of(String text) {
        return new CanvasHelp(text);
    }

    @Override
    public void getHelp(AccessibleEvent event) {
        event.result = text;
    }
}
