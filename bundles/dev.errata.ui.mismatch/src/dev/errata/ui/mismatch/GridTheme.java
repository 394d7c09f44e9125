package dev.errata.ui.mismatch;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

import dev.errata.ui.mismatch.canvas.GridColors;
import dev.errata.ui.mismatch.canvas.TileCanvas;
import dev.errata.ui.verdicts.VerdictMark;

/** Takes the grid's colours from the workbench's theme, and follows it. */
final class GridTheme implements AutoCloseable {

    private static final String PREFIX = "dev.errata.ui.mismatch."; //$NON-NLS-1$
    /** A placeholder stands out from the background so far, of the way to the text's colour. */
    private static final double PLACEHOLDER = 0.12;

    private final TileCanvas canvas;
    private final IPropertyChangeListener themeChanged = event -> recolorLater();

    GridTheme(TileCanvas canvas) {
        this.canvas = canvas;
        canvas.addListener(SWT.Show, event -> recolor());
        recolorLater();
        PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeChanged);
    }

    /** The style sheet colours the canvas only after it is made, and after the theme has told of its change. */
    private void recolorLater() {
        canvas.getDisplay().asyncExec(this::recolor);
    }

    private void recolor() {
        if (!canvas.isDisposed()) {
            canvas.setColors(colors(canvas));
        }
    }

    static GridColors colors(Control control) {
        ColorRegistry registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        return new GridColors(
            registry.get(PREFIX + "annotation"), //$NON-NLS-1$
            registry.get(PREFIX + "prediction"), //$NON-NLS-1$
            registry.get(PREFIX + "underlay"), //$NON-NLS-1$
            between(control.getBackground(), control.getForeground()),
            registry.get(PREFIX + "fixed"), //$NON-NLS-1$
            VerdictMark.badge(),
            registry.get(PREFIX + "waiting"), //$NON-NLS-1$
            VerdictMark.letters());
    }

    /** Follows light and dark themes by itself. */
    private static Color between(Color background, Color text) {
        return new Color(new RGB(between(background.getRed(), text.getRed()),
            between(background.getGreen(), text.getGreen()), between(background.getBlue(), text.getBlue())));
    }

    private static int between(int from, int to) {
        return (int) Math.round(from + PLACEHOLDER * (to - from));
    }

    @Override
    public void close() {
        PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeChanged);
    }
}
