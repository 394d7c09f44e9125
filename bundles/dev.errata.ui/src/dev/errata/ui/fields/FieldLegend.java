package dev.errata.ui.fields;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.errata.dataset.filter.FieldBands;
import dev.errata.ui.Texts;

/** Says which colour stands for which values of a field. Takes no room while nothing is coloured; lies in a grid layout. */
public final class FieldLegend extends Composite {

    private static final int SWATCH = 14;

    private FieldBands shown;

    public FieldLegend(Composite parent) {
        super(parent, SWT.NONE);
        RowLayout row = row(8);
        row.wrap = true;
        setLayout(row);
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.exclude = true;
        setLayoutData(data);
        setVisible(false);
    }

    private static RowLayout row(int spacing) {
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.center = true;
        row.spacing = spacing;
        row.marginTop = 1;
        row.marginBottom = 1;
        return row;
    }

    /** @param bands null where nothing is coloured */
    public void show(FieldBands bands) {
        if (bands == shown) {
            return;
        }
        shown = bands;
        for (Control child : getChildren()) {
            child.dispose();
        }
        if (bands != null) {
            label(this, bands.field().fullName());
            for (int band = 0; band < bands.names().size(); band++) {
                entry(BandColours.of(bands, band), bands.names().get(band));
            }
        }
        ((GridData) getLayoutData()).exclude = bands == null;
        setVisible(bands != null);
        getParent().layout(true, true);
    }

    private void entry(Color colour, String name) {
        Composite entry = new Composite(this, SWT.NONE);
        RowLayout layout = row(4);
        layout.wrap = false;
        entry.setLayout(layout);
        Canvas swatch = new Canvas(entry, SWT.NO_FOCUS) {
            @Override
            public Point computeSize(int width, int height, boolean changed) {
                return new Point(SWATCH, SWATCH);
            }
        };
        swatch.addListener(SWT.Paint, event -> paint(event.gc, colour));
        label(entry, name);
    }

    /** With a dark edge, as the boxes have. */
    private static void paint(GC gc, Color colour) {
        gc.setBackground(colour);
        gc.fillRectangle(0, 0, SWATCH, SWATCH);
        gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
        gc.drawRectangle(0, 0, SWATCH - 1, SWATCH - 1);
    }

    private static void label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(Texts.inLabel(text));
    }
}
