package dev.errata.ui.fields;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

import dev.errata.dataset.OpenDataset;

/** Lets a person choose what boxes are coloured by; there is nothing to choose where no dataset is shown. */
public final class ColourButton {

    private final Button button;
    private OpenDataset dataset;

    public ColourButton(Composite parent) {
        button = new Button(parent, SWT.PUSH | SWT.FLAT);
        button.setText(Messages.Colouring_button);
        button.setToolTipText(Messages.Colouring_tip);
        button.addListener(SWT.Selection, event -> ColourMenu.open(dataset, button, 0, button.getSize().y));
        show(null);
    }

    /** The dataset whose fields can be chosen; null for none. */
    public void show(OpenDataset shown) {
        dataset = shown;
        button.setEnabled(shown != null);
    }

    /** For the layout of its parent. */
    public Button control() {
        return button;
    }
}
