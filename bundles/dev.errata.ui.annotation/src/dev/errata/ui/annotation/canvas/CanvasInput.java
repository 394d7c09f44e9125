package dev.errata.ui.annotation.canvas;

import java.util.List;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.PanTool;
import dev.errata.ui.annotation.tools.Pointer;
import dev.errata.ui.annotation.tools.SelectTool;
import dev.errata.ui.annotation.tools.Tool;

/**
 * Turns events of mouse and keyboard into calls of the tools. The primary button works the tool; the middle button, or the
 * primary one with Ctrl, drags the picture. The wheel zooms at the pointer with Ctrl, else it moves the picture, or the other
 * way round where the person prefers that. Keys that need no command: arrows, Esc, Backspace, Tab.
 */
public final class CanvasInput {

    /** Preference of this bundle: whether the wheel alone zooms. */
    public static final String WHEEL_ZOOMS = "wheelZooms"; //$NON-NLS-1$

    /** The bundle whose preferences hold {@link #WHEEL_ZOOMS}. */
    public static final String BUNDLE = "dev.errata.ui.annotation"; //$NON-NLS-1$

    /** One notch of the wheel: what SWT counts for it, and the factor of its zoom. */
    private static final double NOTCH = 3;
    private static final double NOTCH_FACTOR = 1.25;

    /** A wheel notch moves by this, points. */
    private static final int NOTCH_PAN = 60;

    private final AnnotationCanvas canvas;
    private final CanvasClient client;
    private final Nudger nudger;
    private Tool pressed;

    CanvasInput(AnnotationCanvas canvas, CanvasClient client, Nudger nudger) {
        this.canvas = canvas;
        this.client = client;
        this.nudger = nudger;
        canvas.addListener(SWT.MouseDown, this::mouseDown);
        canvas.addListener(SWT.MouseMove, this::mouseMove);
        canvas.addListener(SWT.MouseUp, this::mouseUp);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseHorizontalWheel, this::wheel);
        canvas.addListener(SWT.MouseExit, event -> canvas.setPointer(null));
        canvas.addListener(SWT.KeyDown, this::keyDown);
        canvas.addListener(SWT.Traverse, this::traverse);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> focusLost());
    }

    private void mouseDown(Event event) {
        canvas.forceFocus();
        nudger.flush();
        Pointer pointer = canvas.pointer(event);
        canvas.setPointer(pointer);
        boolean pan = event.button == 2 || event.button == 1 && (event.stateMask & SWT.MOD1) != 0;
        if (pan) {
            pressed = new PanTool(canvas);
            canvas.setCursor(CanvasCursors.of(canvas.getDisplay(), pressed.pointerShape(pointer)));
        } else if (event.button == 1) {
            pressed = canvas.tool();
        } else {
            selectForMenu(pointer);
            return;
        }
        pressed.pressed(pointer);
    }

    /** The menu is about what the pointer is on, unless that is selected already. */
    private void selectForMenu(Pointer pointer) {
        List<Shape> hits = canvas.scene().at(pointer.imageX(canvas.viewport()), pointer.imageY(canvas.viewport()),
            4 * canvas.density() / canvas.viewport().scale());
        if (canvas.tool() instanceof SelectTool && !hits.isEmpty()
            && hits.stream().noneMatch(canvas.selection()::contains)) {
            canvas.select(List.of(hits.get(0)));
        }
    }

    private void mouseMove(Event event) {
        Pointer pointer = canvas.pointer(event);
        canvas.setPointer(pointer);
        if (pressed != null) {
            pressed.dragged(pointer);
        } else {
            canvas.tool().moved(pointer);
            canvas.updatePointerShape();
        }
    }

    private void mouseUp(Event event) {
        Tool released = pressed;
        pressed = null;
        if (released != null) {
            released.released(canvas.pointer(event));
            canvas.updatePointerShape();
        }
    }

    private void doubleClick(Event event) {
        if (event.button == 1) {
            canvas.tool().doubleClicked(canvas.pointer(event));
        }
    }

    private void wheel(Event event) {
        event.doit = false;
        Pointer pointer = canvas.pointer(event);
        canvas.setPointer(pointer);
        boolean horizontal = event.type == SWT.MouseHorizontalWheel;
        boolean zoom = !horizontal && (event.stateMask & SWT.SHIFT) == 0
            && (event.stateMask & SWT.MOD1) != 0 != InstanceScope.INSTANCE.getNode(BUNDLE).getBoolean(WHEEL_ZOOMS, false);
        double notches = event.count / NOTCH;
        if (zoom) {
            canvas.show(canvas.viewport().zoomedAt(pointer.x(), pointer.y(), Math.pow(NOTCH_FACTOR, notches)));
        } else {
            double distance = notches * NOTCH_PAN * canvas.density();
            boolean sideways = horizontal || (event.stateMask & SWT.SHIFT) != 0;
            canvas.show(canvas.viewport().panned(sideways ? distance : 0, sideways ? 0 : distance));
        }
    }

    private void keyDown(Event event) {
        int step = (event.stateMask & SWT.SHIFT) != 0 ? 10 : 1;
        boolean plain = (event.stateMask & (SWT.MOD1 | SWT.ALT)) == 0;
        if (!plain) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> arrow(-step, 0);
            case SWT.ARROW_RIGHT -> arrow(step, 0);
            case SWT.ARROW_UP -> arrow(0, -step);
            case SWT.ARROW_DOWN -> arrow(0, step);
            case SWT.ESC -> escape();
            case SWT.BS -> canvas.tool().stepBack();
            default -> {
                // Every other key is a command with a binding.
            }
        }
    }

    /** Arrows move what is selected; with nothing selected left and right go to the next image, up and down move the picture. */
    private void arrow(int dx, int dy) {
        if (nudger.nudge(dx, dy)) {
            return;
        }
        if (dx != 0 && canvas.selection().isEmpty()) {
            client.navigate(Integer.signum(dx));
        } else {
            double distance = NOTCH_PAN * canvas.density();
            canvas.show(canvas.viewport().panned(-Integer.signum(dx) * distance, -Integer.signum(dy) * distance));
        }
    }

    private void escape() {
        if (nudger.cancel()) {
            return;
        }
        Tool busy = pressed;
        pressed = null;
        if (busy != null && busy.cancel() || canvas.tool().cancel()) {
            return;
        }
        if (canvas.tool() instanceof SelectTool) {
            canvas.select(List.of());
        } else {
            canvas.toolFinished();
        }
    }

    private void traverse(Event event) {
        boolean tab = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
        if (tab && (event.stateMask & SWT.CTRL) == 0) {
            event.doit = false;
            canvas.selectNext(event.detail == SWT.TRAVERSE_TAB_NEXT ? 1 : -1);
        } else if (tab) {
            event.doit = true;
        }
    }

    private void focusLost() {
        nudger.flush();
        canvas.endPeek();
        if (pressed != null) {
            pressed.cancel();
            pressed = null;
        }
        canvas.redraw();
    }
}
