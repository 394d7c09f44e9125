package dev.errata.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import dev.errata.dataset.OpenDataset;

/**
 * The datasets open in this workbench, and the one that the perspective shows. Opening runs in a Job; listeners are called on
 * the UI thread. While a dataset is open, a background job watches its teammates' journals.
 */
public final class OpenDatasets {

    private static final OpenDatasets INSTANCE = new OpenDatasets();

    private OpenDatasets() {
    }

    public static OpenDatasets get() {
        return INSTANCE;
    }

    /** Opens a dataset folder, or gives the one that is open already, and makes it active. Any thread. */
    public CompletableFuture<OpenDataset> open(Path folder) {
        throw new IllegalStateException();
    }

    public List<OpenDataset> all() {
        throw new IllegalStateException();
    }

    public Optional<OpenDataset> find(Path folder) {
        throw new IllegalStateException();
    }

    /** The dataset that was opened or selected last. */
    public Optional<OpenDataset> active() {
        throw new IllegalStateException();
    }

    public void setActive(OpenDataset dataset) {
        throw new IllegalStateException();
    }

    public void close(OpenDataset dataset) {
        throw new IllegalStateException();
    }

    /** @param listener gets the active dataset, empty when the last one was closed; on the UI thread */
    public void addActiveListener(Consumer<Optional<OpenDataset>> listener) {
        throw new IllegalStateException();
    }

    public void removeActiveListener(Consumer<Optional<OpenDataset>> listener) {
        throw new IllegalStateException();
    }
}
