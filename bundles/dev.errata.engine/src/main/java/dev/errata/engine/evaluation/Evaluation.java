package dev.errata.engine.evaluation;

import java.util.List;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.Candidates;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.IgnoreRegions;
import dev.errata.engine.matching.ImageMatcher;
import dev.errata.engine.matching.Matches;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.Overlaps;

/**
 * The labels of a dataset compared with one run. Every annotation and every prediction at or above the confidence threshold
 * is in exactly one cell of the matrix, crowd regions, ignored classes and the predictions they absorb excepted: those are
 * counted as ignored. Candidate pairs are found once; thresholds and edits match again from them.
 *
 * <p>Default matching, per image: pairs of the same class are taken first, then pairs of different classes, each greedily by
 * IoU descending; ties by confidence descending, then by the annotation's, then the prediction's place in its file. A
 * leftover prediction is absorbed by a crowd annotation of its class that covers at least the IoU threshold of its area.
 *
 * <p>Not thread safe: callers lock.
 */
public final class Evaluation {

    /** Thresholds below this are rare enough to look for candidates again. */
    private static final double IOU_FLOOR = 0.05;
    private static final String MATCHING = "Matching annotations with predictions";

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final Profile profile;
    private final ClassRules rules;
    private final Overlaps overlaps;
    private final IgnoreRegions regions;
    private final Tally tally;
    /** The rows that each image had when it was matched; an edit moves those in the columns. */
    private final int[] begin;
    private final int[] end;
    private Candidates candidates;
    private Matches matches;
    private Selected selected;

    private Evaluation(AnnotationColumns annotations, PredictionColumns predictions, int classCount, Profile profile,
        ClassRules rules, Overlaps overlaps) {
        this.annotations = annotations;
        this.predictions = predictions;
        this.profile = profile;
        this.rules = rules;
        this.overlaps = overlaps;
        regions = new IgnoreRegions(annotations, predictions, profile, rules);
        tally = new Tally(classCount);
        begin = new int[annotations.imageCount()];
        end = new int[annotations.imageCount()];
    }

