package dev.errata.ui.commands;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.DatasetProjects;
import dev.errata.ui.OpenDatasets;

/** Opens the dataset of the selected project, or a dataset folder that the person chooses. */
public final class OpenDatasetHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN | SWT.SHEET);
        dialog.setText(Messages.OpenDatasetHandler_title);
        dialog.setMessage(Messages.OpenDatasetHandler_message);
        OpenDatasets.get().active().map(dataset -> dataset.folder().getParent())
            .ifPresent(parent -> dialog.setFilterPath(parent.toString()));
        String chosen = dialog.open();
        if (chosen == null) {
            return null;
        }
        Path folder = Path.of(chosen);
        if (Files.isRegularFile(folder.resolve(DatasetProjects.DOCUMENT))) {
            DatasetProjects.open(folder);
            ShowPerspective.in(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        } else {
            MessageDialog.openInformation(shell, Messages.OpenDatasetHandler_title,
                NLS.bind(Messages.OpenDatasetHandler_noDataset, folder));
        }
        return null;
    }
}
