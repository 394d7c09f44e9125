package dev.errata.ui.wizards;

import java.nio.file.Path;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.statushandlers.StatusManager;

import dev.errata.dataset.imports.ImportDataset;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.wizards.ImportInput.RunInput;

/** Makes a dataset of label files. The work is done in the background after the wizard is closed. */
public final class ImportDatasetWizard extends Wizard implements IImportWizard, INewWizard {

    private final ImportDatasetPage page;

    public ImportDatasetWizard() {
        this(null);
    }

    /** @param file the labels or the folder of the pictures; null for nothing yet */
    public ImportDatasetWizard(Path file) {
        page = new ImportDatasetPage(file);
        setWindowTitle(Messages.ImportDatasetWizard_title);
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        // an import starts from files, not from what is selected
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        ImportInput input = page.input();
        ImportDataset operation = new ImportDataset(input.folder(), input.labels()).name(input.name())
            .format(input.format()).images(input.images()).strict(input.strict());
        for (RunInput run : input.runs()) {
            operation.run(run.name(), run.file());
        }
        ImportJob.start(input.name(), operation::run);
        try {
            PlatformUI.getWorkbench().showPerspective(Ids.PERSPECTIVE, PlatformUI.getWorkbench().getActiveWorkbenchWindow());
        } catch (WorkbenchException failure) {
            StatusManager.getManager().handle(failure.getStatus(), StatusManager.LOG | StatusManager.SHOW);
        }
        return true;
    }
}