    /** Matches a whole dataset by the default profile; see the method below. */
    public static Evaluation of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        Thresholds thresholds, Progress progress) {
        return of(annotations, predictions, classCount, thresholds, Profile.DEFAULT, ClassRules.NONE, progress);
    }

    /** Matches a whole dataset by its boxes; see the method below. */
    public static Evaluation of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        Thresholds thresholds, Profile profile, ClassRules rules, Progress progress) {
        return of(annotations, predictions, classCount, thresholds, profile, rules,
            Overlaps.ofBoxes(annotations, predictions), progress);
    }

    /**
     * Matches a whole dataset on all cores.
     *
     * @param profile how
     * @param rules which classes count as right for each other, and which are ignored
     * @param overlaps of the boxes or of the masks
     * @throws IllegalArgumentException if the two are not grouped by the same images
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static Evaluation of(AnnotationColumns annotations, PredictionColumns predictions, int classCount,
        Thresholds thresholds, Profile profile, ClassRules rules, Overlaps overlaps, Progress progress) {
        if (annotations.imageCount() != predictions.imageCount()) {
            throw new IllegalArgumentException("annotations of " + annotations.imageCount()
                + " images cannot be matched with predictions of " + predictions.imageCount());
        }
        Evaluation evaluation = new Evaluation(annotations, predictions, classCount, profile, rules, overlaps);
        evaluation.matchAll(thresholds, progress);
        return evaluation;
    }

    public Thresholds thresholds() {
        return matches.thresholds();
    }

    /** How labels and predictions are matched. */
    public Profile profile() {
        return profile;
    }

    /** What counts as right, and what is ignored. */
    public ClassRules rules() {
        return rules;
    }

    /** The labels that are compared. */
    public AnnotationColumns annotations() {
        return annotations;
    }

    /** The run that is compared. */
    public PredictionColumns predictions() {
        return predictions;
    }

    /**
     * Matches again those images that have something between the old and the new thresholds, from the stored candidates; looks
     * for candidates again only if the threshold falls below their floor.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; the evaluation is then as before
     */
    public void setThresholds(Thresholds thresholds, Progress progress) {
        if (thresholds.iou() < candidates.floor()) {
            matchAll(thresholds, progress);
        } else {
            matchMoved(thresholds, progress);
        }
    }

    private void matchAll(Thresholds thresholds, Progress progress) {
        progress.begin(MATCHING, annotations.imageCount() * 2L);
        Candidates pairs = Candidates.find(annotations, predictions, overlaps, Math.min(IOU_FLOOR, thresholds.iou()), regions,
            progress);
        Matches next = new Matches(annotations, predictions, thresholds, profile, overlaps, regions);
        Selected counting = new Selected(selection(), next);
        List<Counter> counters = Parallel.images(annotations.imageCount(), () -> new Counter(pairs, next, counting), progress);
        candidates = pairs;
        matches = next;
        keep(counting, counters);
        for (int image = 0; image < begin.length; image++) {
            begin[image] = annotations.begin(image);
            end[image] = annotations.end(image);
        }
    }

    private void matchMoved(Thresholds thresholds, Progress progress) {
        progress.begin(MATCHING, annotations.imageCount());
        Matches next = matches.copy(thresholds);
        Selected counting = selected.copy(next);
        List<Mover> movers = Parallel.images(annotations.imageCount(), () -> new Mover(next, counting), progress);
        matches = next;
        selected = counting;
        movers.forEach(mover -> tally.add(mover.moved));
    }

    private void keep(Selected counting, List<Counter> counters) {
        selected = counting;
        tally.clear();
        counters.forEach(counter -> tally.add(counter.counted));
    }

    /**
     * Counts only what a selection includes, from now on; the matches stay as they are.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; the evaluation is then as before
     */
    public void select(Selection selection, Progress progress) {
        progress.begin("Counting matches", annotations.imageCount());
        Selected counting = new Selected(selection, matches);
        keep(counting, Parallel.images(annotations.imageCount(), () -> new Counter(null, matches, counting), progress));
    }

    /** What counts; everything where nobody said otherwise. */
    public Selection selection() {
        return selected == null ? Selection.ALL : selected.selection();
    }

    /** Whether a label counts. */
    boolean countsAnnotation(int row) {
        return selected.annotation(row);
    }

    /** Whether a prediction counts, its confidence aside. */
    boolean countsPrediction(int row) {
        return selected.prediction(row);
    }

    /** Matches blocks of images, unless they are matched already, and counts them. */
    private final class Counter implements Parallel.Worker {

        private final Candidates pairs;
        private final Matches next;
        private final Selected counting;
        private final ImageMatcher matcher;
        private final Tally counted = new Tally(tally.matrix.classCount());

        /** @param pairs null where the images are matched already */
        Counter(Candidates pairs, Matches next, Selected counting) {
            this.pairs = pairs;
            this.next = next;
            this.counting = counting;
            matcher = ImageMatcher.of(profile, rules, next);
        }

        @Override
        public void images(int first, int last) {
            for (int image = first; image < last; image++) {
                if (pairs != null) {
                    next.match(image, pairs.of(image), matcher);
                }
                counting.update(image);
                counted.count(next, counting, annotations.begin(image), annotations.end(image), predictions.begin(image),
                    predictions.end(image), 1);
            }
        }
    }

    /** Matches those images of a block again that the thresholds can have moved, and counts what that changes. */
    private final class Mover implements Parallel.Worker {

        private final Matches next;
        private final Selected counting;
        private final ImageMatcher matcher;
        private final Tally moved = new Tally(tally.matrix.classCount());

        Mover(Matches next, Selected counting) {
            this.next = next;
            this.counting = counting;
            matcher = ImageMatcher.of(profile, rules, next);
        }

        @Override
        public void images(int first, int last) {
            for (int image = first; image < last; image++) {
                int[] pairs = candidates.of(image);
                if (matches.mayDiffer(image, pairs, next.thresholds())) {
                    moved.count(matches, selected, begin[image], end[image], predictions.begin(image), predictions.end(image),
                        -1);
                    next.match(image, pairs, matcher);
                    counting.update(image);
                    moved.count(next, counting, begin[image], end[image], predictions.begin(image), predictions.end(image), 1);
                }
            }
        }
    }

    /** Matches one image again after {@link AnnotationColumns#replace} and patches the matrix. */
    public void rematch(int image) {
        tally.count(matches, selected, begin[image], end[image], predictions.begin(image), predictions.end(image), -1);
        candidates.refresh(image);
        matches.ensureCapacity(annotations.rowLimit());
        matches.match(image, candidates.of(image), ImageMatcher.of(profile, rules, matches));
        selected.ensureCapacity(annotations.rowLimit());
        selected.update(image);
        begin[image] = annotations.begin(image);
        end[image] = annotations.end(image);
        tally.count(matches, selected, begin[image], end[image], predictions.begin(image), predictions.end(image), 1);
    }

    /** The live matrix; it changes with {@link #rematch} and {@link #setThresholds}. */
    public ConfusionMatrix matrix() {
        return tally.matrix;
    }

    public int ignoredAnnotations() {
        return tally.ignoredAnnotations;
    }

    public int ignoredPredictions() {
        return tally.ignoredPredictions;
    }

    /** The labels that count, ignored ones among them. */
    public int annotationCount() {
        return tally.annotations;
    }

    /** The predictions at or above the confidence threshold that count, ignored ones among them. */
    public int predictionCount() {
        return tally.predictions;
    }

    /**
     * The row of the prediction that an annotation is matched with (the most confident one of a crowd region in
     * {@link Profile#FIFTYONE}), {@link Partner#UNMATCHED} or {@link Partner#IGNORED}.
     */
    public int predictionOf(int annotationRow) {
        return matches.predictionOf(annotationRow);
    }

    /**
     * The row of the annotation that a prediction is matched with, {@link Partner#UNMATCHED}, {@link Partner#IGNORED} or
     * {@link Partner#BELOW_CONFIDENCE}.
     */
    public int annotationOf(int predictionRow) {
        return matches.annotationOf(predictionRow);
    }

    /** Which annotations are regions in which predictions don't count. */
    IgnoreRegions regions() {
        return regions;
    }

    /** How much the two overlap as this profile measures it: IoU, or how much of the prediction an ignore region covers. */
    double overlap(int annotationRow, int predictionRow) {
        return regions.is(annotationRow)
            ? overlaps.coverage(annotationRow, predictionRow)
            : overlaps.iou(annotationRow, predictionRow);
    }

    /** Whether an overlap is enough to match. */
    boolean reaches(double overlap) {
        return matches.reaches(overlap);
    }

    /** Whether the profile lets the two match, as far as their classes go. */
    boolean mayMatch(int annotationRow, int predictionRow) {
        int groundTruth = annotations.label(annotationRow);
        int predicted = predictions.label(predictionRow);
        return groundTruth == predicted || switch (profile) {
            case COCO -> false;
            case FIFTYONE -> !annotations.crowd(annotationRow);
            case NUCLEUS -> rules.mayMatch(groundTruth, predicted);
            default -> true;
        };
    }

    /** The members of one cell, by image and then by row; as many as {@link #matrix} counts. */
    public List<MatchedPair> cell(int groundTruth, int predicted) {
        return members().cell(groundTruth, predicted);
    }

    /** How many pairs of different classes count as right because they are allowed. */
    public long acceptedPairs() {
        return rules.allowed().stream().mapToLong(pair -> tally.matrix.count(pair.groundTruth(), pair.predicted())).sum();
    }

    /** How many pairs and singles there are whose classes don't agree; as many as {@link #mismatches} has members. */
    public long mismatchCount() {
        long agreeing = acceptedPairs();
        for (int label = 0; label < tally.matrix.classCount(); label++) {
            agreeing += tally.matrix.count(label, label);
        }
        return tally.matrix.total() - agreeing;
    }

    /**
     * The members of every cell whose classes don't agree, by image, annotations before predictions without one, then by row.
     */
    public List<MatchedPair> mismatches() {
        return members().mismatches(rules);
    }

    private Members members() {
        return new Members(matches, selected, overlaps, tally.matrix.background(), begin, end);
    }
}
