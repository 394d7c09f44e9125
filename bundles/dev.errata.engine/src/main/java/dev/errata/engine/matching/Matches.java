package dev.errata.engine.matching;

import java.util.Arrays;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.overlaps.Overlaps;

/**
 * Who is matched with whom at one pair of thresholds: a partner's row or a state for each annotation and each prediction.
 * Images are independent, so that several threads may match different images at once.
 */
public final class Matches {

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final Thresholds thresholds;
    private final Profile profile;
    private final Overlaps overlaps;
    private final IgnoreRegions regions;
    private final int level;
    private final int[] annotationOf;
    private int[] predictionOf;

    public Matches(AnnotationColumns annotations, PredictionColumns predictions, Thresholds thresholds, Profile profile,
        Overlaps overlaps, IgnoreRegions regions) {
        this(annotations, predictions, thresholds, profile, overlaps, regions, new int[annotations.rowLimit()],
            new int[predictions.size()]);
    }

    private Matches(AnnotationColumns annotations, PredictionColumns predictions, Thresholds thresholds, Profile profile,
        Overlaps overlaps, IgnoreRegions regions, int[] predictionOf, int[] annotationOf) {
        this.annotations = annotations;
        this.predictions = predictions;
        this.thresholds = thresholds;
        this.profile = profile;
        this.overlaps = overlaps;
        this.regions = regions;
        this.predictionOf = predictionOf;
        this.annotationOf = annotationOf;
        level = Candidates.level(thresholds.iou());
    }

    /** The same matches; the images that {@link #mayDiffer may differ} at the next thresholds must still be matched anew. */
    public Matches copy(Thresholds next) {
        return new Matches(annotations, predictions, next, profile, overlaps, regions, predictionOf.clone(),
            annotationOf.clone());
    }

    /** Whether an image may be matched in another way at other thresholds: an overlap or a confidence lies between them. */
    public boolean mayDiffer(int image, int[] candidates, Thresholds other) {
        return overlapBetween(candidates, thresholds.iou(), other.iou())
            || confidenceBetween(image, thresholds.confidence(), other.confidence());
    }

    private static boolean overlapBetween(int[] candidates, double one, double another) {
        if (one != another) {
            // COCO takes a threshold of 1 for one a little below
            int lowest = Candidates.level(Math.min(one, another)) - 1;
            int highest = Candidates.level(Math.max(one, another));
            for (int i = Candidates.HEADER + 1; i < candidates.length; i += 2) {
                int between = Candidates.level(candidates[i]);
                if (between >= lowest && between <= highest) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean confidenceBetween(int image, double one, double another) {
        if (one != another) {
            double lowest = Math.min(one, another);
            double highest = Math.max(one, another);
            for (int row = predictions.begin(image); row < predictions.end(image); row++) {
                double own = predictions.confidence(row);
                if (own >= lowest && own <= highest) {
                    return true;
                }
            }
        }
        return false;
    }

    public AnnotationColumns annotations() {
        return annotations;
    }

    public PredictionColumns predictions() {
        return predictions;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    public Profile profile() {
        return profile;
    }

    IgnoreRegions regions() {
        return regions;
    }

    public int predictionOf(int annotationRow) {
        return predictionOf[annotationRow];
    }

    public int annotationOf(int predictionRow) {
        return annotationOf[predictionRow];
    }

    /** Makes room for rows that an edit has appended. */
    public void ensureCapacity(int rowLimit) {
        if (rowLimit > predictionOf.length) {
            predictionOf = Arrays.copyOf(predictionOf, rowLimit + (rowLimit >> 4) + 64);
        }
    }

    /** Matches one image from its candidates. */
    public void match(int image, int[] candidates, ImageMatcher matcher) {
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            predictionOf[row] = regions.is(row) ? Partner.IGNORED : Partner.UNMATCHED;
        }
        boolean strict = profile.isStrict();
        double confidence = thresholds.confidence();
        for (int row = predictions.begin(image); row < predictions.end(image); row++) {
            double own = predictions.confidence(row);
            boolean counts = own > confidence || own == confidence && !strict;
            annotationOf[row] = !counts ? Partner.BELOW_CONFIDENCE
                : regions.ignores(row) ? Partner.IGNORED : Partner.UNMATCHED;
        }
        matcher.match(image, candidates);
        absorb(image, candidates);
    }

    /**
     * Regions take the predictions that are left over and that they cover. Those of crowds have had their turn where the
     * profile has a rule of its own for them.
     */
    private void absorb(int image, int[] candidates) {
        int first = predictions.begin(image);
        for (int i = Candidates.HEADER + 2 * (candidates[0] + candidates[1]); i < candidates.length; i += 2) {
            int region = candidates[i];
            int prediction = Candidates.prediction(candidates[i + 1], first);
            if (free(prediction) && (profile == Profile.DEFAULT || regions.ofAnyClass(region))
                && reaches(coverage(region, prediction))) {
                ignore(prediction);
            }
        }
    }

    boolean bothFree(int annotation, int prediction) {
        return annotationOf[prediction] == Partner.UNMATCHED && predictionOf[annotation] == Partner.UNMATCHED;
    }

    public boolean free(int prediction) {
        return annotationOf[prediction] == Partner.UNMATCHED;
    }

    void pair(int annotation, int prediction) {
        predictionOf[annotation] = prediction;
        annotationOf[prediction] = annotation;
    }

    /** A further prediction of an annotation that has one. */
    void pairFurther(int annotation, int prediction) {
        annotationOf[prediction] = annotation;
    }

    void ignore(int prediction) {
        annotationOf[prediction] = Partner.IGNORED;
    }

    void release(int annotation) {
        predictionOf[annotation] = Partner.UNMATCHED;
    }

    public boolean reaches(double iou) {
        return profile.isStrict() ? iou > thresholds.iou() : iou >= thresholds.iou();
    }

    /** Whether a pair overlaps enough; asks for the exact overlap only where its level does not tell. */
    boolean reaches(int annotation, int found, int firstRow) {
        int own = Candidates.level(found);
        return own == level ? reaches(iou(annotation, Candidates.prediction(found, firstRow))) : own > level;
    }

    /** Whether a pair can overlap enough, by its level alone. */
    boolean mayReach(int found) {
        return Candidates.level(found) >= level;
    }

    double iou(int annotation, int prediction) {
        return overlaps.iou(annotation, prediction);
    }

    double coverage(int annotation, int prediction) {
        return overlaps.coverage(annotation, prediction);
    }
}
