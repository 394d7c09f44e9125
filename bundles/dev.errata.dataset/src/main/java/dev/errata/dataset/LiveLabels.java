package dev.errata.dataset;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Supplier;

import dev.errata.dataset.filter.DatasetFields;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.matching.LiveMasks;
import dev.errata.dataset.sources.Sources;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.FoldedJournal.Touched;
import dev.errata.dataset.state.LabelColumns;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.GroundTruth;

/**
 * The labels of an open dataset as they are now: those of the label file with all journals folded over them, in columns, masks
 * and fields at once.
 */
public final class LiveLabels {

    private final ReadWriteLock lock;
    private final FoldedJournal folded;
    private final LabelColumns columns;
    private final LiveMasks masks;
    private final DatasetFields fields;

    /** @param lock of the dataset */
    LiveLabels(Path folder, Sources sources, FoldedJournal folded, ReadWriteLock lock) {
        GroundTruth truth = sources.truth();
        this.lock = lock;
        this.folded = folded;
        columns = new LabelColumns(truth.annotations(), truth.counts().read());
        masks = new LiveMasks(folder, sources, columns, this::changed);
        fields = new DatasetFields(sources);
    }

    /** The annotations of an image, in the order of their positions. */
    public List<AnnotationState> of(int image) {
        return read(() -> columns.current(image, folded.items(ChangeRules.LABELS, image)));
    }

    /** The annotations of an image as the label file has them. */
    public List<AnnotationState> imported(int image) {
        return read(() -> columns.source(image));
    }

    /** All annotations as the label file has them, in columns of their own. */
    public AnnotationColumns imported() {
        return read(columns::imported);
    }

    /** The index of the image that holds an annotation, or -1. */
    public int imageOf(long annotationId) {
        return read(() -> {
            AnnotationColumns all = columns.columns();
            for (int image = 0; image < all.imageCount(); image++) {
                if (all.rowOf(image, annotationId) >= 0) {
                    return image;
                }
            }
            return -1;
        });
    }

    private Map<Integer, List<AnnotationState>> changed() {
        return read(() -> {
            Map<Integer, List<AnnotationState>> labels = new HashMap<>();
            new TreeSet<>(folded.space(ChangeRules.LABELS).keySet()).forEach(image -> labels.put(image, of(image)));
            return labels;
        });
    }

    private <T> T read(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Folds entries that are on disk. The caller holds the dataset's write lock. */
    Touched fold(List<JournalEntry> entries) {
        Touched touched = folded.add(entries);
        Set<Integer> images = touched.images(ChangeRules.LABELS);
        for (int image : images) {
            List<AnnotationState> labels = columns.update(image, folded.items(ChangeRules.LABELS, image));
            fields.update(image, labels);
            masks.update(image, labels);
        }
        return touched;
    }

    AnnotationColumns columns() {
        return columns.columns();
    }

    LiveMasks masks() {
        return masks;
    }

    DatasetFields fields() {
        return fields;
    }
}
