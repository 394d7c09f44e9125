package dev.errata.ui.annotation.canvas;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.ScrollBar;

import dev.errata.ui.annotation.geometry.Viewport;
import dev.errata.ui.annotation.tools.Surface;

/** Keeps scroll bars and view the same. The bars reach over the picture and over what is seen beside it. */
final class CanvasScroll {

    private final ScrollBar horizontal;
    private final ScrollBar vertical;
    private final Surface surface;
    private boolean updating;
    private double startX;
    private double startY;

    CanvasScroll(Canvas canvas, Surface surface) {
        this.surface = surface;
        horizontal = canvas.getHorizontalBar();
        vertical = canvas.getVerticalBar();
        horizontal.addListener(SWT.Selection, event -> scrolled());
        vertical.addListener(SWT.Selection, event -> scrolled());
    }

    private void scrolled() {
        if (updating) {
            return;
        }
        Viewport viewport = surface.viewport();
        double left = horizontal.getEnabled() ? startX + horizontal.getSelection() / viewport.scale() : viewport.left();
        double top = vertical.getEnabled() ? startY + vertical.getSelection() / viewport.scale() : viewport.top();
        surface.show(viewport.panned((viewport.left() - left) * viewport.scale(), (viewport.top() - top) * viewport.scale()));
    }

    void update(Viewport viewport) {
        updating = true;
        startX = Math.min(0, viewport.left());
        startY = Math.min(0, viewport.top());
        double endX = Math.max(viewport.imageWidth(), viewport.visible().right());
        double endY = Math.max(viewport.imageHeight(), viewport.visible().bottom());
        set(horizontal, (viewport.left() - startX) * viewport.scale(), (endX - startX) * viewport.scale(), viewport.width());
        set(vertical, (viewport.top() - startY) * viewport.scale(), (endY - startY) * viewport.scale(), viewport.height());
        updating = false;
    }

    private static void set(ScrollBar bar, double selection, double extent, int seen) {
        int all = (int) Math.ceil(extent);
        bar.setEnabled(all > seen + 1);
        bar.setValues((int) Math.round(selection), 0, Math.max(all, seen), seen, Math.max(1, seen / 20),
            Math.max(1, seen * 9 / 10));
    }
}
