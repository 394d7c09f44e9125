package dev.errata.ui.history;

import java.util.List;

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
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.ActiveDataset;
import dev.errata.ui.Failures;
import dev.errata.ui.FilterBox;
import dev.errata.ui.Texts;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.selection.PartSelection;

/** Who did what in the active dataset, when and why: to labels, and in the review of them, teammates included. */
public final class HistoryView extends ViewPart {

    /** After a change: more of them may follow. */
    private static final long REST_MILLISECONDS = 300;

    private final ActiveDataset dataset = new ActiveDataset(this::show, event -> read(REST_MILLISECONDS));
    private final Job reading = Job.createSystem(Messages.View_reading, monitor -> {
        readNow();
    });
    private final FilterBox<StepFilter> filter = new FilterBox<>(StepFilter.class, choice -> read(0));
    private Display display;
    private Label summary;
    private HistoryTable table;
    private PartSelection selection;
    private DatasetCommands.UndoRedo undoRedo;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        filter.restore(memento);
    }

    @Override
    public void saveState(IMemento memento) {
        filter.save(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        Composite line = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 2).applyTo(line);
        summary = new Label(line, SWT.WRAP);
        summary.setToolTipText(Messages.View_tip);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(summary);
        filter.create(line, Messages.Filter_label);
        table = new HistoryTable(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        // the person alone selects changes
        selection = new PartSelection(display, other -> { });
        getSite().setSelectionProvider(selection);
        table.viewer().addSelectionChangedListener(event -> {
            getViewSite().getActionBars().getStatusLineManager().setErrorMessage(null);
            selection.select(subject(selected()));
        });
        table.viewer().addOpenListener(event -> open(selected()));
        undoRedo = DatasetCommands.installUndoRedo(getSite(), null);
        dataset.start();
    }

    private StepRow selected() {
        return (StepRow) table.viewer().getStructuredSelection().getFirstElement();
    }

    private ISelection subject(StepRow row) {
        OpenDataset of = dataset.get();
        return row == null || of == null ? StructuredSelection.EMPTY : StepSubject.of(of, row.step());
    }

    private void open(StepRow row) {
        if (subject(row).isEmpty()) {
            getViewSite().getActionBars().getStatusLineManager().setErrorMessage(Messages.View_gone);
            return;
        }
        try {
            getSite().getService(IHandlerService.class).executeCommand(Ids.OPEN_IN_ANNOTATION_EDITOR, null);
        } catch (CommandException failure) {
            Failures.show(NLS.bind(Messages.View_notOpened, row.fileName().isEmpty() ? row.about() : row.fileName()), failure);
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
        List<StepRow> all = of == null ? List.of() : StepRow.of(of);
        List<StepRow> rows = all.stream().filter(filter.choice()::shows).toList();
        display.asyncExec(() -> {
            if (of == dataset.get() && !summary.isDisposed()) {
                table.show(rows);
                summary.setText(Texts.inLabel(text(of, all.size(), rows.size())));
                summary.requestLayout();
            }
        });
    }

    private static String text(OpenDataset of, int all, int shown) {
        if (of == null) {
            return Messages.View_noDataset;
        }
        if (all == 0) {
            return NLS.bind(Messages.View_none, of.name());
        }
        if (shown < all) {
            return NLS.bind(Messages.View_filtered, new Object[] {of.name(), Texts.number(shown), Texts.number(all)});
        }
        return all == 1 ? NLS.bind(Messages.View_one, of.name()) : NLS.bind(Messages.View_several, of.name(), Texts.number(all));
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
