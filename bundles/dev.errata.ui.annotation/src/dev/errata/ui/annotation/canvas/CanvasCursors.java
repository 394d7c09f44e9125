package dev.errata.ui.annotation.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.widgets.Display;

import dev.errata.ui.annotation.tools.PointerShape;

/** The system's cursors for what the tools do. */
final class CanvasCursors {

    private CanvasCursors() {
    }

    static Cursor of(Display display, PointerShape shape) {
        return display.getSystemCursor(switch (shape) {
            case ARROW -> SWT.CURSOR_ARROW;
            case CROSS, ZOOM -> SWT.CURSOR_CROSS;
            case MOVE -> SWT.CURSOR_SIZEALL;
            case HAND -> SWT.CURSOR_HAND;
            case VERTEX -> SWT.CURSOR_HAND;
            case NORTH_SOUTH -> SWT.CURSOR_SIZENS;
            case WEST_EAST -> SWT.CURSOR_SIZEWE;
            case NORTH_WEST_SOUTH_EAST -> SWT.CURSOR_SIZENWSE;
            case NORTH_EAST_SOUTH_WEST -> SWT.CURSOR_SIZENESW;
        });
    }
}
