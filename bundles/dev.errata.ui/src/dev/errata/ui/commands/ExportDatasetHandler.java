package dev.errata.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.wizards.ExportLabelsWizard;

/** Opens the export wizard. */
public final class ExportDatasetHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ExportLabelsWizard wizard = new ExportLabelsWizard();
        wizard.init(HandlerUtil.getActiveWorkbenchWindowChecked(event).getWorkbench(),
            HandlerUtil.getCurrentStructuredSelection(event));
        Wizards.open(HandlerUtil.getActiveShellChecked(event), wizard);
        return null;
    }
}
