package dev.errata.ui.problems;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.operations.ConflictIssues;
import dev.errata.dataset.operations.LostJournal;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.review.DisputedTasks;
import dev.errata.review.PictureStamps;
import dev.errata.review.ReviewedPictures;
import dev.errata.ui.ActiveDataset;
import dev.errata.ui.Texts;
import dev.errata.ui.selection.PartSelection;

/**
 * What was found wrong in the files of the active dataset, and where people changed a label or took a task further at the same
 * time; a double click shows the place.
 */
public final class ProblemsView extends ViewPart {

    /** After a change more of them may follow. */
    private static final long REST_MILLISECONDS = 1000;

    /** A run that is added brings its problems with it, a decision depends on its picture. */
    private final ActiveDataset dataset = new ActiveDataset(next -> read(0), event -> read(REST_MILLISECONDS));
    private final Job reading = Job.createSystem(Messages.View_reading, monitor -> {
        readNow();
    });
    private Display display;
    /** Of the job alone: what it knows of the dataset's pictures. */
    private OpenDataset stampedDataset;
    private PictureStamps stamps;
    private List<SourceIssues> sources = List.of();
    private Label summary;
    private IssuesTable table;
    private PartSelection selection;
    private ExportIssuesAction export;

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        summary = new Label(parent, SWT.WRAP);
        summary.setToolTipText(Messages.View_tip);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(summary);
        table = new IssuesTable(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        table.onOpen(this::open);
        // the person alone selects problems
        selection = new PartSelection(display, other -> { });
        getSite().setSelectionProvider(selection);
        table.onSelect(issue -> selection.select(PicturePlace.of(dataset.get(), issue)));
        export = new ExportIssuesAction(getSite());
        getViewSite().getActionBars().getToolBarManager().add(export);
        dataset.start();
    }

    private void read(long pause) {
        reading.schedule(pause);
    }

    private void open(Issue issue) {
        if (PicturePlace.has(issue)) {
            PicturePlace.open(issue, getSite());
        } else {
            IssuePlace.open(issue, getSite().getPage());
        }
    }

    private void readNow() {
        OpenDataset of = dataset.get();
        List<SourceIssues> found = new ArrayList<>(of == null ? List.of() : of.issues());
        if (of != stampedDataset) {
            stampedDataset = of;
            stamps = of == null ? null : new PictureStamps(of);
        }
        List<Issue> later = new ArrayList<>();
        if (of != null) {
            later.addAll(LostJournal.of(of));
            later.addAll(ConflictIssues.of(of));
            later.addAll(DisputedTasks.check(of, Progress.NONE));
            later.addAll(ReviewedPictures.check(stamps, Progress.NONE));
        }
        if (!later.isEmpty()) {
            found.set(0, found.get(0).plus(later));
        }
        display.asyncExec(() -> shown(of, found));
    }

    private void shown(OpenDataset of, List<SourceIssues> found) {
        if (of != dataset.get() || summary.isDisposed()) {
            return;
        }
        if (!found.equals(sources)) {
            sources = found;
            table.show(found.stream().flatMap(source -> source.issues().stream()).toList());
            export.show(found);
        }
        long all = found.stream().mapToLong(source -> source.issueCounts().total()).sum();
        boolean lost = of != null && of.changes().lost().isPresent();
        summary.setText(Texts.inLabel((lost ? Messages.View_lost + ' ' : "") + text(of, all))); //$NON-NLS-1$
        setPartName(all == 0 ? Messages.View_name : NLS.bind(Messages.View_nameCounted, Texts.number(all)));
        summary.requestLayout();
    }

    private String text(OpenDataset of, long all) {
        if (of == null) {
            return Messages.View_noDataset;
        }
        if (all == 0) {
            return NLS.bind(Messages.View_none, of.name());
        }
        long aside = sources.stream().mapToLong(source -> source.counts().quarantined()).sum();
        return NLS.bind(Messages.View_summary, new Object[] {of.name(), Texts.number(all), Texts.number(aside)});
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public void dispose() {
        dataset.close();
        selection.close();
        super.dispose();
    }
}
