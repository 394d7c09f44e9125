package dev.errata.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.journal.postgres.PostgresJournal;
import dev.errata.engine.Progress;
import dev.errata.ui.journal.ServerDialogs;
import dev.errata.ui.matching.KeptMatching;
import dev.errata.ui.properties.PropertiesRefresh;

/**
 * The datasets open in this workbench, and the one that the perspective shows. Opening runs in a Job; listeners are called on
 * the UI thread. While a dataset is open, a background job watches its teammates' journals.
 */
public final class OpenDatasets {

    private static final String LAST_DATASET = "lastDataset"; //$NON-NLS-1$
    private static final PersonalSettings SETTINGS = new PersonalSettings("dev.errata.ui"); //$NON-NLS-1$
    private static final OpenDatasets INSTANCE = new OpenDatasets();

    private final Map<Path, OpenDataset> open = new LinkedHashMap<>();
    private final Map<Path, CompletableFuture<OpenDataset>> opening = new LinkedHashMap<>();
    private final Set<Path> failed = new HashSet<>();
    private final List<Consumer<Optional<OpenDataset>>> listeners = new CopyOnWriteArrayList<>();
    private final JournalWatch watch = new JournalWatch(this);
    private final PropertiesRefresh propertiesRefresh = new PropertiesRefresh();
    private OpenDataset active;
    private Path latest;
    private boolean started;

    private OpenDatasets() {
    }

    public static OpenDatasets get() {
        INSTANCE.start();
        return INSTANCE;
    }

    /** Follows the workbench and reopens the dataset that was shown last, once there is a workbench. */
    private synchronized void start() {
        if (started || !PlatformUI.isWorkbenchRunning()) {
            return;
        }
        started = true;
        PostgresJournal.askBy(new ServerDialogs());
        ui(() -> {
            WorkbenchFollower.install(this);
            String last = SETTINGS.get(LAST_DATASET).orElse(""); //$NON-NLS-1$
            if (!last.isEmpty() && active().isEmpty() && Files.isRegularFile(Path.of(last, DatasetProjects.DOCUMENT))) {
                open(Path.of(last));
            }
        });
    }

    /** Opens a dataset folder, or gives the one that is open already, and makes it active. Any thread. */
    public CompletableFuture<OpenDataset> open(Path folder) {
        Path key = key(folder);
        synchronized (this) {
            latest = key;
            OpenDataset found = open.get(key);
            if (found != null) {
                setActive(found);
                return CompletableFuture.completedFuture(found);
            }
            CompletableFuture<OpenDataset> running = opening.get(key);
            if (running != null) {
                return running;
            }
            CompletableFuture<OpenDataset> future = new CompletableFuture<>();
            opening.put(key, future);
            Job job = Job.create(NLS.bind(Messages.OpenDatasets_open, key.getFileName()), monitor -> {
                return openNow(key, future, monitor);
            });
            job.setPriority(Job.SHORT);
            job.schedule();
            return future;
        }
    }

    private IStatus openNow(Path key, CompletableFuture<OpenDataset> future, IProgressMonitor monitor) {
        try {
            OpenDataset dataset = opened(key, new MonitorProgress(monitor));
            synchronized (this) {
                opening.remove(key);
                failed.remove(key);
                open.put(key, dataset);
            }
            dataset.addListener(propertiesRefresh);
            watch.start();
            dataset.changes().onNews(watch::wake);
            ui(() -> {
                if (isLatest(key) || active().isEmpty()) {
                    activate(dataset);
                }
                future.complete(dataset);
            });
            return Status.OK_STATUS;
        } catch (CancellationException stopped) {
            forget(key);
            ui(() -> future.cancel(false));
            return Status.CANCEL_STATUS;
        } catch (DatasetException | RuntimeException failure) {
            forget(key);
            showFailure(key, failure);
            ui(() -> future.completeExceptionally(failure));
            // shown already; an error status would make the job manager show it once more
            return Status.OK_STATUS;
        }
    }

    /** Matched from the start as the person matched it last: every part is to count the same, and only once. */
    private static OpenDataset opened(Path folder, Progress progress) throws DatasetException {
        OpenDataset dataset = OpenDataset.open(folder, progress);
        try {
            KeptMatching.follow(dataset, progress);
            return dataset;
        } catch (CancellationException stopped) {
            dataset.close();
            throw stopped;
        }
    }

    /** Of several that are opened at once, the one asked for last is shown, whichever is read first. */
    private synchronized boolean isLatest(Path key) {
        return key.equals(latest);
    }

    private synchronized void forget(Path key) {
        opening.remove(key);
        failed.add(key);
    }

    /** Whether the last try to open a folder failed or was cancelled. */
    synchronized boolean hasFailed(Path folder) {
        return failed.contains(key(folder));
    }

    private static void showFailure(Path folder, Exception failure) {
        Failures.show(NLS.bind(Messages.OpenDatasets_openFailed, folder), failure);
    }

    public synchronized List<OpenDataset> all() {
        return new ArrayList<>(open.values());
    }

    /** Whether a folder is being opened just now. */
    public synchronized boolean isOpening(Path folder) {
        return opening.containsKey(key(folder));
    }

    /** Whether any dataset is being opened just now: what is empty now will be filled soon. */
    public synchronized boolean isOpening() {
        return !opening.isEmpty();
    }

    public synchronized Optional<OpenDataset> find(Path folder) {
        return Optional.ofNullable(open.get(key(folder)));
    }

    /** The dataset that was opened or selected last. */
    public synchronized Optional<OpenDataset> active() {
        return Optional.ofNullable(active);
    }

    public void setActive(OpenDataset dataset) {
        if (active().orElse(null) != dataset) {
            ui(() -> activate(dataset));
        }
    }

    private void activate(OpenDataset dataset) {
        synchronized (this) {
            if (dataset == active || dataset != null && !open.containsValue(dataset)) {
                return;
            }
            active = dataset;
        }
        if (dataset != null) {
            SETTINGS.put(LAST_DATASET, dataset.folder().toString());
        }
        listeners.forEach(listener -> listener.accept(Optional.ofNullable(dataset)));
    }

    /** Closes a dataset; another open one becomes active in its place. Any thread. */
    public void close(OpenDataset dataset) {
        OpenDataset next;
        synchronized (this) {
            if (!open.values().remove(dataset)) {
                return;
            }
            next = dataset == active ? open.values().stream().findFirst().orElse(null) : active;
        }
        ui(() -> {
            if (next == null) {
                SETTINGS.put(LAST_DATASET, null);
            }
            activate(next);
            // parts let go of the dataset in their listeners; a command that still runs ends first
            Job.createSystem(NLS.bind(Messages.OpenDatasets_close, dataset.name()), monitor -> {
                dataset.close();
            }).schedule();
        });
    }

    /** @param listener gets the active dataset, empty when the last one was closed; on the UI thread */
    public void addActiveListener(Consumer<Optional<OpenDataset>> listener) {
        listeners.add(listener);
    }

    public void removeActiveListener(Consumer<Optional<OpenDataset>> listener) {
        listeners.remove(listener);
    }

    private static Path key(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException missing) {
            // opening it will say so; until then its name is as good a key
            return folder.toAbsolutePath().normalize();
        }
    }

    static void ui(Runnable action) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (display.isDisposed()) {
            ILog.of(OpenDatasets.class).info("The workbench is closing; left out an update."); //$NON-NLS-1$
        } else {
            display.asyncExec(action);
        }
    }

    /** For who hears of a change, on the thread that made it: whether another program made it. */
    public static boolean isChangeOfOthers() {
        return JournalWatch.isTakingOver();
    }
}
