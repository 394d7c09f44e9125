package dev.errata.engine.metrics;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.metrics.FederatedRules.Frequency;
import dev.errata.engine.overlaps.Overlaps;

/**
 * COCO's average precision and average recall of one run, as pycocotools computes them, but that an annotation or a
 * prediction whose id is 0 counts like any other. All values are 0 to 1, or {@link #ABSENT} where there is nothing to find.
 */
public final class CocoMetrics {

    /** Stands for a value over no annotation at all; such classes are left out of means. */
    public static final double ABSENT = -1;

    private static final int IOUS = CocoThresholds.IOU.length;
    private static final int RECALLS = CocoThresholds.RECALL.length;
    /** The place of IoU 0.75 among the thresholds. */
    private static final int IOU_75 = 5;
    private static final int[] LIMITS = {1, 10, 100};
    private static final int[] NO_ORDER = {};
    private static final int IGNORED_THROUGHOUT = (1 << IOUS) - 1 << CocoMatches.IGNORED_SHIFT;

    private final int classCount;
    private final int[][] positives;
    /** By class: 101 precisions for each IoU threshold, over all areas. */
    private final double[][] precision;
    /** By class, area range and IoU threshold: the sum of the 101 precisions. */
    private final double[][][] precisionSum;
    /** By class, place in {@link #LIMITS} and IoU threshold; and by class, area range and IoU threshold. */
    private final double[][][] recallByLimit;
    private final double[][][] recallByArea;
    private final ConfidenceCurve[] byConfidence;

    private CocoMetrics(int classCount, int[][] positives) {
        this.classCount = classCount;
        this.positives = positives;
        precision = new double[classCount][];
        precisionSum = new double[classCount][CocoMatches.AREAS][IOUS];
        recallByLimit = new double[classCount][LIMITS.length][IOUS];
        recallByArea = new double[classCount][CocoMatches.AREAS][IOUS];
        byConfidence = new ConfidenceCurve[classCount];
    }

