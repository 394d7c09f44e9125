package dev.errata.ui.matrix.filter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Field;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.filter.FilterException;
import dev.errata.dataset.filter.Slice;
import dev.errata.dataset.filter.Slices;
import dev.errata.dataset.model.Run;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Selection;
import dev.errata.ui.MonitorProgress;
import dev.errata.ui.PersonalSettings;
import dev.errata.ui.fields.FieldReading;

/**
 * What a person counts of a dataset and slices it by: reads the fields when they are first needed, applies filters and counts
 * slices, all in the background, and remembers both.
 */
public final class FilterControl {

    /** The widgets, called on the UI thread. */
    public interface View {

        void showFilter(String text);

        void showError(int column, String why);

        void showNotes(List<String> notes);

        /** @param field null where nothing is sliced */
        void showSlices(Field field, List<Slice> slices);
    }

    /** What the person wrote last, by the folder of the dataset. */
    private static final PersonalSettings FILTERS = new PersonalSettings("dev.errata.ui.matrix.filter");
    /** The full name of the field that is sliced by. */
    private static final PersonalSettings SLICES = new PersonalSettings("dev.errata.ui.matrix.slice");

    private final Display display;
    private View view;
    private OpenDataset dataset;
    private Run run;
    /** What the person wrote, without what a click on a slice added. */
    private String written = "";
    /** The filter of the slice that was clicked; null for none. */
    private String clicked;
    private String sliced;
    private Job slicing;

    public FilterControl(Display display) {
        this.display = display;
    }

    public void connect(View widgets) {
        view = widgets;
    }

    /** Another dataset or run is shown; null for none. */
    public void follow(OpenDataset next, Run nextRun) {
        boolean other = next != dataset;
        dataset = next;
        run = nextRun;
        if (next == null || !other) {
            return;
        }
        clicked = null;
        written = next.evaluations().filter().map(Filter::text).orElse(FILTERS.get(folder()).orElse(""));
        sliced = SLICES.get(folder()).orElse(null);
        view.showFilter(written);
        view.showNotes(List.of());
        if (!written.isBlank() && next.evaluations().filter().isEmpty()) {
            apply(written, () -> { });
        }
        count();
    }

    private String folder() {
        return dataset.folder().toString();
    }

    Optional<FieldSet> fields() {
        return dataset == null ? Optional.empty() : dataset.knownFields();
    }

    /** Has the fields read unless they are known or being read. */
    void needFields() {
        if (dataset != null) {
            FieldReading.of(dataset).known();
        }
    }

    /** Does something with the fields as soon as they are known. */
    void withFields(Consumer<FieldSet> then) {
        Optional<FieldSet> known = fields();
        if (known.isPresent()) {
            then.accept(known.get());
        } else if (dataset != null) {
            OpenDataset of = dataset;
            FieldReading.of(of).whenKnown(fields -> later(of, () -> then.accept(fields)));
        }
    }

    /** The filter as it stands in the line. */
    String text() {
        return clicked == null ? written : written.isBlank() ? clicked : "(" + written + ") and " + clicked;
    }

    /** The person wrote a filter. */
    void write(String text) {
        String wanted = text.strip();
        if (dataset == null || wanted.equals(text())) {
            view.showNotes(List.of());
            return;
        }
        apply(wanted, () -> {
            written = wanted;
            clicked = null;
            count();
        });
    }

    /** The person chose a slice; the same once more takes it back. */
    public void choose(Slice slice) {
        if (slice.filter() != null) {
            clicked = slice.filter().equals(clicked) ? null : slice.filter();
            view.showFilter(text());
            apply(text(), () -> { });
        }
    }

    /** Whether a slice is the one that is counted. */
    public boolean isChosen(Slice slice) {
        return clicked != null && clicked.equals(slice.filter());
    }

    /** The full name of the field that is sliced by; null for none. */
    String sliced() {
        return sliced;
    }

    /** Slices by a field; null for none. */
    void slice(String field) {
        if (!Objects.equals(field, sliced)) {
            sliced = field;
            SLICES.put(folder(), field);
            if (clicked != null) {
                written = text();
                clicked = null;
            }
            count();
        }
    }

    /** @param then done when the filter counts; not where it cannot be understood */
    private void apply(String text, Runnable then) {
        OpenDataset of = dataset;
        background(NLS.bind(Messages.Job_Filter, of.name()), monitor -> {
            MonitorProgress progress = new MonitorProgress(monitor);
            try {
                Filter filter = text.isBlank() ? null : Filter.parse(text, of.fields(progress));
                of.evaluations().setFilter(filter, progress);
                later(of, () -> {
                    FILTERS.put(folder(), text.isBlank() ? null : text);
                    view.showNotes(filter == null ? List.of() : filter.notes());
                    then.run();
                });
            } catch (FilterException wrong) {
                later(of, () -> view.showError(wrong.column(), wrong.getMessage()));
            }
        });
    }

    /** The labels or their matches changed: counts the slices again. */
    public void count() {
        if (slicing != null) {
            slicing.cancel();
            slicing = null;
        }
        if (dataset == null || run == null || sliced == null) {
            view.showSlices(null, List.of());
            return;
        }
        OpenDataset of = dataset;
        Run from = run;
        String name = sliced;
        String base = written;
        slicing = background(NLS.bind(Messages.Job_Slices, name), monitor -> {
            MonitorProgress progress = new MonitorProgress(monitor);
            try {
                FieldSet fields = of.fields(progress);
                Field field = fields.find(name);
                Filter filter = base.isBlank() ? null : Filter.parse(base, fields);
                List<Slice> slices = slices(of, of.evaluations().of(from, progress), field, filter);
                later(of, () -> {
                    if (name.equals(sliced)) {
                        view.showSlices(field, slices);
                    }
                });
            } catch (FilterException unknown) {
                later(of, () -> view.showError(0, unknown.getMessage()));
            }
        });
    }

    private static List<Slice> slices(OpenDataset of, Evaluation evaluation, Field field, Filter filter) {
        Lock lock = of.lock().readLock();
        lock.lock();
        try {
            return Slices.of(evaluation, field, filter == null ? Selection.ALL
                : filter.selection(new Compared(evaluation.annotations(), evaluation.predictions())));
        } finally {
            lock.unlock();
        }
    }

    /** Work that may read the label file. */
    private interface Work {
        void run(IProgressMonitor monitor) throws DatasetException;
    }

    private Job background(String name, Work work) {
        OpenDataset of = dataset;
        Job job = Job.create(name, (ICoreRunnable) monitor -> {
            try {
                work.run(monitor);
            } catch (DatasetException failed) {
                later(of, () -> view.showError(0, failed.getMessage()));
            } catch (CancellationException stopped) {
                monitor.setCanceled(true);
            }
        });
        job.setPriority(Job.SHORT);
        job.schedule();
        return job;
    }

    private void later(OpenDataset of, Runnable effect) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (of == dataset && view != null) {
                    effect.run();
                }
            });
        }
    }

    public void close() {
        view = null;
        dataset = null;
    }
}
