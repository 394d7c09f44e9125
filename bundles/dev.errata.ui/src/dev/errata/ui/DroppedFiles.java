package dev.errata.ui;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import dev.errata.ui.wizards.ImportDatasetWizard;

/** Files dropped on the window: dataset folders and documents are opened, a label file starts the import. */
public final class DroppedFiles extends DropTargetAdapter {

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] files) {
            // the program that the files come from waits until this method is done
            event.display.asyncExec(() -> open(files));
        }
    }

    private static void open(String... files) {
        for (String name : files) {
            Path file = Path.of(name);
            if (Files.isRegularFile(file.resolve(DatasetProjects.DOCUMENT))) {
                DatasetProjects.open(file);
            } else if (file.endsWith(DatasetProjects.DOCUMENT)) {
                DatasetProjects.open(file.getParent());
            } else {
                Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
                new WizardDialog(shell, new ImportDatasetWizard(file)).open();
                return;
            }
        }
    }
}
