package dev.errata.ui.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.ui.Failures;
import dev.errata.ui.MonitorProgress;

/** Reads the fields of a dataset in the background when somebody first needs them: the label file is read again for that. */
public final class FieldReading {

    private final OpenDataset dataset;
    private final List<Consumer<FieldSet>> waiting = new ArrayList<>();
    private Job job;
    /** Nobody is told of the same failure again and again: only who asks for the fields has them read once more. */
    private boolean failed;

    private FieldReading(OpenDataset dataset) {
        this.dataset = dataset;
    }

    public static FieldReading of(OpenDataset dataset) {
        return dataset.attachment(FieldReading.class, FieldReading::new);
    }

    /** The fields, if they are known already; else they are being read from now on. */
    public Optional<FieldSet> known() {
        Optional<FieldSet> known = dataset.knownFields();
        synchronized (this) {
            if (known.isEmpty() && !failed) {
                read();
            }
        }
        return known;
    }

    /** Does something on the UI thread as soon as the fields are known; never where they cannot be read, which is shown. */
    public void whenKnown(Consumer<FieldSet> action) {
        synchronized (this) {
            waiting.add(action);
        }
        read();
    }

    private synchronized void read() {
        if (job == null) {
            job = Job.create(NLS.bind(Messages.FieldReading_job, dataset.name()), (ICoreRunnable) this::run);
            job.schedule();
        }
    }

    private void run(IProgressMonitor monitor) {
        FieldSet fields = null;
        try {
            fields = dataset.fields(new MonitorProgress(monitor));
        } catch (DatasetException failure) {
            Failures.show(NLS.bind(Messages.FieldReading_failed, dataset.name()), failure);
        } catch (CancellationException stopped) {
            monitor.setCanceled(true);
        } finally {
            tell(fields);
        }
    }

    private void tell(FieldSet fields) {
        List<Consumer<FieldSet>> actions;
        synchronized (this) {
            job = null;
            failed = fields == null;
            actions = List.copyOf(waiting);
            waiting.clear();
        }
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (fields != null && !display.isDisposed()) {
            display.asyncExec(() -> actions.forEach(action -> action.accept(fields)));
        }
    }
}
