package dev.errata.ui.annotation.tools;

import dev.errata.ui.annotation.geometry.Box;
import dev.errata.ui.annotation.geometry.Viewport;

/** Shows what is inside of a box as large as it can be. */
public final class ZoomBoxTool extends RubberTool {

    public ZoomBoxTool(Surface surface) {
        super(surface, Preview.Purpose.ZOOM);
    }

    @Override
    protected void opened(Box box) {
        surface.show(surface.viewport().showing(box, 0, Viewport.LARGEST_SCALE));
        surface.toolFinished();
    }

    @Override
    public PointerShape pointerShape(Pointer pointer) {
        return PointerShape.ZOOM;
    }
}
