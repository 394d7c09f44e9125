package dev.errata.ui.fields;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;

import org.eclipse.core.runtime.ILog;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.FieldBands;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.filter.FilterException;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.PersonalSettings;

/**
 * By which field the boxes of a dataset are coloured, in all of its grids and canvases, as this person chose it. Remembered for
 * the dataset's folder.
 */
public final class Colouring {

    private static final PersonalSettings SETTINGS = new PersonalSettings("dev.errata.ui.fields"); //$NON-NLS-1$

    private final OpenDataset dataset;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile String field;
    /** Made anew for every choice, as labels may have changed since the last. */
    private volatile Map<Shown, Optional<FieldBands>> bands = new ConcurrentHashMap<>();

    /** What bands are of; the run is null where no predictions are shown. */
    private record Shown(String field, Run run) {
    }

    private Colouring(OpenDataset dataset) {
        this.dataset = dataset;
        field = SETTINGS.get(dataset.folder().toString()).orElse(null);
    }

    public static Colouring of(OpenDataset dataset) {
        return dataset.attachment(Colouring.class, Colouring::new);
    }

    /** The full name of the field; null where boxes have their usual colours. */
    public String field() {
        return field;
    }

    /** Colours by another field, tells the listeners and remembers it. On the UI thread; null for none. */
    public void choose(String fullName) {
        if (!Objects.equals(field, fullName)) {
            bands = new ConcurrentHashMap<>();
            field = fullName;
            SETTINGS.put(dataset.folder().toString(), fullName);
            tell();
        }
    }

    /**
     * The values that have colours. May take a moment: call it in the background, without the dataset's lock.
     *
     * @param run whose predictions are shown; null for none
     * @return null where nothing is coloured, or the fields are still being read: the listeners are told then
     */
    public FieldBands bands(Run run) {
        String wanted = field;
        if (wanted == null) {
            return null;
        }
        FieldSet fields = FieldReading.of(dataset).known().orElse(null);
        if (fields == null) {
            FieldReading.of(dataset).whenKnown(known -> tell());
            return null;
        }
        return bands.computeIfAbsent(new Shown(wanted, run), shown -> make(fields, wanted, run)).orElse(null);
    }

    /** Empty where the dataset has no such field any more. */
    private Optional<FieldBands> make(FieldSet fields, String wanted, Run run) {
        PredictionColumns predictions = run == null ? null : dataset.evaluations().of(run, Progress.NONE).predictions();
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            Compared of = new Compared(dataset.annotations(), predictions);
            return Optional.of(FieldBands.of(fields.find(wanted), of, Messages.Colouring_rest));
        } catch (FilterException gone) {
            ILog.of(Colouring.class).info(gone.getMessage(), gone);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Told on the UI thread when other colours are to be shown. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void tell() {
        // a dataset that was closed meanwhile is shown nowhere
        if (OpenDatasets.get().find(dataset.folder()).orElse(null) == dataset) {
            listeners.forEach(Runnable::run);
        }
    }
}
