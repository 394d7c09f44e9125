package dev.errata.ui.annotation.tools;

import dev.errata.ui.annotation.geometry.Box;

/** Opens a box between where the button was pressed and where it is released. */
abstract class RubberTool extends Tool {

    private final Preview.Purpose purpose;
    private double fromX;
    private double fromY;
    private Pointer from;

    protected RubberTool(Surface surface, Preview.Purpose purpose) {
        super(surface);
        this.purpose = purpose;
    }

    @Override
    public void pressed(Pointer pointer) {
        from = pointer;
        fromX = pointer.imageX(surface.viewport());
        fromY = pointer.imageY(surface.viewport());
    }

    @Override
    public void dragged(Pointer pointer) {
        if (from != null) {
            surface.preview(Preview.of(box(pointer), purpose));
        }
    }

    @Override
    public void released(Pointer pointer) {
        if (from == null) {
            return;
        }
        boolean far = isDrag(from, pointer);
        Box box = box(pointer);
        from = null;
        surface.preview(Preview.NONE);
        if (far) {
            opened(box);
        }
    }

    private Box box(Pointer pointer) {
        return shaped(Box.between(fromX, fromY, pointer.imageX(surface.viewport()), pointer.imageY(surface.viewport())));
    }

    /** What becomes of the box between two positions. */
    protected Box shaped(Box box) {
        return box;
    }

    protected abstract void opened(Box box);

    @Override
    public boolean cancel() {
        boolean busy = from != null;
        from = null;
        surface.preview(Preview.NONE);
        return busy;
    }
}
