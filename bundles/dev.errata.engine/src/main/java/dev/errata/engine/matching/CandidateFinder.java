package dev.errata.engine.matching;

import java.util.Arrays;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.MaskOverlaps;
import dev.errata.engine.overlaps.Overlap;
import dev.errata.engine.overlaps.Overlaps;

/**
 * Finds the pairs of an image that can match at a floor of the IoU or above, in the order in which greedy matching takes
 * them: same class before different classes, each by IoU descending, then confidence descending, then the annotation's and
 * the prediction's place in their files. Whatever the thresholds, the first free pair above them is the next match: matching
 * again needs neither IoU nor sorting.
 *
 * <p>One instance serves one thread; its arrays are reused from image to image.
 */
final class CandidateFinder {

    /** Up to so many comparisons of every box with every other cost less than sorting for the sweep. */
    private static final int BRUTE_FORCE_LIMIT = 4096;
    private static final int SMALL_RUN = 16;
    private static final long ONE = Double.doubleToLongBits(1.0);
    private static final long CROSS_CLASS = 1L << 62;

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    /** Null where boxes are compared. */
    private final MaskOverlaps masks;
    private final IgnoreRegions regions;
    private final Edges annotationEdges = new Edges();
    private final Edges predictionEdges = new Edges();
    private final Sweep sweep = new Sweep();

    private double floor;
    private int count;
    private int[] pairAnnotation = new int[256];
    private int[] pairPrediction = new int[256];
    private double[] pairIou = new double[256];
    private long[] keys = new long[256];
    private int[] order = new int[256];
    private int[] spare = new int[256];
    private int firstPrediction;
    private int crowdCount;
    private int[] crowdPairs = new int[64];

    CandidateFinder(AnnotationColumns annotations, PredictionColumns predictions, Overlaps overlaps, IgnoreRegions regions) {
        masks = overlaps instanceof MaskOverlaps ofMasks ? ofMasks : null;
        this.annotations = annotations;
        this.predictions = predictions;
        this.regions = regions;
    }

