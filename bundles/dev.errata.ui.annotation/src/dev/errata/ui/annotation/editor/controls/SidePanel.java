package dev.errata.ui.annotation.editor.controls;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.Texts;
import dev.errata.ui.annotation.editor.image.Overlay;
import dev.errata.ui.fields.ColourButton;
import dev.errata.ui.fields.FieldLegend;

/** Beside the canvas: the class of what is drawn next, which predictions are shown, and the labels of the image. */
public final class SidePanel {

    /** Points. */
    private static final int LEAST_WIDTH = 150;

    private final Button drawingClass;
    private final Combo overlay;
    private final Spinner confidence;
    private final ColourButton colourBy;
    private final FieldLegend legend;
    private final LabelsPanel labels;

    /** What the panel asks for. */
    public interface Client extends LabelsPanel.Client {

        /** @param location for a chooser, on the display */
        void chooseDrawingClass(Point location);

        /** @param confidence predictions below are left out, 0 to 1 */
        void showPredictions(Overlay overlay, double confidence);
    }

    public SidePanel(SashForm parent, Client client, Overlay shown, double leastConfidence) {
        Composite panel = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 4).spacing(2, 2).applyTo(panel);
        label(panel, Messages.Panel_newLabels);
        drawingClass = new Button(panel, SWT.PUSH);
        drawingClass.setToolTipText(Messages.Panel_newLabelsTip);
        drawingClass.addSelectionListener(SelectionListener.widgetSelectedAdapter(
            event -> client.chooseDrawingClass(drawingClass.toDisplay(0, drawingClass.getSize().y))));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(drawingClass);
        label(panel, Messages.Panel_predictions);
        overlay = new Combo(panel, SWT.READ_ONLY);
        overlay.setItems(Messages.Panel_overlayDisagreeing, Messages.Panel_overlayAll, Messages.Panel_overlayNone);
        overlay.select(shown.ordinal());
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(overlay);
        AccessibleNames.set(overlay, Messages.Panel_predictions);
        label(panel, Messages.Panel_confidence);
        confidence = new Spinner(panel, SWT.BORDER);
        confidence.setValues((int) Math.round(leastConfidence * 100), 0, 100, 0, 1, 10);
        confidence.setToolTipText(Messages.Panel_confidenceTip);
        GridDataFactory.swtDefaults().applyTo(confidence);
        AccessibleNames.set(confidence, Messages.Panel_confidence);
        Consumer<Object> changed = event -> client.showPredictions(Overlay.values()[overlay.getSelectionIndex()],
            confidence.getSelection() / 100.0);
        overlay.addSelectionListener(SelectionListener.widgetSelectedAdapter(changed::accept));
        confidence.addSelectionListener(SelectionListener.widgetSelectedAdapter(changed::accept));
        colourBy = new ColourButton(panel);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(colourBy.control());
        legend = new FieldLegend(panel);
        Composite rest = new Composite(panel, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rest);
        GridLayoutFactory.fillDefaults().applyTo(rest);
        labels = new LabelsPanel(rest, client);
    }

    /** Gives the panel at least the width of its controls, where half of the editor is enough for that. */
    public static void leaveRoom(SashForm sash) {
        int width = sash.getClientArea().width;
        int[] weights = sash.getWeights();
        int least = Math.min(LEAST_WIDTH, width / 2);
        if (width > 0 && (long) width * weights[1] / (weights[0] + weights[1]) < least) {
            sash.setWeights(width - least, least);
        }
    }

    private static void label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().applyTo(label);
    }

    /** @param bands what the shapes of the dataset are coloured by; null for their classes */
    public void showColours(OpenDataset dataset, FieldBands bands) {
        colourBy.show(dataset);
        legend.show(bands);
    }

    public LabelsPanel labels() {
        return labels;
    }

    public void setDrawingClass(String name) {
        drawingClass.setText(Texts.inLabel(VisibleText.oneLine(name)));
    }

    public void setOverlay(Overlay shown) {
        overlay.select(shown.ordinal());
    }
}