    /** As {@link #of(AnnotationColumns, PredictionColumns, int, int[], Progress)}, images in the order of the columns. */
    public static CocoMetrics of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        Progress progress) {
        return of(annotations, predictions, classCount, NO_ORDER, progress);
    }

    /** As the method below, for labels that are complete. */
    public static CocoMetrics of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        int[] imageOrder, Progress progress) {
        return of(annotations, predictions, classCount, imageOrder, null, Overlaps.ofBoxes(annotations, predictions), progress);
    }

    /**
     * Computes the metrics on all cores.
     *
     * @param rules of a federated dataset, or null; by them at most 300 predictions an image count instead of 100 an image and
     *            class
     * @param overlaps of the boxes or of the masks
     * @param imageOrder all images by rising id: predictions of equal confidence are counted in this order, which moves the
     *            curve a little
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static CocoMetrics of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        int[] imageOrder, FederatedRules rules, Overlaps overlaps, Progress progress) {
        progress.begin("Computing COCO metrics", annotations.imageCount());
        CocoMatches matches = CocoMatches.of(annotations, predictions, classCount, rules, overlaps, progress);
        DetectionOrder order = DetectionOrder.of(predictions, classCount, imageOrder, matches.rank);
        CocoMetrics metrics = new CocoMetrics(classCount, matches.positives);
        IntStream.range(0, classCount * CocoMatches.AREAS).parallel()
            .forEach(i -> metrics.accumulate(matches, order, i / CocoMatches.AREAS, i % CocoMatches.AREAS));
        IntStream.range(0, classCount).parallel()
            .forEach(label -> metrics.byConfidence[label] = metrics.byConfidence(matches, order, label, predictions));
        return metrics;
    }

    private ConfidenceCurve byConfidence(CocoMatches matches, DetectionOrder order, int label, PredictionColumns predictions) {
        int size = order.end(label) - order.begin(label);
        double[] confidence = new double[size];
        boolean[] hit = new boolean[size];
        int count = 0;
        for (int i = order.begin(label); i < order.end(label); i++) {
            int outcome = matches.outcome[0][order.rows[i]];
            double own = predictions.confidence(order.rows[i]);
            if ((outcome & 1 << CocoMatches.IGNORED_SHIFT) == 0 && own >= 0) {
                confidence[count] = own;
                hit[count++] = (outcome & 1) != 0;
            }
        }
        return ConfidenceCurve.of(confidence, hit, count, positives[label][0]);
    }

    private void accumulate(CocoMatches matches, DetectionOrder order, int label, int area) {
        int wanted = positives[label][area];
        if (wanted == 0) {
            return;
        }
        int begin = order.begin(label);
        int count = order.end(label) - begin;
        int[] outcome = new int[count];
        int[] missesBefore = new int[count];
        int decided = 0;
        int misses = 0;
        int[][] hitsByLimit = new int[LIMITS.length][IOUS];
        for (int i = 0; i < count; i++) {
            int row = order.rows[begin + i];
            int what = matches.outcome[area][row];
            if (area == 0) {
                countHits(what, matches.rank[row], hitsByLimit);
            }
            if (what == 0) {
                misses++;
            } else if (what != IGNORED_THROUGHOUT) {
                missesBefore[decided] = misses;
                outcome[decided++] = what;
            }
        }
        double[] interpolated = new double[IOUS * RECALLS];
        PrecisionCurve curve = new PrecisionCurve();
        for (int t = 0; t < IOUS; t++) {
            curve.begin(wanted);
            int hit = 1 << t;
            int ignored = hit << CocoMatches.IGNORED_SHIFT;
            int further = 0;
            for (int i = 0; i < decided; i++) {
                if ((outcome[i] & hit) != 0) {
                    curve.hit(missesBefore[i] + further);
                } else if ((outcome[i] & ignored) == 0) {
                    further++;
                }
            }
            precisionSum[label][area][t] = curve.interpolate(interpolated, t * RECALLS);
            recallByArea[label][area][t] = curve.recall();
        }
        if (area == 0) {
            precision[label] = interpolated;
            for (int limit = 0; limit < LIMITS.length; limit++) {
                for (int t = 0; t < IOUS; t++) {
                    recallByLimit[label][limit][t] = (double) hitsByLimit[limit][t] / wanted;
                }
            }
        }
    }

    private static void countHits(int outcome, int rank, int[][] hitsByLimit) {
        for (int limit = 0; limit < LIMITS.length; limit++) {
            if (rank < LIMITS[limit]) {
                for (int t = 0; t < IOUS; t++) {
                    hitsByLimit[limit][t] += outcome >> t & 1;
                }
            }
        }
    }

    /** The twelve numbers by their names: AP, AP50, AP75, APs, APm, APl, AR1, AR10, AR100, ARs, ARm, ARl. */
    public Map<String, Double> values() {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("AP", averagePrecision(AreaRange.ALL));
        values.put("AP50", averagePrecisionAt(0));
        values.put("AP75", averagePrecisionAt(IOU_75));
        values.put("APs", averagePrecision(AreaRange.SMALL));
        values.put("APm", averagePrecision(AreaRange.MEDIUM));
        values.put("APl", averagePrecision(AreaRange.LARGE));
        for (int limit = 0; limit < LIMITS.length; limit++) {
            int place = limit;
            values.put("AR" + LIMITS[limit], meanOverClasses(AreaRange.ALL, label -> mean(recallByLimit[label][place])));
        }
        values.put("ARs", averageRecall(AreaRange.SMALL));
        values.put("ARm", averageRecall(AreaRange.MEDIUM));
        values.put("ARl", averageRecall(AreaRange.LARGE));
        return values;
    }

    /**
     * LVIS' numbers by their names: AP, AP50, AP75, APs, APm, APl, of rare, common and frequent classes APr, APc, APf, and
     * recall of at most 300 detections an image AR@300, ARs@300, ARm@300, ARl@300.
     */
    public Map<String, Double> lvisValues(FederatedRules rules) {
        Map<String, Double> coco = values();
        Map<String, Double> values = new LinkedHashMap<>();
        for (String name : List.of("AP", "AP50", "AP75", "APs", "APm", "APl")) {
            values.put(name, coco.get(name));
        }
        values.put("APr", averagePrecision(rules, Frequency.RARE));
        values.put("APc", averagePrecision(rules, Frequency.COMMON));
        values.put("APf", averagePrecision(rules, Frequency.FREQUENT));
        values.put("AR@300", averageRecall(AreaRange.ALL));
        values.put("ARs@300", averageRecall(AreaRange.SMALL));
        values.put("ARm@300", averageRecall(AreaRange.MEDIUM));
        values.put("ARl@300", averageRecall(AreaRange.LARGE));
        return values;
    }

    private double averagePrecision(FederatedRules rules, Frequency frequency) {
        return IntStream.range(0, classCount).filter(label -> rules.frequency(label) == frequency && positives[label][0] > 0)
            .mapToDouble(this::averagePrecision).average().orElse(ABSENT);
    }

    /** AP over IoU 0.50 to 0.95 in a range of object sizes, over all classes. */
    public double averagePrecision(AreaRange area) {
        return meanOverClasses(area, label -> mean(precisionSum[label][area.ordinal()]) / RECALLS);
    }

    /** AR of all detections that count, at most 100 an image and class, over IoU 0.50 to 0.95 in a range of object sizes. */
    public double averageRecall(AreaRange area) {
        return meanOverClasses(area, label -> mean(recallByArea[label][area.ordinal()]));
    }

    /** AP over IoU 0.50 to 0.95 of one class. */
    public double averagePrecision(int label) {
        return positives[label][0] == 0 ? ABSENT : mean(precisionSum[label][0]) / RECALLS;
    }

    /** The numbers of one class. */
    public ClassMetrics ofClass(int label) {
        int wanted = positives[label][0];
        if (wanted == 0) {
            return new ClassMetrics(ABSENT, ABSENT, ABSENT, ABSENT, 0, byConfidence[label]);
        }
        double[] sums = precisionSum[label][0];
        return new ClassMetrics(averagePrecision(label), sums[0] / RECALLS, sums[IOU_75] / RECALLS,
            mean(recallByLimit[label][LIMITS.length - 1]), wanted, byConfidence[label]);
    }

    /**
     * The interpolated precision of a class at recall 0, 0.01 to 1.
     *
     * @param iouStep 0 for IoU 0.5, 1 for 0.55, up to 9 for 0.95
     * @return 101 values, or none where there is nothing to find
     */
    public double[] precisionByRecall(int label, int iouStep) {
        return precision[label] == null ? new double[0]
            : Arrays.copyOfRange(precision[label], iouStep * RECALLS, (iouStep + 1) * RECALLS);
    }

    /**
     * The interpolated precision at recall 0, 0.01 to 1, averaged over the classes of which there is something to find.
     *
     * @param iouStep as above
     * @return 101 values, or none where there is nothing to find at all
     */
    public double[] meanPrecisionByRecall(int iouStep) {
        int classes = (int) Arrays.stream(precision).filter(Objects::nonNull).count();
        return classes == 0 ? new double[0] : IntStream.range(0, RECALLS).mapToDouble(recall -> Arrays.stream(precision)
            .filter(Objects::nonNull).mapToDouble(curve -> curve[iouStep * RECALLS + recall]).sum() / classes).toArray();
    }

    private double averagePrecisionAt(int iouStep) {
        return meanOverClasses(AreaRange.ALL, label -> precisionSum[label][0][iouStep] / RECALLS);
    }

    /** A value of one class. */
    private interface ClassValue {
        double of(int label);
    }

    private double meanOverClasses(AreaRange area, ClassValue value) {
        double sum = 0;
        int classes = 0;
        for (int label = 0; label < classCount; label++) {
            if (positives[label][area.ordinal()] > 0) {
                sum += value.of(label);
                classes++;
            }
        }
        return classes == 0 ? ABSENT : sum / classes;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
