package dev.errata.ui.commands;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.OpenDatasets;
import dev.errata.ui.wizards.AddRunWizard;

/** Asks for the predictions of another model, for the dataset that is shown. */
public final class AddRunHandler extends ActiveDatasetHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        OpenDatasets.get().active().ifPresent(dataset -> Wizards.open(shell, new AddRunWizard(dataset)));
        return null;
    }
}
