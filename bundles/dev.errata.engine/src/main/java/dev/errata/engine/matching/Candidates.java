package dev.errata.engine.matching;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;

/**
 * The pairs that can match at a floor of the IoU or above, one array an image: the number of same-class pairs, the number of
 * cross-class pairs, then the pairs in matching order, then ignore regions with the predictions that they cover. A pair is two
 * numbers: the annotation's row, and {@link #found what is known of the prediction}.
 */
public final class Candidates {

    static final int HEADER = 2;
    static final int[] NONE = {0, 0};
    /** An image has at most this many predictions. */
    static final int MOST_PREDICTIONS = 1 << 24;
    private static final int PLACE = MOST_PREDICTIONS - 1;
    private static final int PLACE_BITS = Integer.bitCount(PLACE);
    private static final int LEVELS = 255;

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

    /**
     * The second number of a pair: the prediction's place among those of its image, and about how much the two overlap, so that
     * most pairs need no closer look.
     */
    static int found(int place, double overlap) {
        return level(overlap) << PLACE_BITS | place;
    }

    /** The row of a pair's prediction, by the second number of the pair and the first row of the image. */
    static int prediction(int found, int firstRow) {
        return firstRow + (found & PLACE);
    }

    /** About how much the two of a pair overlap; see {@link #level(double)}. */
    static int level(int found) {
        return found >>> PLACE_BITS;
    }

    /** An overlap rounded down, from 0 to 255: of overlaps with different levels the one of the higher level is larger. */
    static int level(double overlap) {
        return (int) (Math.min(overlap, 1) * LEVELS);
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
