package dev.errata.ui.wizards;

import java.util.List;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.AddRun;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.ui.Failures;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.wizards.ImportInput.RunInput;

/** Adds the predictions of more models to a dataset. */
public final class AddRunWizard extends Wizard {

    private final OpenDataset dataset;
    private final AddRunPage page;

    public AddRunWizard(OpenDataset dataset) {
        this.dataset = dataset;
        page = new AddRunPage(dataset);
        setWindowTitle(Messages.AddRunWizard_title);
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        List<RunInput> runs = List.copyOf(page.runs());
        boolean strict = page.strict();
        Job job = Job.create(NLS.bind(Messages.AddRunWizard_job, dataset.name()),
            (ICoreRunnable) monitor -> add(runs, strict, monitor));
        job.setUser(true);
        job.setRule(DatasetCommands.rule(dataset));
        job.schedule();
        return true;
    }

    private void add(List<RunInput> runs, boolean strict, IProgressMonitor monitor) {
        long setAside = 0;
        try {
            for (RunInput run : runs) {
                SourceIssues read = AddRun.run(dataset, run.name(), run.file(), strict, ImportDataset.LINK_ABOVE,
                    new MonitorProgress(monitor));
                setAside += read.counts().quarantined();
            }
        } catch (CancellationException stopped) {
            monitor.setCanceled(true);
        } catch (DatasetException | RuntimeException failure) {
            Failures.show(Messages.AddRunWizard_failed, failure);
        }
        if (setAside > 0) {
            tell(NLS.bind(Messages.AddRunWizard_setAside, Long.toString(setAside)));
        }
    }

    private static void tell(String message) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> MessageDialog.openInformation(display.getActiveShell(), Messages.AddRunWizard_title, message));
    }
}
