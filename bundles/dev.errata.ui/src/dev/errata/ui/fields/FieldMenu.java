package dev.errata.ui.fields;

import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

import dev.errata.dataset.filter.Field;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.ui.Texts;

/** A menu of all fields, by what they are known of. */
public final class FieldMenu {

    private FieldMenu() {
    }

    /**
     * Opens at a place on the display.
     *
     * @param none the item that stands for no field
     * @param current full name of the chosen field, or null
     * @param chosen gets the full name of the field that the person chose; null for none
     */
    public static void open(Control control, Point place, FieldSet fields, String none, String current, Consumer<String> chosen) {
        Menu menu = new Menu(control);
        item(menu, none, current == null, () -> chosen.accept(null));
        new MenuItem(menu, SWT.SEPARATOR);
        owner(menu, fields, Field.Owner.IMAGE, Messages.FieldMenu_images, current, chosen);
        owner(menu, fields, Field.Owner.LABEL, Messages.FieldMenu_labels, current, chosen);
        owner(menu, fields, Field.Owner.PREDICTION, Messages.FieldMenu_predictions, current, chosen);
        menu.setLocation(place);
        menu.addListener(SWT.Hide, event -> control.getDisplay().asyncExec(menu::dispose));
        menu.setVisible(true);
    }

    private static void owner(Menu menu, FieldSet fields, Field.Owner owner, String name, String current,
        Consumer<String> chosen) {
        MenuItem of = new MenuItem(menu, SWT.CASCADE);
        of.setText(name);
        Menu own = new Menu(of);
        of.setMenu(own);
        for (Field field : fields.all()) {
            if (field.owner() == owner) {
                item(own, field.name(), field.fullName().equals(current), () -> chosen.accept(field.fullName()));
            }
        }
    }

    private static void item(Menu menu, String name, boolean chosen, Runnable effect) {
        MenuItem item = new MenuItem(menu, SWT.RADIO);
        item.setText(Texts.inAction(name));
        item.setSelection(chosen);
        item.addListener(SWT.Selection, event -> {
            if (item.getSelection()) {
                effect.run();
            }
        });
    }
}
