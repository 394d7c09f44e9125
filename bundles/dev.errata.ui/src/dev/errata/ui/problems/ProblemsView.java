package dev.errata.ui.problems;

import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.ui.OpenDatasets;

/** What was found wrong in the files of the active dataset; a double click shows the file at the place. */
public final class ProblemsView extends ViewPart {

    private final Consumer<Optional<OpenDataset>> datasetsListener = active -> show(active.orElse(null));
    private final DatasetListener datasetListener = event -> read();
    private final Job reading = Job.createSystem(Messages.View_reading, monitor -> {
        readNow();
    });
    private Display display;
    private volatile OpenDataset dataset;
    private List<Issue> issues = List.of();
    private Label summary;
    private IssuesTable table;

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        summary = new Label(parent, SWT.WRAP);
        summary.setToolTipText(Messages.View_tip);
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 4).applyTo(summary);
        table = new IssuesTable(parent);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table.control());
        table.onOpen(issue -> IssuePlace.open(issue, getSite().getPage()));
        OpenDatasets.get().addActiveListener(datasetsListener);
        show(OpenDatasets.get().active().orElse(null));
    }

    private List<Issue> issues() {
        return issues;
    }

    private void show(OpenDataset next) {
        if (dataset != null) {
            dataset.removeListener(datasetListener);
        }
        dataset = next;
        if (next != null) {
            next.addListener(datasetListener);
        }
        read();
    }

    /** A run that is added brings its problems with it. */
    private void read() {
        reading.schedule();
    }

    private void readNow() {
        OpenDataset of = dataset;
        List<Issue> found = of == null ? List.of() : of.source().issues();
        display.asyncExec(() -> shown(of, found));
    }

    private void shown(OpenDataset of, List<Issue> found) {
        if (of != dataset || summary.isDisposed()) {
            return;
        }
        if (!found.equals(issues)) {
            issues = found;
            table.show(found);
        }
        summary.setText(text(of).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        setPartName(found.isEmpty() ? Messages.View_name : NLS.bind(Messages.View_nameCounted, number(found.size())));
        summary.requestLayout();
    }

    private String text(OpenDataset of) {
        if (of == null) {
            return Messages.View_noDataset;
        }
        if (issues.isEmpty()) {
            return NLS.bind(Messages.View_none, of.name());
        }
        long aside = issues.stream().filter(issue -> issue.severity() == Severity.QUARANTINED).count();
        return NLS.bind(Messages.View_summary, new Object[] {of.name(), number(issues.size()), number(aside)});
    }

    private static String number(long count) {
        return NumberFormat.getIntegerInstance().format(count);
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public void dispose() {
        OpenDatasets.get().removeActiveListener(datasetsListener);
        if (dataset != null) {
            dataset.removeListener(datasetListener);
        }
        super.dispose();
    }
}
