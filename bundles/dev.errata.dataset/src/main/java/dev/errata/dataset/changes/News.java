package dev.errata.dataset.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.DatasetListener.DatasetEvent;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FoldedJournal.Touched;

/** Tells what changed in a dataset, on the thread that changed it, when every lock is free again. */
public final class News {

    private final OpenDataset dataset;
    private final List<DatasetListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Touched>> foldListeners = new CopyOnWriteArrayList<>();
    /** What was folded on this thread and not told yet. */
    private final ThreadLocal<List<Touched>> untold = ThreadLocal.withInitial(ArrayList::new);

    public News(OpenDataset dataset) {
        this.dataset = dataset;
    }

    /** An action that may fold entries. */
    interface Folding<T> {
        T run() throws DatasetException;
    }

    public void keep(Touched touched) {
        untold.get().add(touched);
    }

    public void forget() {
        untold.remove();
    }

    /** Does something, then tells of what it folded. */
    <T> T told(Folding<T> action) throws DatasetException {
        try {
            return action.run();
        } finally {
            List<Touched> folds = List.copyOf(untold.get());
            untold.remove();
            folds.forEach(this::tell);
        }
    }

    private void tell(Touched touched) {
        foldListeners.forEach(listener -> listener.accept(touched));
        boolean review = touched.images().keySet().stream().anyMatch(space -> !space.equals(ChangeRules.LABELS));
        tell(new DatasetEvent(dataset, Set.copyOf(touched.images(ChangeRules.LABELS)), false, review));
    }

    /** Nothing changed, but what is known of the journal did. */
    void tellNothingNew() {
        tell(new DatasetEvent(dataset, Set.of(), false, false));
    }

    public void tell(DatasetEvent event) {
        listeners.forEach(listener -> listener.changed(event));
    }

    public void add(DatasetListener listener) {
        listeners.add(listener);
    }

    public void remove(DatasetListener listener) {
        listeners.remove(listener);
    }

    public void addFoldListener(Consumer<Touched> listener) {
        foldListeners.add(listener);
    }

    public void clear() {
        listeners.clear();
        foldListeners.clear();
    }
}
