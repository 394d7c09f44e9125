package dev.errata.ui.fields;

import org.eclipse.swt.widgets.Control;

import dev.errata.dataset.OpenDataset;

/** Lets a person choose the field that the boxes of a dataset are coloured by. */
final class ColourMenu {

    private ColourMenu() {
    }

    /** Opens at a place in a control, as soon as the fields are known. */
    static void open(OpenDataset dataset, Control control, int x, int y) {
        Colouring colouring = Colouring.of(dataset);
        FieldReading.of(dataset).whenKnown(fields -> {
            if (!control.isDisposed()) {
                FieldMenu.open(control, control.toDisplay(x, y), fields, Messages.Colouring_none, colouring.field(),
                    colouring::choose);
            }
        });
    }
}
