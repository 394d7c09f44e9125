package dev.errata.ui.wizards;

import java.text.NumberFormat;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import dev.errata.dataset.DatasetException;
import dev.errata.formats.compare.Loss;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.Texts;

/** What an export would lose, found out in the background. A newer choice stops the search for the last one. */
final class LossesTable {

    private static final ResourceBundle KINDS = ResourceBundle.getBundle("dev.errata.ui.wizards.losses"); //$NON-NLS-1$

    private final Display display;
    private final Label summary;
    private final Table table;
    private Job job;

    /** @param parent of its own */
    LossesTable(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.swtDefaults().applyTo(parent);
        summary = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary);
        table = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        AccessibleNames.set(table, Messages.LossesTable_name);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 150).applyTo(table);
        column(Messages.LossesTable_what, SWT.LEFT, 210);
        column(Messages.LossesTable_lost, SWT.RIGHT, 110);
        column(Messages.LossesTable_example, SWT.LEFT, 280);
    }

    private void column(String title, int style, int width) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
    }

    /** Looks for what is lost by a choice and shows it. */
    void show(ExportChoice choice) {
        stop();
        table.removeAll();
        say(NLS.bind(Messages.LossesTable_looking, choice.format()));
        Job[] next = new Job[1];
        next[0] = Job.create(NLS.bind(Messages.LossesTable_looking, choice.format()), monitor -> {
            try {
                List<Loss> losses = choice.losses(new MonitorProgress(monitor));
                deliver(next[0], () -> fill(choice, losses));
            } catch (CancellationException stopped) {
                return Status.CANCEL_STATUS;
            } catch (DatasetException failure) {
                deliver(next[0], () -> say(failure.getMessage()));
            }
            return (IStatus) Status.OK_STATUS;
        });
        job = next[0];
        job.schedule();
    }

    private void deliver(Job from, Runnable result) {
        display.asyncExec(() -> {
            if (from == job && !table.isDisposed()) {
                result.run();
            }
        });
    }

    private void fill(ExportChoice choice, List<Loss> losses) {
        say(NLS.bind(losses.isEmpty() ? Messages.LossesTable_nothing : Messages.LossesTable_some, choice.format()));
        NumberFormat numbers = NumberFormat.getIntegerInstance();
        for (Loss loss : losses) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] {KINDS.getString(loss.kind().name()),
                NLS.bind(Messages.LossesTable_of, numbers.format(loss.count()), numbers.format(loss.of())), loss.example()});
        }
    }

    private void say(String text) {
        summary.setText(Texts.inLabel(text));
        summary.requestLayout();
    }

    void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }
}
