package dev.errata.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.wizards.ImportDatasetWizard;

/** Opens the import wizard. */
public final class ImportDatasetHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ImportDatasetWizard wizard = new ImportDatasetWizard();
        wizard.init(HandlerUtil.getActiveWorkbenchWindowChecked(event).getWorkbench(),
            HandlerUtil.getCurrentStructuredSelection(event));
        Wizards.open(HandlerUtil.getActiveShellChecked(event), wizard);
        return null;
    }
}
