package dev.errata.ui;

import java.util.Optional;
import java.util.function.Consumer;

import dev.errata.dataset.DatasetListener;
import dev.errata.dataset.OpenDataset;

/** The dataset that a part shows: the active one, and what changes in it. */
public final class ActiveDataset implements AutoCloseable {

    private final Consumer<Optional<OpenDataset>> activeListener = active -> follow(active.orElse(null));
    private final Consumer<OpenDataset> shown;
    private final DatasetListener changed;
    private volatile OpenDataset dataset;

    /**
     * Nothing is followed before {@link #start}.
     *
     * @param shown told of another dataset on the UI thread, of null where there is none
     * @param changed hears what changes in the dataset, on the thread that changes it
     */
    public ActiveDataset(Consumer<OpenDataset> shown, DatasetListener changed) {
        this.shown = shown;
        this.changed = changed;
    }

    /** Tells of the dataset that is active now, and of every other from now on. */
    public void start() {
        OpenDatasets.get().addActiveListener(activeListener);
        follow(OpenDatasets.get().active().orElse(null));
    }

    /** The dataset; null where there is none. Any thread. */
    public OpenDataset get() {
        return dataset;
    }

    private void follow(OpenDataset next) {
        if (dataset != null) {
            dataset.removeListener(changed);
        }
        dataset = next;
        if (next != null) {
            next.addListener(changed);
        }
        shown.accept(next);
    }

    @Override
    public void close() {
        OpenDatasets.get().removeActiveListener(activeListener);
        if (dataset != null) {
            dataset.removeListener(changed);
        }
    }
}
