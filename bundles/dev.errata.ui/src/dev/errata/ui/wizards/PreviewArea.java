package dev.errata.ui.wizards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

import dev.errata.ui.Texts;
import dev.errata.ui.problems.IssuesTable;
import dev.errata.ui.wizards.ImportInput.RunInput;

/** Counts and problems of the chosen files, read in the background. A newer choice or the button stops the reading. */
final class PreviewArea {

    /** While somebody types a path every key would start a reading; a folder on the way to the labels may hold a whole disk. */
    private static final long DELAY_MILLISECONDS = 300;
    private static final long FOLDER_DELAY_MILLISECONDS = 1500;

    private final Display display;
    private final Runnable changed;
    private final Label counts;
    private final ProgressBar running;
    private final Button stop;
    private final IssuesTable issues;
    private PreviewJob job;
    private ImportPreview shown;

    PreviewArea(Composite parent, Runnable changed) {
        this.changed = changed;
        display = parent.getDisplay();
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(parent);
        counts = new Label(parent, SWT.WRAP);
        counts.setText(Messages.PreviewArea_empty);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(counts);
        running = new ProgressBar(parent, SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(running);
        stop = new Button(parent, SWT.PUSH);
        stop.setText(Messages.PreviewArea_stop);
        GridDataFactory.fillDefaults().applyTo(stop);
        stop.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> stop()));
        issues = new IssuesTable(parent);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, 170).applyTo(issues.control());
        setRunning(false);
    }

    /**
     * Reads files and shows what they hold.
     *
     * @param format the name of the label format; null where the content tells
     */
    void show(Path labels, String format, Path images, List<RunInput> runs) {
        cancel();
        PreviewJob next = new PreviewJob(labels, format, images, runs, this::finished);
        job = next;
        counts.setText(Messages.PreviewArea_reading);
        issues.show(List.of());
        setRunning(true);
        next.schedule(Files.isDirectory(labels) ? FOLDER_DELAY_MILLISECONDS : DELAY_MILLISECONDS);
    }

    private void finished(PreviewJob finished, ImportPreview result) {
        display.asyncExec(() -> {
            if (finished == job && !counts.isDisposed()) {
                shown = result;
                List<String> lines = new ArrayList<>(result.lines());
                lines.add(result.issues().isEmpty() ? Messages.PreviewArea_noProblems : NLS.bind(
                    Messages.PreviewArea_problems, Texts.number(result.issues().size())));
                counts.setText(String.join("\n", lines)); //$NON-NLS-1$
                issues.show(result.issues());
                setRunning(false);
                changed.run();
            }
        });
    }

    private void cancel() {
        shown = null;
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void stop() {
        cancel();
        counts.setText(Messages.PreviewArea_stopped);
        setRunning(false);
        changed.run();
    }

    /** Forgets the files; the window may be closing. */
    void clear() {
        cancel();
        if (!counts.isDisposed()) {
            counts.setText(Messages.PreviewArea_empty);
            issues.show(List.of());
            setRunning(false);
        }
    }

    private void setRunning(boolean value) {
        for (Control control : new Control[] {running, stop}) {
            control.setVisible(value);
            ((GridData) control.getLayoutData()).exclude = !value;
        }
        counts.getParent().layout(true, true);
    }

    /** Why the files cannot be imported, or null. */
    String refused() {
        return shown == null ? null : shown.refused();
    }

    /** What to look at before the import, or null. */
    String warning() {
        return shown == null ? null : shown.warning();
    }
}
