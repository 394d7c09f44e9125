package dev.errata.ui.annotation.tools;

import java.util.List;

import dev.errata.ui.annotation.geometry.Box;

/** Draws a new box: whole pixels, inside the image. */
public final class DrawBoxTool extends RubberTool {

    public DrawBoxTool(Surface surface) {
        super(surface, Preview.Purpose.DRAW);
    }

    @Override
    protected Box shaped(Box box) {
        Box whole = Box.between(Math.round(box.x()), Math.round(box.y()), Math.round(box.right()), Math.round(box.bottom()));
        Box image = surface.scene().bounds();
        return image == null ? whole : whole.clippedTo(image);
    }

    @Override
    protected void opened(Box box) {
        if (box.width() >= 1 && box.height() >= 1 && surface.editable()) {
            surface.perform(new Edit.Draw(box, List.of()));
            surface.toolFinished();
        }
    }

    @Override
    public PointerShape pointerShape(Pointer pointer) {
        return PointerShape.CROSS;
    }
}
