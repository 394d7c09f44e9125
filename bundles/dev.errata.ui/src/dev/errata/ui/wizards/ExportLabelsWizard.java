package dev.errata.ui.wizards;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.ui.Failures;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.edit.DatasetCommands;

/** Writes the labels of a dataset with everything that was fixed, or the predictions of a run, in any format. */
public final class ExportLabelsWizard extends Wizard implements IExportWizard {

    private ExportLabelsPage page;
    private OpenDataset dataset;

    public ExportLabelsWizard() {
        setWindowTitle(Messages.ExportLabelsWizard_title);
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        OpenDataset selected = selection == null ? null : Adapters.adapt(selection.getFirstElement(), OpenDataset.class);
        dataset = selected != null ? selected : OpenDatasets.get().active().orElse(null);
        page = new ExportLabelsPage(dataset);
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Path target = page.target();
        ExportChoice choice = page.choice();
        boolean sidecar = page.sidecar();
        Job job = Job.create(NLS.bind(Messages.ExportLabelsWizard_job, choice.dataset().name()), monitor -> {
            try {
                String done = choice.write(target, sidecar, new MonitorProgress(monitor));
                Display display = PlatformUI.getWorkbench().getDisplay();
                display.asyncExec(() -> MessageDialog.openInformation(display.getActiveShell(),
                    Messages.ExportLabelsWizard_title, done));
            } catch (CancellationException stopped) {
                return Status.CANCEL_STATUS;
            } catch (DatasetException | RuntimeException failure) {
                Failures.show(Messages.ExportLabelsWizard_failed, failure);
            }
            return (IStatus) Status.OK_STATUS;
        });
        job.setUser(true);
        job.setRule(DatasetCommands.rule(choice.dataset()));
        job.schedule();
        return true;
    }
}
