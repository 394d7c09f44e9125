package dev.errata.ui.wizards;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.formats.Formats;
import dev.errata.formats.LabelFormat;
import dev.errata.ui.AccessibleNames;

/** Asks what to write, in which format and where, and shows what the format cannot hold. */
final class ExportLabelsPage extends FilesPage {

    private static final String ARCHIVE = ".zip"; //$NON-NLS-1$

    private final OpenDataset dataset;
    /** Null stands for the labels. */
    private final List<Run> contents = new ArrayList<>();
    private Combo content;
    private Combo format;
    private Text file;
    private Button sidecar;
    private LossesTable losses;

    /** @param dataset null where none is open */
    ExportLabelsPage(OpenDataset dataset) {
        super("target"); //$NON-NLS-1$
        this.dataset = dataset;
        setTitle(Messages.ExportLabelsWizard_title);
        setDescription(dataset == null ? Messages.ExportLabelsPage_noDataset
            : NLS.bind(Messages.ExportLabelsPage_description, dataset.name()));
        contents.add(null);
        if (dataset != null) {
            contents.addAll(dataset.document().getRuns());
        }
    }

    @Override
    void fill(Composite area) {
        content = combo(area, Messages.ExportLabelsPage_content);
        for (Run run : contents) {
            content.add(run == null ? Messages.ExportLabelsPage_labels : NLS.bind(Messages.ExportLabelsPage_run, run.getName()));
        }
        content.select(0);
        content.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> contentChosen()));
        format = combo(area, Messages.ExportLabelsPage_format);
        format.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> formatChosen()));
        file = row(area, Messages.ExportLabelsPage_file, "", this::browse); //$NON-NLS-1$
        file.addModifyListener(event -> validate());
        sidecar = new Button(area, SWT.CHECK);
        sidecar.setText(Messages.ExportLabelsPage_sidecar);
        sidecar.setToolTipText(Messages.ExportLabelsPage_sidecarTip);
        sidecar.setSelection(true);
        GridDataFactory.swtDefaults().span(COLUMNS, 1).applyTo(sidecar);
        Group group = new Group(area, SWT.NONE);
        group.setText(Messages.LossesTable_name);
        GridDataFactory.fillDefaults().grab(true, true).span(COLUMNS, 1).applyTo(group);
        losses = new LossesTable(group);
        for (var control : area.getChildren()) {
            control.setEnabled(dataset != null);
        }
        setPageComplete(false);
    }

    @Override
    void filled() {
        if (dataset != null) {
            contentChosen();
            file.setFocus();
        }
    }

    private static Combo combo(Composite area, String label) {
        new Label(area, SWT.NONE).setText(label);
        Combo combo = new Combo(area, SWT.READ_ONLY);
        AccessibleNames.set(combo, label.replace("&", "")); //$NON-NLS-1$ //$NON-NLS-2$
        GridDataFactory.swtDefaults().span(2, 1).applyTo(combo);
        return combo;
    }

    private Run run() {
        return contents.get(content.getSelectionIndex());
    }

    private void contentChosen() {
        format.setItems(ExportChoice.formats(dataset, run()).toArray(String[]::new));
        format.select(0);
        format.setVisibleItemCount(format.getItemCount());
        format.requestLayout();
        sidecar.setEnabled(run() == null);
        formatChosen();
    }

    private void formatChosen() {
        losses.show(choice());
        validate();
    }

    ExportChoice choice() {
        return new ExportChoice(dataset, run(), format.getText());
    }

    boolean sidecar() {
        return sidecar.getSelection();
    }

    /** Whether the format is of many files, which go into a folder or an archive. */
    private boolean isMany() {
        return Formats.named(format.getText()).map(LabelFormat::manyFiles).orElse(false);
    }

    private void browse() {
        String chosen = isMany() ? folder() : singleFile();
        if (chosen != null) {
            file.setText(chosen);
        }
    }

    private String folder() {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.SAVE | SWT.SHEET);
        dialog.setText(Messages.ExportLabelsWizard_title);
        return dialog.open();
    }

    private String singleFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE | SWT.SHEET);
        dialog.setText(Messages.ExportLabelsWizard_title);
        String path = run() == null ? dataset.document().getLabels().getPath() : run().getPath();
        dialog.setFileName(Path.of(path).getFileName().toString());
        dialog.setOverwrite(true);
        return dialog.open();
    }

    private void validate() {
        String problem = file.getText().isBlank() ? null : problem();
        setErrorMessage(problem);
        setPageComplete(problem == null && !file.getText().isBlank());
        boolean replaces = problem == null && !file.getText().isBlank() && Files.isRegularFile(target());
        setMessage(replaces ? NLS.bind(Messages.ExportLabelsPage_replaces, target()) : null, WARNING);
    }

    private String problem() {
        try {
            Path target = target();
            Path parent = target.getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                return NLS.bind(Messages.ExportLabelsPage_noFolder, parent);
            }
            if (Files.isDirectory(target) && !isMany()) {
                return NLS.bind(Messages.ExportLabelsPage_isFolder, target);
            }
            boolean archive = target.toString().endsWith(ARCHIVE);
            return isMany() && !archive && Files.isRegularFile(target)
                ? NLS.bind(Messages.ExportLabelsPage_isFile, target) : null;
        } catch (InvalidPathException bad) {
            return bad.getMessage();
        }
    }

    Path target() {
        return Path.of(file.getText().strip()).toAbsolutePath();
    }

    @Override
    public void dispose() {
        if (losses != null) {
            losses.stop();
        }
        super.dispose();
    }
}
