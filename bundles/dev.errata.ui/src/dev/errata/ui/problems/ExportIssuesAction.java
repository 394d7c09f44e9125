package dev.errata.ui.problems;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPartSite;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.operations.IssueFile;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.ui.Failures;

/** Writes all problems to a file, for a spreadsheet or a script. */
final class ExportIssuesAction extends Action {

    private final IWorkbenchPartSite site;
    private List<SourceIssues> issues = List.of();

    ExportIssuesAction(IWorkbenchPartSite site) {
        super(Messages.ExportIssues_tip);
        this.site = site;
        setToolTipText(Messages.ExportIssues_tip);
        ResourceLocator.imageDescriptorFromBundle("dev.errata.ui", "icons/exportDataset.svg") //$NON-NLS-1$ //$NON-NLS-2$
            .ifPresent(this::setImageDescriptor);
        setEnabled(false);
    }

    /** What is written from now on. */
    void show(List<SourceIssues> shown) {
        issues = shown;
        setEnabled(shown.stream().anyMatch(source -> !source.issues().isEmpty()));
    }

    @Override
    public void run() {
        FileDialog dialog = new FileDialog(site.getShell(), SWT.SAVE | SWT.SHEET);
        dialog.setText(Messages.ExportIssues_title);
        dialog.setFilterExtensions(new String[] {"*.csv", "*.json"}); //$NON-NLS-1$ //$NON-NLS-2$
        dialog.setFileName("problems.csv"); //$NON-NLS-1$
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(Path.of(chosen));
        }
    }

    private void write(Path file) {
        List<SourceIssues> written = issues;
        Job job = Job.create(NLS.bind(Messages.ExportIssues_job, file), monitor -> {
            try {
                if (IssueFile.problem(file).isPresent()) {
                    throw new DatasetException(IssueFile.problem(file).get());
                }
                IssueFile.write(file, written);
            } catch (DatasetException failure) {
                Failures.show(NLS.bind(Messages.ExportIssues_failed, file), failure);
            }
            return Status.OK_STATUS;
        });
        job.setUser(true);
        job.schedule();
    }
}
