package dev.errata.ui.mismatch.selftest;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.operations.SuspectQuery;
import dev.errata.engine.ranking.SelfTest;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.mismatch.OpenMismatchesHandler;
import dev.errata.ui.mismatch.inputs.MismatchInput;

/** Seeds known errors into a copy of the labels, in memory, and shows how many of them each method finds. */
public final class SelfTestHandler extends OpenMismatchesHandler {

    private static final long SEED = 1;

    /** Opens nothing yet: what is opened is chosen when the result is there. */
    @Override
    protected List<MismatchInput> inputs(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        ofRun(HandlerUtil.getCurrentSelection(event), (dataset, run) -> start(dataset, run, window));
        return List.of();
    }

    private static MismatchInput start(OpenDataset dataset, Run run, IWorkbenchWindow window) {
        MismatchInput suspects = MismatchInput.suspects(dataset, run);
        Job job = Job.create(NLS.bind(Messages.SelfTest_job, dataset.name()), monitor -> {
            Lock lock = dataset.lock().readLock();
            lock.lock();
            try {
                SelfTest.Result result = SelfTest.run(SuspectQuery.input(dataset, run), SEED, List.of(SuspectMethod.values()),
                    new MonitorProgress(monitor));
                window.getWorkbench().getDisplay().asyncExec(() -> {
                    if (window.getShell() != null && !window.getShell().isDisposed()) {
                        new SelfTestDialog(window, suspects, result).open();
                    }
                });
                return (IStatus) Status.OK_STATUS;
            } catch (CancellationException stopped) {
                return Status.CANCEL_STATUS;
            } finally {
                lock.unlock();
            }
        });
        job.setUser(true);
        job.schedule();
        return suspects;
    }
}
