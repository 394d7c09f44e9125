package dev.errata.ui.annotation.canvas;

import dev.errata.ui.annotation.tools.Edit;

/** Who owns a canvas: makes changes of what the tools ask for and hears of everything else. All on the UI thread. */
public interface CanvasClient {

    void perform(Edit edit);

    void selectionChanged();

    /** Another tool is in use. */
    void toolChanged();

    /** The pointer or the view moved, or the pointer left the canvas. */
    void positionChanged();

    /** The person wants to go to another image. */
    void navigate(int step);
}
