package dev.errata.ui.mismatch.canvas;

import java.util.BitSet;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

import dev.errata.ui.Texts;
import dev.errata.ui.mismatch.tiles.TileSelection;

/** Selects by click and by rubber band; Ctrl+wheel changes the tile size; the tile under the pointer explains itself. */
final class TileMouse {

    private static final double ZOOM_STEP = 1.15;
    /** So far the pointer moves before a press becomes a rubber band, points. */
    private static final int DRAG_DISTANCE = 6;
    private static final int SCROLL_MILLISECONDS = 30;

    private final TileCanvas canvas;
    private boolean pressed;
    private boolean banding;
    /** The press hit a tile that was selected already: whether the others are dropped is known at release. */
    private boolean collapseOnRelease;
    private int pressX;
    private long pressY;
    private int pointerX;
    private int pointerY;
    private boolean addsToSelection;
    private int hovered = -1;

    TileMouse(TileCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseMove, this::move);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseDoubleClick, this::doubleClick);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseExit, event -> hover(-1));
    }

    static int larger(int size) {
        return (int) Math.ceil(size * ZOOM_STEP);
    }

    static int smaller(int size) {
        return (int) Math.floor(size / ZOOM_STEP);
    }

    private void wheel(Event event) {
        if ((event.stateMask & SWT.MOD1) == 0) {
            return;
        }
        event.doit = false;
        int tile = canvas.tileAt(event.x, event.y);
        int size = canvas.tileSize();
        canvas.setTileSize(event.count > 0 ? larger(size) : smaller(size), tile >= 0 ? tile : canvas.firstVisible());
    }

    private void down(Event event) {
        canvas.setFocus();
        int tile = canvas.tileAt(event.x, event.y);
        TileSelection selection = canvas.selection();
        if (event.button == 1) {
            pressed = true;
            pressX = event.x;
            pressY = event.y + canvas.scroll();
            addsToSelection = (event.stateMask & (SWT.MOD1 | SWT.SHIFT)) != 0;
            collapseOnRelease = false;
            press(event, tile, selection);
        } else if (event.button == 3 && tile >= 0 && !selection.isSelected(tile)) {
            selection.only(tile);
            canvas.selectionChanged(false);
        }
    }

    private void press(Event event, int tile, TileSelection selection) {
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        boolean control = (event.stateMask & SWT.MOD1) != 0;
        if (tile < 0) {
            collapseOnRelease = !addsToSelection;
        } else if (shift) {
            selection.extend(tile, control);
            canvas.selectionChanged(false);
        } else if (control) {
            selection.toggle(tile);
            canvas.selectionChanged(false);
        } else if (selection.isSelected(tile)) {
            collapseOnRelease = true;
        } else {
            selection.only(tile);
            canvas.selectionChanged(false);
        }
    }

    private void move(Event event) {
        pointerX = event.x;
        pointerY = event.y;
        if (!pressed) {
            hover(canvas.tileAt(event.x, event.y));
            return;
        }
        if (!banding && canvas.count() > 0 && (Math.abs(event.x - pressX) >= DRAG_DISTANCE
            || Math.abs(event.y + canvas.scroll() - pressY) >= DRAG_DISTANCE)) {
            banding = true;
            hover(-1);
            collapseOnRelease = false;
            canvas.selection().beginBand(addsToSelection);
            canvas.getDisplay().timerExec(SCROLL_MILLISECONDS, this::scrollAlong);
        }
        if (banding) {
            band();
        }
    }

    private void up(Event event) {
        if (event.button != 1 || !pressed) {
            return;
        }
        pressed = false;
        if (banding) {
            band();
            banding = false;
            canvas.setBand(null, null);
            canvas.selectionChanged(false);
        } else if (collapseOnRelease) {
            int tile = canvas.tileAt(event.x, event.y);
            if (tile >= 0) {
                canvas.selection().only(tile);
            } else {
                canvas.selection().none();
            }
            canvas.selectionChanged(false);
        }
    }

    private void doubleClick(Event event) {
        if (event.button == 1 && event.stateMask == 0 && canvas.tileAt(event.x, event.y) >= 0) {
            pressed = false;
            canvas.notifyListeners(SWT.DefaultSelection, new Event());
        }
    }

    private void band() {
        long y = pointerY + canvas.scroll();
        BitSet touched = new BitSet();
        canvas.tileLayout().touched(pressX, pressY, pointerX, y, touched::set);
        long top = Math.min(pressY, y) - canvas.scroll();
        long bottom = Math.max(pressY, y) - canvas.scroll();
        int height = canvas.getClientArea().height;
        int from = (int) Math.max(-2, Math.min(top, height + 2));
        int to = (int) Math.max(-2, Math.min(bottom, height + 2));
        canvas.setBand(new Rectangle(Math.min(pressX, pointerX), from, Math.abs(pressX - pointerX), to - from), touched);
    }

    /** While the rubber band is held beyond the edge, the grid scrolls, faster the farther out. */
    private void scrollAlong() {
        if (!banding || canvas.isDisposed()) {
            return;
        }
        int height = canvas.getClientArea().height;
        int beyond = pointerY < 0 ? pointerY : Math.max(0, pointerY - height);
        if (beyond != 0) {
            canvas.scrollTo(canvas.scroll() + beyond);
            band();
        }
        canvas.getDisplay().timerExec(SCROLL_MILLISECONDS, this::scrollAlong);
    }

    /** What is said about the tile under the pointer may be out of date. */
    void explainAgain() {
        int tile = hovered;
        hovered = -1;
        hover(canvas.content() != null && tile < canvas.count() ? tile : -1);
    }

    /** Takes the explanation away, which would cover the tiles around it while a person works by keys. */
    void hideExplanation() {
        hovered = -1;
        canvas.setToolTipText(null);
    }

    private void hover(int tile) {
        if (tile != hovered) {
            hovered = tile;
            GridContent content = canvas.content();
            boolean there = tile >= 0 && content != null;
            // an ampersand would be taken for a mnemonic
            canvas.setToolTipText(there ? Texts.inLabel(content.details(tile)) : null);
        }
    }
}
