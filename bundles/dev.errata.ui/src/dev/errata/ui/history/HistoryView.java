package dev.errata.ui.history;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.ui.ActiveDataset;
import dev.errata.ui.Failures;
import dev.errata.ui.Texts;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.selection.PartSelection;

/** Who changed which label of the active dataset, when and why, teammates' changes included. */
public final class HistoryView extends ViewPart {

    /** After a change: more of them may follow. */
    private static final long REST_MILLISECONDS = 300;

    private final ActiveDataset dataset = new ActiveDataset(this::show, event -> read(REST_MILLISECONDS));
    private final Job reading = Job.createSystem(Messages.View_reading, monitor -> {
        readNow();
    });
    private Display display;
    private Label summary;
    private HistoryTable table;
    private PartSelection selection;
    private DatasetCommands.UndoRedo undoRedo;

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        summary = new Label(parent, SWT.WRAP);
        summary.setToolTipText(Messages.View_tip);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(summary);
        table = new HistoryTable(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        // the person alone selects changes
        selection = new PartSelection(display, other -> { });
        getSite().setSelectionProvider(selection);
        table.viewer().addSelectionChangedListener(event -> selection.select(label(selected())));
        table.viewer().addOpenListener(event -> open(selected()));
        undoRedo = DatasetCommands.installUndoRedo(getSite(), null);
        dataset.start();
    }

    private ChangeRow selected() {
        return (ChangeRow) table.viewer().getStructuredSelection().getFirstElement();
    }

    /** The label that was changed; its image where the label is gone. */
    private ISelection label(ChangeRow row) {
        OpenDataset of = dataset.get();
        if (row == null || of == null) {
            return StructuredSelection.EMPTY;
        }
        Optional<Annotation> label = of.annotation(row.image(), row.annotation());
        return new StructuredSelection(label.isPresent() ? label.get() : of.image(row.image()));
    }

    private void open(ChangeRow row) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(Ids.OPEN_IN_ANNOTATION_EDITOR, null);
        } catch (CommandException failure) {
            Failures.show(NLS.bind(Messages.View_notOpened, row.fileName()), failure);
        }
    }

    private void show(OpenDataset next) {
        undoRedo.setDataset(next);
        read(0);
    }

    private void read(long pause) {
        reading.schedule(pause);
    }

    private void readNow() {
        OpenDataset of = dataset.get();
        List<ChangeRow> rows = of == null ? List.of() : ChangeRow.of(of);
        display.asyncExec(() -> {
            if (of == dataset.get() && !summary.isDisposed()) {
                table.show(rows);
                summary.setText(Texts.inLabel(text(of, rows.size())));
                summary.requestLayout();
            }
        });
    }

    private static String text(OpenDataset of, int count) {
        if (of == null) {
            return Messages.View_noDataset;
        }
        return switch (count) {
            case 0 -> NLS.bind(Messages.View_none, of.name());
            case 1 -> NLS.bind(Messages.View_one, of.name());
            default -> NLS.bind(Messages.View_several, of.name(), Texts.number(count));
        };
    }

    @Override
    public void setFocus() {
        table.viewer().getControl().setFocus();
    }

    @Override
    public void dispose() {
        dataset.close();
        selection.close();
        undoRedo.close();
        super.dispose();
    }
}
