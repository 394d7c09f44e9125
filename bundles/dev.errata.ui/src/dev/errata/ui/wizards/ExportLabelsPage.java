package dev.errata.ui.wizards;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.errata.dataset.OpenDataset;

/** Asks where to write. */
final class ExportLabelsPage extends WizardPage {

    private final OpenDataset dataset;
    private Text file;

    /** @param dataset null where none is open */
    ExportLabelsPage(OpenDataset dataset) {
        super("target"); //$NON-NLS-1$
        this.dataset = dataset;
        setTitle(Messages.ExportLabelsWizard_title);
        if (dataset == null) {
            setDescription(Messages.ExportLabelsPage_noDataset);
        } else {
            setDescription(NLS.bind(Messages.ExportLabelsPage_description, dataset.name()));
        }
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.ExportLabelsPage_file);
        file = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
        file.addModifyListener(event -> validate());
        Button browse = new Button(area, SWT.PUSH);
        browse.setText(Messages.Button_browse);
        setButtonLayoutData(browse);
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
        file.setEnabled(dataset != null);
        browse.setEnabled(dataset != null);
        setPageComplete(false);
        setControl(area);
        Dialog.applyDialogFont(area);
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE | SWT.SHEET);
        dialog.setText(Messages.ExportLabelsWizard_title);
        dialog.setFileName(Path.of(dataset.document().getLabels().getPath()).getFileName().toString());
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private void validate() {
        String problem = file.getText().isBlank() ? null : problem();
        setErrorMessage(problem);
        setPageComplete(problem == null && !file.getText().isBlank());
        setMessage(problem == null && !file.getText().isBlank() && Files.exists(target())
            ? NLS.bind(Messages.ExportLabelsPage_replaces, target()) : null, WARNING);
    }

    private String problem() {
        try {
            Path parent = target().getParent();
            if (Files.isDirectory(target())) {
                return NLS.bind(Messages.ExportLabelsPage_isFolder, target());
            }
            return parent != null && Files.isDirectory(parent) ? null : NLS.bind(Messages.ExportLabelsPage_noFolder, parent);
        } catch (InvalidPathException bad) {
            return bad.getMessage();
        }
    }

    Path target() {
        return Path.of(file.getText().strip()).toAbsolutePath();
    }
}
