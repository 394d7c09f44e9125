package dev.errata.engine.matching;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;

/**
 * The pairs that can match at a floor of the IoU or above, one array an image: the number of same-class pairs, the number of
 * cross-class pairs, then the pairs in matching order (annotation row, prediction row), then ignore regions with the
 * predictions that they cover.
 */
public final class Candidates {

    static final int HEADER = 2;
    static final int[] NONE = {0, 0};

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final double floor;
    private final IgnoreRegions regions;
    private final int[][] byImage;
    private final CandidateFinder finder;
    private final Overlaps overlaps;

    private Candidates(AnnotationColumns annotations, PredictionColumns predictions, Overlaps overlaps, double floor,
        IgnoreRegions regions) {
        this.overlaps = overlaps;
        this.annotations = annotations;
        this.predictions = predictions;
        this.floor = floor;
        this.regions = regions;
        byImage = new int[annotations.imageCount()][];
        finder = new CandidateFinder(annotations, predictions, overlaps, regions);
    }

    public static Candidates find(AnnotationColumns annotations, PredictionColumns predictions, Overlaps overlaps, double floor,
        IgnoreRegions regions, Progress progress) {
        Candidates candidates = new Candidates(annotations, predictions, overlaps, floor, regions);
        Parallel.images(annotations.imageCount(), candidates::worker, progress);
        return candidates;
    }

    private Parallel.Worker worker() {
        CandidateFinder own = new CandidateFinder(annotations, predictions, overlaps, regions);
        return (begin, end) -> {
            for (int image = begin; image < end; image++) {
                byImage[image] = own.find(image, floor);
            }
        };
    }

    /** The smallest IoU threshold that these candidates serve. */
    public double floor() {
        return floor;
    }

    public int[] of(int image) {
        return byImage[image];
    }

    /** Finds the candidates of an edited image again. */
    public void refresh(int image) {
        byImage[image] = finder.find(image, floor);
    }
}
