package dev.errata.ui.wizards;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** Asks whether one record that would be set aside refuses its file. */
final class StrictBox {

    private StrictBox() {
    }

    /** Adds the box below what a grid of some columns holds already. */
    static void add(Composite area, int columns, Consumer<Boolean> strict) {
        Button box = new Button(area, SWT.CHECK);
        box.setText(Messages.StrictBox_text);
        box.setToolTipText(Messages.StrictBox_tip);
        GridDataFactory.swtDefaults().span(columns, 1).applyTo(box);
        box.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> strict.accept(box.getSelection())));
    }
}
