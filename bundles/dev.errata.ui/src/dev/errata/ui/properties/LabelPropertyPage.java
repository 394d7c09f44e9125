package dev.errata.ui.properties;

import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

/** Shows properties in the order in which their sources give them: the class first, then the box. */
final class LabelPropertyPage extends PropertySheetPage {

    LabelPropertyPage() {
        setSorter(new PropertySheetSorter() {
            @Override
            public int compare(IPropertySheetEntry first, IPropertySheetEntry second) {
                return 0;
            }

            @Override
            public int compareCategories(String first, String second) {
                return 0;
            }
        });
    }
}
