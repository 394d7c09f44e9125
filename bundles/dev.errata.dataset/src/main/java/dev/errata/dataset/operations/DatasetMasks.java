package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Overlaps;
import dev.errata.engine.masks.Mask;
import dev.errata.formats.Formats;
import dev.errata.formats.MaskColumns;
import dev.errata.formats.RecordMasks;

/** The masks of a dataset's labels, as they are now, and of a run. */
public final class DatasetMasks {

    private DatasetMasks() {
    }

    /**
     * How much the masks overlap. Labels that were changed have the outlines that they were given, or their box; as pycocotools
     * does, an object without a mask is taken as its box. The caller holds the dataset's read lock; the result is for the
     * labels of now.
     *
     * @throws DatasetException if one of the files has no masks, or one of its masks does not fit its image
     */
    public static Overlaps of(OpenDataset dataset, Run run, Progress progress) throws DatasetException {
        String format = dataset.source().format();
        RecordMasks labels = read(format, dataset.labelFile(), progress);
        RecordMasks predictions = read(run.getFormat(), dataset.folder().resolve(run.getPath()), progress);
        try {
            return MaskColumns.overlaps(dataset.source(), edited(dataset, labels), dataset.predictions(run), predictions);
        } catch (IllegalArgumentException unusable) {
            throw new DatasetException(unusable.getMessage(), unusable);
        }
    }

    /**
     * The masks of a file.
     *
     * @throws DatasetException if there are none
     */
    public static RecordMasks read(String format, Path file, Progress progress) throws DatasetException {
        try {
            RecordMasks masks = Formats.named(format).orElseThrow().readMasks(file, progress).orElseThrow(
                () -> new DatasetException("masks are read from COCO files only, and " + file + " is " + format));
            if (masks.count() == 0) {
                throw new DatasetException("masks are needed on both sides, and " + file + " has none");
            }
            return masks;
        } catch (DatasetException none) {
            throw none;
        } catch (IOException unreadable) {
            throw new DatasetException(unreadable.getMessage(), unreadable);
        }
    }

    private static RecordMasks edited(OpenDataset dataset, RecordMasks ofFile) {
        List<RecordMasks.Shape> shapes = new ArrayList<>(ofFile.shapes());
        for (int image : dataset.changedImages()) {
            Map<Long, AnnotationState> before = new HashMap<>();
            dataset.sourceAnnotations(image).forEach(state -> before.put(state.id(), state));
            for (AnnotationState now : dataset.annotations(image)) {
                AnnotationState was = before.get(now.id());
                boolean reshaped = was == null || now.polygons() != null || !Arrays.equals(was.box(), now.box());
                if (reshaped) {
                    while (shapes.size() <= now.position()) {
                        shapes.add(null);
                    }
                    shapes.set(now.position(), shape(now.polygons()));
                }
            }
        }
        return new RecordMasks(shapes, ofFile.withBox());
    }

    /** Null where the box stands for the mask. */
    private static RecordMasks.Shape shape(List<double[]> polygons) {
        return polygons == null || polygons.isEmpty() ? null : (height, width) -> Mask.ofPolygons(polygons, height, width);
    }
}
