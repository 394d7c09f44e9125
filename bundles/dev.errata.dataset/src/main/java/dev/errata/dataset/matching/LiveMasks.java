package dev.errata.dataset.matching;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.sources.Sources;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.dataset.state.LabelColumns;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.masks.Mask;
import dev.errata.engine.masks.MaskOutlines;
import dev.errata.engine.masks.ReshapedMask;
import dev.errata.engine.overlaps.MaskOverlaps;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.MaskColumns;
import dev.errata.formats.RecordMasks;
import dev.errata.formats.records.Outlines;

/**
 * The masks of an open dataset's labels, as they are now, and of the runs that were compared by them. Labels that were changed
 * have the outlines that they were given, or their box; an object without a mask is taken as its box, as pycocotools does.
 * The dataset's lock is always taken before this object's monitor.
 */
public final class LiveMasks {

    private final Path folder;
    private final Sources sources;
    private final LabelColumns columns;
    private final Supplier<Map<Integer, List<AnnotationState>>> changed;
    private final Map<Run, MaskOverlaps> byRun = new HashMap<>();
    /** By position, of the runs whose files have outlines. */
    private final Map<Run, List<List<double[]>>> drawn = new HashMap<>();
    /** Read when first needed. */
    private RecordMasks ofLabels;

    /** @param changed gives the labels of all images whose labels were changed */
    public LiveMasks(Path folder, Sources sources, LabelColumns columns, Supplier<Map<Integer, List<AnnotationState>>> changed) {
        this.folder = folder;
        this.sources = sources;
        this.columns = columns;
        this.changed = changed;
    }

    /**
     * How much the masks of labels and a run overlap; follows changes. The caller holds the dataset's read lock.
     *
     * @throws DatasetException if one of the files has no masks, or one of its masks does not fit its image
     */
    synchronized MaskOverlaps of(Run run, PredictionColumns predictions, Progress progress) throws DatasetException {
        MaskOverlaps known = byRun.get(run);
        if (known != null) {
            return known;
        }
        MaskOverlaps made = read(run, columns.columns(), predictions, progress);
        changed.get().forEach((image, labels) -> update(made, image, labels));
        byRun.put(run, made);
        return made;
    }

    /** The same of labels as they were imported, which no change reaches. */
    synchronized MaskOverlaps imported(Run run, AnnotationColumns imported, PredictionColumns predictions, Progress progress)
        throws DatasetException {
        return read(run, imported, predictions, progress);
    }

    private MaskOverlaps read(Run run, AnnotationColumns annotations, PredictionColumns predictions, Progress progress)
        throws DatasetException {
        GroundTruth truth = sources.truth();
        try {
            if (ofLabels == null) {
                ofLabels = MaskFile.read(truth.format(), sources.labelFile(), progress);
            }
            RecordMasks ofRun = MaskFile.read(run.getFormat(), folder.resolve(run.getPath()), progress);
            keepOutlines(run, ofRun);
            return MaskColumns.overlaps(truth.images(), annotations, ofLabels, predictions, ofRun);
        } catch (IllegalArgumentException unusable) {
            throw new DatasetException(unusable.getMessage(), unusable);
        }
    }

    private void keepOutlines(Run run, RecordMasks masks) {
        List<List<double[]>> outlines = masks.shapes().stream()
            .map(shape -> shape == null ? List.<double[]>of() : shape.outlines()).toList();
        if (outlines.stream().anyMatch(some -> !some.isEmpty())) {
            drawn.put(run, outlines);
        }
    }

    /** The outlines that a run's file has for a record; none where it has a mask of another kind, or was not compared yet. */
    synchronized List<double[]> drawn(Run run, int position) {
        List<List<double[]>> outlines = drawn.getOrDefault(run, List.of());
        return position < outlines.size() ? outlines.get(position) : List.of();
    }

    /** Takes the labels of an image after they were put into the columns. The caller holds the dataset's write lock. */
    public synchronized void update(int image, List<AnnotationState> labels) {
        byRun.values().forEach(masks -> update(masks, image, labels));
    }

    private void update(MaskOverlaps masks, int image, List<AnnotationState> labels) {
        Map<Long, AnnotationState> before = new HashMap<>();
        columns.source(image).forEach(state -> before.put(state.id(), state));
        AnnotationColumns rows = columns.columns();
        for (AnnotationState now : labels) {
            masks.setAnnotation(rows.rowOf(image, now.id()), mask(image, before.get(now.id()), now));
        }
    }

    private Mask mask(int image, AnnotationState before, AnnotationState now) {
        ImageEntry entry = sources.truth().images().get(image);
        boolean drawn = now.polygons() != null && !now.polygons().isEmpty();
        RecordMasks.Shape original = before == null ? null : ofLabels.shape(now.position());
        if (original != null && now.polygons() == null && Arrays.equals(before.box(), now.box())) {
            return MaskColumns.mask(entry, original, now.box());
        }
        if (original != null && drawn && original.outlines().isEmpty()) {
            Mask mask = MaskColumns.mask(entry, original, now.box());
            // what was changed back is the mask that it was, not one that is drawn along its outlines
            return Outlines.same(now.polygons(), MaskOutlines.of(mask)) ? mask : ReshapedMask.of(mask, now.polygons());
        }
        return MaskColumns.mask(entry, drawn ? (height, width) -> Mask.ofPolygons(now.polygons(), height, width) : null,
            now.box());
    }

    /** The masks of labels and of a run, where they were compared. The caller holds the dataset's read lock. */
    synchronized Optional<MaskOverlaps> known(Run run) {
        return Optional.ofNullable(byRun.get(run));
    }
}
