package dev.errata.ui.wizards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.errata.formats.Formats;
import dev.errata.ui.AccessibleNames;

/** Asks for the files and shows, while the person goes on, what they hold. */
final class ImportDatasetPage extends FilesPage {

    private final ImportInput input = new ImportInput();
    private final Path given;
    private Text labels;
    private Combo format;
    private Text images;
    private Text name;
    private Text location;
    private RunsTable runs;
    private PreviewArea preview;
    private boolean nameGiven;

    /** @param given the labels, or the folder of the pictures; null for nothing yet */
    ImportDatasetPage(Path given) {
        super("files"); //$NON-NLS-1$
        this.given = given;
        setTitle(Messages.ImportDatasetPage_title);
        setDescription(Messages.ImportDatasetPage_description);
    }

    ImportInput input() {
        return input;
    }

    @Override
    void fill(Composite area) {
        labels = labelsRow(area);
        format = formatRow(area);
        images = row(area, Messages.ImportDatasetPage_images, Messages.ImportDatasetPage_imagesHint,
            () -> browseFolder(images, Messages.ImportDatasetPage_chooseImages));
        runs = new RunsTable(area, input.runs(), this::filesChanged, this::besideLabels);
        name = row(area, Messages.ImportDatasetPage_name, "", null); //$NON-NLS-1$
        location = row(area, Messages.ImportDatasetPage_location, "", //$NON-NLS-1$
            () -> browseFolder(location, Messages.ImportDatasetPage_chooseLocation));
        Group group = new Group(area, SWT.NONE);
        group.setText(Messages.ImportDatasetPage_preview);
        GridDataFactory.fillDefaults().grab(true, true).span(COLUMNS, 1).indent(0, 6).applyTo(group);
        preview = new PreviewArea(group, this::validate);
        StrictBox.add(area, COLUMNS, input::setStrict);
        location.setText(ResourcesPlugin.getWorkspace().getRoot().getLocation().toOSString());
        labels.addModifyListener(event -> labelsChanged());
        images.addModifyListener(event -> filesChanged());
        name.addModifyListener(event -> {
            nameGiven = nameGiven || name.isFocusControl();
            targetChanged();
        });
        location.addModifyListener(event -> targetChanged());
        acceptDroppedFiles(area);
        targetChanged();
    }

    @Override
    void filled() {
        if (given != null) {
            take(given);
        }
    }

    /** Predictions and pictures are often near the labels; null where no labels are chosen. */
    private Path besideLabels() {
        return input.hasLabels() ? input.labels().toAbsolutePath().getParent() : null;
    }

    /** Labels are a file, an archive or a folder, for which the system has a dialog each. */
    private Text labelsRow(Composite area) {
        Text text = row(area, Messages.ImportDatasetPage_labels, Messages.ImportDatasetPage_labelsHint, null);
        ((GridData) text.getLayoutData()).horizontalSpan = 1;
        Composite buttons = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(buttons);
        GridDataFactory.fillDefaults().applyTo(buttons);
        button(buttons, Messages.ImportDatasetPage_labelsFile, this::browseLabels);
        button(buttons, Messages.ImportDatasetPage_labelsFolder,
            () -> browseFolder(labels, Messages.ImportDatasetPage_chooseLabels));
        return text;
    }

    private static void button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    }

    private Combo formatRow(Composite area) {
        new Label(area, SWT.NONE).setText(Messages.ImportDatasetPage_format);
        Combo combo = new Combo(area, SWT.READ_ONLY);
        combo.add(Messages.ImportDatasetPage_formatByContent);
        Formats.all().forEach(known -> combo.add(known.name()));
        combo.select(0);
        combo.setVisibleItemCount(combo.getItemCount());
        GridDataFactory.swtDefaults().span(2, 1).applyTo(combo);
        AccessibleNames.set(combo, Messages.ImportDatasetPage_format);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
            input.setFormat(combo.getSelectionIndex() == 0 ? null : combo.getText());
            filesChanged();
        }));
        return combo;
    }

    private void acceptDroppedFiles(Composite area) {
        DropTarget target = new DropTarget(area, DND.DROP_COPY | DND.DROP_DEFAULT);
        target.setTransfer(FileTransfer.getInstance());
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void drop(DropTargetEvent event) {
                for (String file : (String[]) event.data) {
                    take(Path.of(file));
                }
            }
        });
    }

    private void take(Path file) {
        if (Files.isDirectory(file)) {
            takeFolder(file);
        } else if (labels.getText().isEmpty()) {
            labels.setText(file.toString());
        } else {
            runs.add(file);
        }
    }

    /** A folder holds labels or only pictures: its content tells, which takes a while in a large one. */
    private void takeFolder(Path folder) {
        Display display = labels.getDisplay();
        Job looking = Job.createSystem(Messages.PreviewArea_reading, monitor -> {
            boolean holdsLabels = Formats.recognised(folder);
            display.asyncExec(() -> {
                if (!labels.isDisposed()) {
                    (holdsLabels && labels.getText().isEmpty() ? labels : images).setText(folder.toString());
                }
            });
        });
        looking.schedule();
    }

    private void browseLabels() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN | SWT.SHEET);
        dialog.setText(Messages.ImportDatasetPage_chooseLabels);
        String chosen = dialog.open();
        if (chosen != null) {
            labels.setText(chosen);
        }
    }

    private void browseFolder(Text target, String title) {
        DirectoryDialog dialog = new DirectoryDialog(getShell(), SWT.OPEN | SWT.SHEET);
        dialog.setText(title);
        Path near = besideLabels();
        dialog.setFilterPath(target.getText().isBlank() && near != null ? near.toString() : target.getText());
        String chosen = dialog.open();
        if (chosen != null) {
            target.setText(chosen);
        }
    }

    private void labelsChanged() {
        input.setLabels(labels.getText());
        if (!nameGiven && input.hasLabels()) {
            name.setText(DatasetName.of(input.labels()));
        }
        filesChanged();
    }

    private void filesChanged() {
        input.setLabels(labels.getText());
        input.setImages(images.getText());
        if (input.hasLabels() && input.problem() == null) {
            preview.show(input.labels(), input.format(), input.images(), List.copyOf(input.runs()));
        } else {
            preview.clear();
        }
        validate();
    }

    private void targetChanged() {
        input.setName(name.getText());
        input.setLocation(location.getText());
        validate();
    }

    private void validate() {
        String problem = input.problem() != null ? input.problem() : preview.refused();
        setErrorMessage(problem);
        if (problem == null && input.missing() != null) {
            setMessage(input.missing());
        } else {
            setMessage(preview.warning(), IMessageProvider.WARNING);
        }
        setPageComplete(problem == null && input.missing() == null);
    }

    @Override
    public void dispose() {
        if (preview != null) {
            preview.clear();
        }
        super.dispose();
    }
}
