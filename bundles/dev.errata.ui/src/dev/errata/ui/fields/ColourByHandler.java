package dev.errata.ui.fields;

import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.ActiveDatasetHandler;

/** Opens the menu of fields to colour by, for the dataset that the active part shows. */
public final class ColourByHandler extends ActiveDatasetHandler {

    private static final int INSET = 24;

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        Control focus = shell.getDisplay().getFocusControl();
        dataset(HandlerUtil.getActivePart(event))
            .ifPresent(dataset -> ColourMenu.open(dataset, focus == null ? shell : focus, INSET, INSET));
        return null;
    }

    private static Optional<OpenDataset> dataset(IWorkbenchPart part) {
        OpenDataset shown = part == null ? null : part.getAdapter(OpenDataset.class);
        return shown == null ? OpenDatasets.get().active() : Optional.of(shown);
    }
}
