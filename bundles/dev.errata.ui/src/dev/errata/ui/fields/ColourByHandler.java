package dev.errata.ui.fields;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.OpenDatasets;

/** Opens the menu of fields to colour by, for the dataset that the active part shows. */
public final class ColourByHandler extends AbstractHandler {

    private static final int INSET = 24;

    private final Consumer<Optional<OpenDataset>> enablement = active -> setBaseEnabled(active.isPresent());

    public ColourByHandler() {
        setBaseEnabled(OpenDatasets.get().active().isPresent());
        OpenDatasets.get().addActiveListener(enablement);
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(enablement);
        super.dispose();
    }

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
