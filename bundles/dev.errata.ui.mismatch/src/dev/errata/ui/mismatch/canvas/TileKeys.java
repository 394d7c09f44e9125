package dev.errata.ui.mismatch.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

import dev.errata.ui.mismatch.tiles.TileLayout.Step;
import dev.errata.ui.mismatch.tiles.TileSelection;

/** Walks and selects by keyboard: arrows, pages, Home and End; Shift extends, Ctrl moves the focus alone. */
final class TileKeys {

    private final TileCanvas canvas;

    TileKeys(TileCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.KeyDown, this::pressed);
        canvas.addListener(SWT.Traverse, TileKeys::traverse);
    }

    /** Tab leaves the grid; everything else is a key of the grid. */
    private static void traverse(Event event) {
        event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
            || event.detail == SWT.TRAVERSE_MNEMONIC;
    }

    private void pressed(Event event) {
        if (canvas.count() == 0 || (event.stateMask & SWT.ALT) != 0) {
            return;
        }
        Step step = step(event.keyCode);
        if (step != null) {
            walk(step, event.stateMask);
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            if (event.stateMask == 0 && canvas.selection().count() > 0) {
                canvas.notifyListeners(SWT.DefaultSelection, new Event());
            }
        } else if (event.keyCode == SWT.ESC) {
            canvas.selection().none();
            canvas.selectionChanged(false);
        } else if (event.keyCode == ' ' && event.stateMask == SWT.MOD1 && canvas.selection().lead() >= 0) {
            canvas.selection().toggle(canvas.selection().lead());
            canvas.selectionChanged(true);
        } else if (event.stateMask == SWT.MOD1) {
            zoom(event);
        }
    }

    private void zoom(Event event) {
        if (event.character == '+' || event.keyCode == '=' || event.keyCode == SWT.KEYPAD_ADD) {
            canvas.setTileSize(TileMouse.larger(canvas.tileSize()));
        } else if (event.keyCode == '-' || event.keyCode == SWT.KEYPAD_SUBTRACT) {
            canvas.setTileSize(TileMouse.smaller(canvas.tileSize()));
        } else if (event.keyCode == '0' || event.keyCode == SWT.KEYPAD_0) {
            canvas.setTileSize(TileCanvas.DEFAULT_TILE);
        }
    }

    private void walk(Step step, int modifiers) {
        TileSelection selection = canvas.selection();
        int to = canvas.tileLayout().step(selection.lead(), step, canvas.getClientArea().height);
        boolean shift = (modifiers & SWT.SHIFT) != 0;
        boolean control = (modifiers & SWT.MOD1) != 0;
        if (shift) {
            selection.extend(to, control);
        } else if (control) {
            selection.moveLead(to);
        } else {
            selection.only(to);
        }
        canvas.selectionChanged(true);
    }

    private static Step step(int key) {
        return switch (key) {
            case SWT.ARROW_LEFT, SWT.KEYPAD_4 -> Step.LEFT;
            case SWT.ARROW_RIGHT, SWT.KEYPAD_6 -> Step.RIGHT;
            case SWT.ARROW_UP, SWT.KEYPAD_8 -> Step.UP;
            case SWT.ARROW_DOWN, SWT.KEYPAD_2 -> Step.DOWN;
            case SWT.PAGE_UP, SWT.KEYPAD_9 -> Step.PAGE_UP;
            case SWT.PAGE_DOWN, SWT.KEYPAD_3 -> Step.PAGE_DOWN;
            case SWT.HOME, SWT.KEYPAD_7 -> Step.HOME;
            case SWT.END, SWT.KEYPAD_1 -> Step.END;
            default -> null;
        };
    }
}
