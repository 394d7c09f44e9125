package dev.errata.ui.wizards;

import java.nio.file.Path;
import java.text.NumberFormat;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IExportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.operations.ExportDataset;
import dev.errata.ui.Failures;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.edit.DatasetCommands;

/** Writes the label file of a dataset with everything that was fixed. */
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
        String format = dataset.document().getLabels().getFormat();
        OpenDataset exported = dataset;
        Job job = Job.create(NLS.bind(Messages.ExportLabelsWizard_job, exported.name()), monitor -> {
            try {
                ExportDataset.Result result = ExportDataset.run(exported, format, target);
                Display display = PlatformUI.getWorkbench().getDisplay();
                display.asyncExec(() -> tell(display.getActiveShell(), result));
            } catch (DatasetException | RuntimeException failure) {
                Failures.show(Messages.ExportLabelsWizard_failed, failure);
            }
            return Status.OK_STATUS;
        });
        job.setRule(DatasetCommands.rule(exported));
        job.schedule();
        return true;
    }

    private static void tell(Shell shell, ExportDataset.Result result) {
        String edits = NumberFormat.getIntegerInstance().format(result.edits());
        MessageDialog.openInformation(shell, Messages.ExportLabelsWizard_title,
            NLS.bind(Messages.ExportLabelsWizard_done, result.file(), edits));
    }
}
