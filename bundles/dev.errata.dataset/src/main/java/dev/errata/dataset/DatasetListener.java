package dev.errata.dataset;

import java.util.Set;

/** Hears what changed in an open dataset, on the thread that changed it, after the change is on disk and in the matrix. */
@FunctionalInterface
public interface DatasetListener {

    void changed(DatasetEvent event);

    /**
     * What changed; nothing did, but whether the journal can be read, where all of it is empty.
     *
     * @param dataset the dataset
     * @param images indexes of the images whose annotations changed
     * @param evaluation whether thresholds, runs or settings changed: every cell may be different
     * @param review whether batches, tasks, verdicts or comments changed
     */
    record DatasetEvent(OpenDataset dataset, Set<Integer> images, boolean evaluation, boolean review) {
    }
}
