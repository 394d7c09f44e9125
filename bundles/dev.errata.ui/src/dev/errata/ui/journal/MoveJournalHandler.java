package dev.errata.ui.journal;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.operations.JournalSummary;
import dev.errata.dataset.operations.MoveJournal;
import dev.errata.ui.Failures;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.Texts;
import dev.errata.ui.commands.ActiveDatasetHandler;
import dev.errata.ui.edit.DatasetCommands;

/** Asks where the changes of the dataset that is shown are to be kept, and moves them there. */
public final class MoveJournalHandler extends ActiveDatasetHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveShellChecked(event);
        OpenDatasets.get().active().ifPresent(dataset -> ask(shell, dataset));
        return null;
    }

    private static void ask(Shell shell, OpenDataset dataset) {
        MoveJournalDialog dialog = new MoveJournalDialog(shell, dataset.name(), JournalSummary.placeOf(dataset.document()));
        if (dialog.open() == Window.OK) {
            String place = dialog.place();
            Job job = Job.create(NLS.bind(Messages.Move_job, dataset.name()), monitor -> {
                return move(shell, dataset, place, monitor);
            });
            // no change is made meanwhile
            job.setRule(DatasetCommands.rule(dataset));
            job.schedule();
        }
    }

    private static IStatus move(Shell shell, OpenDataset dataset, String place, IProgressMonitor monitor) {
        Path folder = dataset.folder();
        try {
            int copied = MoveJournal.run(folder, place, new MonitorProgress(monitor));
            shell.getDisplay().asyncExec(() -> {
                // an open dataset goes on with the journal that it was opened with
                OpenDatasets.get().close(dataset);
                OpenDatasets.get().open(folder);
                if (!shell.isDisposed()) {
                    MessageDialog.openInformation(shell, Messages.Move_title,
                        NLS.bind(Messages.Move_moved, Texts.number(copied), MoveJournalDialog.words(place)));
                }
            });
            return Status.OK_STATUS;
        } catch (CancellationException stopped) {
            return Status.CANCEL_STATUS;
        } catch (DatasetException failure) {
            Failures.show(NLS.bind(Messages.Move_failed, dataset.name()), failure);
            // shown already; an error status would make the job manager show it once more
            return Status.OK_STATUS;
        }
    }
}
