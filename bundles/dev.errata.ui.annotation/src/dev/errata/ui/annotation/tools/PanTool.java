package dev.errata.ui.annotation.tools;

import dev.errata.ui.annotation.geometry.Viewport;

/** Drags the picture along. */
public final class PanTool extends Tool {

    private Pointer from;
    private Viewport start;

    public PanTool(Surface surface) {
        super(surface);
    }

    @Override
    public void pressed(Pointer pointer) {
        from = pointer;
        start = surface.viewport();
    }

    @Override
    public void dragged(Pointer pointer) {
        if (from != null) {
            surface.show(start.panned(pointer.x() - from.x(), pointer.y() - from.y()));
        }
    }

    @Override
    public void released(Pointer pointer) {
        from = null;
        start = null;
    }

    @Override
    public boolean cancel() {
        if (from == null) {
            return false;
        }
        surface.show(start);
        released(from);
        return true;
    }

    @Override
    public PointerShape pointerShape(Pointer pointer) {
        return PointerShape.HAND;
    }
}