    /** The candidates of an image; see {@link Candidates} for the layout. */
    int[] find(int image, double iouFloor) {
        floor = iouFloor;
        count = 0;
        crowdCount = 0;
        annotationEdges.clear();
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            if (masks == null) {
                annotationEdges.add(row, annotations.x(row), annotations.y(row), annotations.width(row),
                    annotations.height(row));
            } else {
                annotationEdges.add(row, masks.annotationBounds(row));
            }
        }
        predictionEdges.clear();
        firstPrediction = predictions.begin(image);
        int found = predictions.end(image) - firstPrediction;
        if (found > Candidates.MOST_PREDICTIONS) {
            throw new IllegalArgumentException("An image has " + found + " predictions; at most "
                + Candidates.MOST_PREDICTIONS + " can be matched");
        }
        for (int row = predictions.begin(image); row < predictions.end(image); row++) {
            // a prediction whose confidence is not a number is never at or above a threshold
            if (predictions.confidence(row) >= 0) {
                if (masks == null) {
                    predictionEdges.add(row, predictions.x(row), predictions.y(row), predictions.width(row),
                        predictions.height(row));
                } else {
                    predictionEdges.add(row, masks.predictionBounds(row));
                }
            }
        }
        if ((long) annotationEdges.count * predictionEdges.count <= BRUTE_FORCE_LIMIT) {
            compareAll();
        } else {
            sweep.run(annotationEdges, predictionEdges, this::compare);
        }
        return ordered();
    }

    private void compareAll() {
        Edges a = annotationEdges;
        Edges p = predictionEdges;
        for (int i = 0; i < a.count; i++) {
            double left = a.left[i];
            double right = a.right[i];
            double top = a.top[i];
            double bottom = a.bottom[i];
            for (int j = 0; j < p.count; j++) {
                if (p.left[j] < right && left < p.right[j] && p.top[j] < bottom && top < p.bottom[j]) {
                    compare(i, j);
                }
            }
        }
    }

    private void compare(int i, int j) {
        Edges a = annotationEdges;
        Edges p = predictionEdges;
        double shared = Overlap.intersection(a.left[i], a.right[i], p.left[j], p.right[j], a.top[i], a.bottom[i], p.top[j],
            p.bottom[j]);
        if (!(shared > 0)) {
            return;
        }
        int annotation = a.row[i];
        int prediction = p.row[j];
        if (regions.is(annotation)) {
            if (regions.takes(annotation, prediction)) {
                double covered = masks == null ? shared / p.area[j] : masks.coverage(annotation, prediction);
                if (covered >= floor) {
                    addCrowd(annotation, prediction, covered);
                }
            }
            return;
        }
        double iou = masks == null ? shared / (a.area[i] + p.area[j] - shared) : masks.iou(annotation, prediction);
        if (iou >= floor) {
            addPair(annotation, prediction, iou);
        }
    }

    private void addPair(int annotation, int prediction, double iou) {
        if (count == pairIou.length) {
            int capacity = count * 2;
            pairAnnotation = Arrays.copyOf(pairAnnotation, capacity);
            pairPrediction = Arrays.copyOf(pairPrediction, capacity);
            pairIou = Arrays.copyOf(pairIou, capacity);
            keys = new long[capacity];
            order = new int[capacity];
            spare = new int[capacity];
        }
        pairAnnotation[count] = annotation;
        pairPrediction[count] = prediction;
        pairIou[count] = iou;
        count++;
    }

    private void addCrowd(int annotation, int prediction, double covered) {
        if (crowdCount + 2 > crowdPairs.length) {
            crowdPairs = Arrays.copyOf(crowdPairs, crowdCount * 2);
        }
        crowdPairs[crowdCount++] = annotation;
        crowdPairs[crowdCount++] = Candidates.found(prediction - firstPrediction, covered);
    }

    private int[] ordered() {
        if (count == 0 && crowdCount == 0) {
            return Candidates.NONE;
        }
        int sameClass = sort();
        int[] result = new int[Candidates.HEADER + 2 * count + crowdCount];
        result[0] = sameClass;
        result[1] = count - sameClass;
        int to = Candidates.HEADER;
        for (int i = 0; i < count; i++) {
            result[to++] = pairAnnotation[order[i]];
            result[to++] = Candidates.found(pairPrediction[order[i]] - firstPrediction, pairIou[order[i]]);
        }
        System.arraycopy(crowdPairs, 0, result, to, crowdCount);
        return result;
    }

    /**
     * Sorts by keys made of the class bit, as many leading bits of the IoU as there is room for, and the pair's index; what
     * these leave equal is then compared in full.
     *
     * @return how many pairs are of the same class
     */
    private int sort() {
        int indexBits = 64 - Long.numberOfLeadingZeros(Math.max(1, count - 1));
        int rangeBits = 64 - Long.numberOfLeadingZeros(Math.max(1, ONE - Double.doubleToLongBits(floor)));
        int dropped = Math.max(0, rangeBits + indexBits - 62);
        int sameClass = 0;
        for (int i = 0; i < count; i++) {
            boolean same = annotations.label(pairAnnotation[i]) == predictions.label(pairPrediction[i]);
            sameClass += same ? 1 : 0;
            // rounding can lift the IoU of equal boxes a little above 1
            long below = Math.max(0, ONE - Double.doubleToLongBits(pairIou[i])) >>> dropped;
            keys[i] = (same ? 0 : CROSS_CLASS) | below << indexBits | i;
        }
        Arrays.sort(keys, 0, count);
        long indexMask = (1L << indexBits) - 1;
        int runBegin = 0;
        for (int i = 0; i < count; i++) {
            order[i] = (int) (keys[i] & indexMask);
            if (i > 0 && keys[i] >>> indexBits != keys[i - 1] >>> indexBits) {
                sortRun(runBegin, i);
                runBegin = i;
            }
        }
        sortRun(runBegin, count);
        return sameClass;
    }

    private void sortRun(int begin, int end) {
        if (end - begin < 2) {
            return;
        }
        if (end - begin <= SMALL_RUN) {
            for (int i = begin + 1; i < end; i++) {
                int moving = order[i];
                int j = i - 1;
                while (j >= begin && before(moving, order[j])) {
                    order[j + 1] = order[j];
                    j--;
                }
                order[j + 1] = moving;
            }
            return;
        }
        int middle = (begin + end) >>> 1;
        sortRun(begin, middle);
        sortRun(middle, end);
        System.arraycopy(order, begin, spare, begin, end - begin);
        int left = begin;
        int right = middle;
        for (int to = begin; to < end; to++) {
            boolean takeRight = left == middle || right < end && before(spare[right], spare[left]);
            order[to] = takeRight ? spare[right++] : spare[left++];
        }
    }

    private boolean before(int one, int other) {
        if (pairIou[one] != pairIou[other]) {
            return pairIou[one] > pairIou[other];
        }
        int prediction1 = pairPrediction[one];
        int prediction2 = pairPrediction[other];
        double confidence1 = predictions.confidence(prediction1);
        double confidence2 = predictions.confidence(prediction2);
        if (confidence1 != confidence2) {
            return confidence1 > confidence2;
        }
        int position1 = annotations.position(pairAnnotation[one]);
        int position2 = annotations.position(pairAnnotation[other]);
        if (position1 != position2) {
            return position1 < position2;
        }
        return predictions.position(prediction1) < predictions.position(prediction2);
    }
}
