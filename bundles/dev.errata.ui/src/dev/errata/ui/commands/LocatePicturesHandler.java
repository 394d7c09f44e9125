package dev.errata.ui.commands;

import java.nio.file.Path;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.pictures.LocatePictures;
import dev.errata.ui.Failures;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.Texts;

/** Asks where the pictures of the dataset are that is shown. */
public final class LocatePicturesHandler extends ActiveDatasetHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        OpenDatasets.get().active().ifPresent(dataset -> ask(shell, dataset));
        return null;
    }

    private static void ask(Shell shell, OpenDataset dataset) {
        DirectoryDialog dialog = new DirectoryDialog(shell, SWT.OPEN | SWT.SHEET);
        dialog.setText(Messages.LocatePicturesHandler_title);
        dialog.setMessage(VisibleText.lines(NLS.bind(Messages.LocatePicturesHandler_message, dataset.name())));
        dialog.setFilterPath(dataset.document().getImageFolders().stream().findFirst().orElse(dataset.folder().toString()));
        String chosen = dialog.open();
        if (chosen != null) {
            Job.create(Messages.LocatePicturesHandler_title, monitor -> {
                locate(shell, dataset, Path.of(chosen));
            }).schedule();
        }
    }

    private static void locate(Shell shell, OpenDataset dataset, Path folder) {
        try {
            int found = LocatePictures.run(dataset, folder);
            String text = NLS.bind(Messages.LocatePicturesHandler_found, Texts.number(found), Texts.number(dataset.imageCount()));
            shell.getDisplay().asyncExec(() -> {
                if (!shell.isDisposed()) {
                    MessageDialog.openInformation(shell, Messages.LocatePicturesHandler_title, text);
                }
            });
        } catch (DatasetException failure) {
            Failures.show(NLS.bind(Messages.LocatePicturesHandler_failed, folder), failure);
        }
    }
}
