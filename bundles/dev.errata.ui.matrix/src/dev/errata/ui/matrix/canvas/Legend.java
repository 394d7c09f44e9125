package dev.errata.ui.matrix.canvas;

import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.themes.IThemeManager;

import dev.errata.ui.matrix.model.ColourScale;
import dev.errata.ui.matrix.model.CountFormat;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixOptions;
import dev.errata.ui.matrix.model.Normalisation;

/** The two colour ramps, each with the largest value at its end; one below the other where there is less room. */
public final class Legend extends Canvas {

    private static final int RAMP = 64;
    private static final int GAP = 5;

    private final IThemeManager themes;
    private MatrixModel model;
    private MatrixOptions options = MatrixOptions.DEFAULT;

    public Legend(Composite parent, IThemeManager themes) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        this.themes = themes;
        IPropertyChangeListener listener = event -> {
            if (!isDisposed()) {
                redraw();
            }
        };
        themes.addPropertyChangeListener(listener);
        addListener(SWT.Dispose, event -> themes.removePropertyChangeListener(listener));
        addListener(SWT.Paint, event -> paint(event.gc));
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = model == null ? null : mismatches() + ", " + matches();
            }
        });
    }

    public void show(MatrixModel newModel, MatrixOptions newOptions) {
        model = newModel;
        options = newOptions;
        redraw();
    }

    private String mismatches() {
        return Messages.Legend_Mismatches + ' ' + largest(false);
    }

    private String matches() {
        return Messages.Legend_Matches + ' ' + largest(true);
    }

    private String largest(boolean match) {
        double value = match ? model.largestMatch(options.normalisation()) : model.largestMismatch(options.normalisation());
        return options.normalisation() == Normalisation.COUNTS ? CountFormat.full((long) value) : CountFormat.percent(value);
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        if (model == null) {
            return new Point(1, 1);
        }
        GC gc = new GC(this);
        try {
            int width = rampWidth(gc, mismatches()) + rampWidth(gc, matches());
            boolean narrow = widthHint != SWT.DEFAULT && widthHint < width;
            return new Point(narrow ? widthHint : width, lineHeight(gc) * (narrow ? 2 : 1));
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        if (model == null) {
            return;
        }
        MatrixColours colours = new MatrixColours(themes.getCurrentTheme().getColorRegistry(), getBackground(), getForeground());
        int line = lineHeight(gc);
        ramp(gc, colours, false, 0, 0, mismatches());
        if (options.diagonal()) {
            boolean below = getClientArea().height >= 2 * line;
            ramp(gc, colours, true, below ? 0 : rampWidth(gc, mismatches()), below ? line : 0, matches());
        }
    }

    private static int lineHeight(GC gc) {
        return gc.getFontMetrics().getHeight() + 4;
    }

    private static int rampWidth(GC gc, String text) {
        return RAMP + 3 * GAP + gc.stringExtent(text).x;
    }

    private void ramp(GC gc, MatrixColours colours, boolean match, int x, int y, String text) {
        int height = lineHeight(gc);
        for (int i = 0; i < RAMP; i++) {
            gc.setBackground(colours.cell(match, i * (ColourScale.STEPS - 1) / (RAMP - 1)));
            gc.fillRectangle(x + i, y + 3, 1, height - 6);
        }
        if (match) {
            Rectangle clip = gc.getClipping();
            gc.setClipping(x, y + 3, RAMP, height - 6);
            gc.setForeground(colours.hatch(true, ColourScale.STEPS / 2));
            for (int offset = 0; offset < RAMP + height; offset += 5) {
                gc.drawLine(x + offset - height, y + height, x + offset, y);
            }
            gc.setClipping(clip);
        }
        gc.setForeground(colours.muted());
        gc.drawString(text, x + RAMP + GAP, y + (height - gc.getFontMetrics().getHeight()) / 2, true);
    }
}
