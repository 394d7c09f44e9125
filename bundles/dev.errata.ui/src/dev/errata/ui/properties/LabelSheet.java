package dev.errata.ui.properties;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.ui.IActionBars;
import org.eclipse.ui.views.properties.IPropertySheetEntry;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetSorter;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.edit.DatasetCommands.UndoRedo;

/** Shows properties in the order in which their sources give them: the class first, then the box. */
final class LabelSheet extends PropertySheetPage {

    private UndoRedo undoRedo;
    private final Consumer<Optional<OpenDataset>> activeChanged = active -> undoRedo.setDataset(active.orElse(null));

    LabelSheet() {
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

    @Override
    public void setActionBars(IActionBars bars) {
        super.setActionBars(bars);
        undoRedo = DatasetCommands.installUndoRedo(bars, OpenDatasets.get().active().orElse(null));
        OpenDatasets.get().addActiveListener(activeChanged);
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(activeChanged);
        if (undoRedo != null) {
            undoRedo.close();
        }
        super.dispose();
    }
}
