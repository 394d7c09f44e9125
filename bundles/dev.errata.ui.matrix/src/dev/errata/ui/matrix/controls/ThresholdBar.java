package dev.errata.ui.matrix.controls;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Spinner;

import dev.errata.engine.matching.Thresholds;
import dev.errata.ui.AccessibleNames;

/** A slider and a number field for each threshold. */
public final class ThresholdBar {

    /** Thousandths, so that a confidence of 0.001 can be set. */
    private static final int UNIT = 1000;

    private final Line iou;
    private final Line confidence;
    private Consumer<Thresholds> listener = thresholds -> { };

    public ThresholdBar(Composite parent) {
        iou = new Line(parent, Messages.Bar_Iou, Messages.Bar_Iou, Messages.Bar_IouTip, 50, 950, 50);
        confidence = new Line(parent, Messages.Bar_Confidence, Messages.Bar_ConfidenceShort, Messages.Bar_ConfidenceTip, 0, UNIT,
            50);
        set(Thresholds.DEFAULT);
    }

    /** @param newListener gets the thresholds at each move of a slider */
    public void onChange(Consumer<Thresholds> newListener) {
        listener = newListener;
    }

    /** Shows thresholds; tells nobody. */
    public void set(Thresholds thresholds) {
        iou.set((int) Math.round(thresholds.iou() * UNIT));
        confidence.set((int) Math.round(thresholds.confidence() * UNIT));
    }

    /** Leaves out the sliders where there is little room: the number fields set the same. */
    public void setCompact(boolean compact) {
        iou.setCompact(compact);
        confidence.setCompact(compact);
    }

    Thresholds get() {
        return new Thresholds((double) iou.value / UNIT, (double) confidence.value / UNIT);
    }

    /** Label, slider and number field of one threshold. */
    private final class Line {

        private static final int STEP = 10;

        private final String name;
        private final String shortName;
        private final Label label;
        private final Scale scale;
        private final Spinner spinner;
        private int value;

        Line(Composite parent, String name, String shortName, String tip, int smallest, int largest, int page) {
            Composite line = new Composite(parent, SWT.NONE);
            GridLayout layout = new GridLayout(3, false);
            layout.marginWidth = 0;
            layout.marginHeight = 0;
            line.setLayout(layout);
            this.name = name;
            this.shortName = shortName;
            label = new Label(line, SWT.NONE);
            label.setText(name);
            label.setToolTipText(tip);
            scale = new Scale(line, SWT.HORIZONTAL);
            scale.setMinimum(smallest / STEP);
            scale.setMaximum(largest / STEP);
            scale.setIncrement(1);
            scale.setPageIncrement(page / STEP);
            scale.setToolTipText(tip);
            GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
            data.widthHint = 100;
            scale.setLayoutData(data);
            spinner = new Spinner(line, SWT.BORDER);
            spinner.setDigits(3);
            spinner.setMinimum(smallest);
            spinner.setMaximum(largest);
            spinner.setIncrement(STEP);
            spinner.setPageIncrement(page);
            spinner.setToolTipText(tip);
            AccessibleNames.set(scale, name);
            AccessibleNames.set(spinner, name);
            scale.addListener(SWT.Selection, event -> moved(scale.getSelection() * STEP));
            spinner.addListener(SWT.Selection, event -> moved(spinner.getSelection()));
        }

        void setCompact(boolean compact) {
            GridData data = (GridData) scale.getLayoutData();
            if (data.exclude != compact) {
                data.exclude = compact;
                scale.setVisible(!compact);
                label.setText(compact ? shortName : name);
                label.requestLayout();
            }
        }

        private void moved(int newValue) {
            if (newValue != value) {
                set(newValue);
                listener.accept(get());
            }
        }

        void set(int newValue) {
            value = Math.clamp(newValue, spinner.getMinimum(), spinner.getMaximum());
            // setting what is there already would move the cursor while somebody types
            if (spinner.getSelection() != value) {
                spinner.setSelection(value);
            }
            if (scale.getSelection() != value / STEP) {
                scale.setSelection(value / STEP);
            }
        }
    }
}
