package dev.errata.dataset.operations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.engine.metrics.TideMetrics;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;

/**
 * What the predictions of a run are worth as numbers of the field.
 *
 * @param coco average precision and recall; by LVIS' rules where the labels are federated
 * @param rules which classes each image was checked for; empty where every image was for all
 * @param tide what costs the run its average precision
 */
public record RunMetrics(Optional<CocoMetrics> coco, Optional<FederatedRules> rules, Optional<TideMetrics> tide) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    /** Which numbers are wanted. */
    public enum Choice {
        COCO, TIDE, ALL
    }

    /**
     * Computes metrics on all cores. Of a dataset, the caller holds the read lock.
     *
     * @param truth tells the images and what they were checked for
     * @param annotations its labels, with what was changed since
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static RunMetrics of(Choice choice, GroundTruth truth, AnnotationColumns annotations, PredictionColumns predictions,
        Overlaps overlaps, Progress progress) {
        int classCount = truth.classes().size();
        TideMetrics tide = choice == Choice.COCO ? null
            : TideMetrics.of(annotations, predictions, classCount, overlaps, progress);
        CocoMetrics coco = choice == Choice.TIDE ? null : CocoMetrics.of(annotations, predictions, classCount,
            byId(truth.images()), truth.federated(), overlaps, progress);
        return new RunMetrics(Optional.ofNullable(coco), Optional.ofNullable(truth.federated()), Optional.ofNullable(tide));
    }

    /** COCO counts images by rising id; where ids are no numbers their order in the file stands. */
    private static int[] byId(List<ImageEntry> images) {
        if (!images.stream().allMatch(image -> NUMBER.matcher(image.originalId()).matches())) {
            return new int[0];
        }
        long[] ids = images.stream().mapToLong(image -> Long.parseLong(image.originalId())).toArray();
        return IntStream.range(0, ids.length).boxed().sorted(Comparator.comparingLong(image -> ids[image]))
            .mapToInt(Integer::intValue).toArray();
    }
}
