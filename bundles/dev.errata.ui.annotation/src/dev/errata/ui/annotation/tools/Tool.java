package dev.errata.ui.annotation.tools;

/**
 * What the primary button does on the canvas. A tool keeps the state of one gesture, and asks the {@link Surface} for changes
 * when the gesture is complete.
 */
public abstract class Tool {

    /** The pointer must go this far, in points, before pressing becomes dragging. */
    private static final double DRAG_DISTANCE = 3;

    /** Handles, vertices and outlines are caught within this distance, points. */
    private static final double REACH = 6;

    protected final Surface surface;

    protected Tool(Surface surface) {
        this.surface = surface;
    }

    public void pressed(Pointer pointer) {
    }

    /** The pointer moved while the button was down. */
    public void dragged(Pointer pointer) {
    }

    /** The pointer moved while no button was down. */
    public void moved(Pointer pointer) {
    }

    public void released(Pointer pointer) {
    }

    public void doubleClicked(Pointer pointer) {
    }

    /** Takes back one step of what is being done (Backspace). @return whether there was anything */
    public boolean stepBack() {
        return false;
    }

    /** Completes what is being done (Enter). @return whether there was anything */
    public boolean complete() {
        return false;
    }

    /** Gives up what is being done (Esc). @return whether there was anything */
    public abstract boolean cancel();

    public abstract PointerShape pointerShape(Pointer pointer);

    /** The reach around a position, device pixels. */
    protected final double deviceReach() {
        return REACH * surface.density();
    }

    /** The reach around a position, image pixels. */
    protected final double reach() {
        return deviceReach() / surface.viewport().scale();
    }

    /** Whether the pointer went so far that it is meant. */
    protected final boolean isDrag(Pointer from, Pointer to) {
        return from.distanceTo(to) >= DRAG_DISTANCE * surface.density();
    }
}
