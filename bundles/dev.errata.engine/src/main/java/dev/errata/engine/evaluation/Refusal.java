package dev.errata.engine.evaluation;

import java.util.Locale;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.matching.ConfidenceMatcher;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Profile;

/** Says why an evaluation did not match an annotation with a prediction. */
final class Refusal {

    private final Evaluation evaluation;
    private final int image;
    private final Profile profile;
    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;

    Refusal(Evaluation evaluation, int image) {
        this.evaluation = evaluation;
        this.image = image;
        profile = evaluation.profile();
        annotations = evaluation.annotations();
        predictions = evaluation.predictions();
    }

    /** Why an ignore region stands beside the matrix. */
    String region(int annotation) {
        return say(evaluation.regions().ofAnyClass(annotation) ? "labels of this class are ignored"
            : "crowd regions are ignored");
    }

    /** Why a prediction stands beside the matrix: its state is below the confidence threshold or ignored. */
    String beside(int prediction, int state) {
        if (state == Partner.BELOW_CONFIDENCE) {
            return say("confidence %s is %s %s", predictions.confidence(prediction), profile.isStrict() ? "not above" : "below",
                evaluation.thresholds().confidence());
        }
        if (evaluation.regions().ignores(prediction)) {
            return say("predictions of this class are ignored");
        }
        if (profile == Profile.COCO && confidentBefore(prediction) >= ConfidenceMatcher.MAX_DETECTIONS) {
            return say("%s is not among the %d most confident of its class in the image", named(prediction),
                ConfidenceMatcher.MAX_DETECTIONS);
        }
        int region = absorber(prediction);
        return say(evaluation.regions().ofAnyClass(region) ? "%s is absorbed by ignored label %d"
            : "%s is absorbed by crowd region %d of its class", named(prediction), annotations.id(region));
    }

    private int confidentBefore(int prediction) {
        int before = 0;
        for (int row = predictions.begin(image); row < predictions.end(image); row++) {
            before += predictions.label(row) == predictions.label(prediction) && byConfidence(row, prediction) ? 1 : 0;
        }
        return before;
    }

    /** The ignore region for the prediction that covers it most. */
    private int absorber(int prediction) {
        int best = -1;
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            if (evaluation.regions().is(row) && evaluation.regions().takes(row, prediction)
                && (best < 0 || evaluation.overlap(row, prediction) > evaluation.overlap(best, prediction))) {
                best = row;
            }
        }
        return best;
    }

    /** Why the two were not matched, which another evaluation did. */
    String of(int annotation, int prediction) {
        int state = evaluation.annotationOf(prediction);
        if (state == Partner.BELOW_CONFIDENCE || state == Partner.IGNORED) {
            return beside(prediction, state);
        }
        if (evaluation.predictionOf(annotation) == Partner.IGNORED) {
            return region(annotation);
        }
        double overlap = evaluation.overlap(annotation, prediction);
        if (!evaluation.reaches(overlap)) {
            return say("IoU %s is %s %s", overlap, profile.isStrict() ? "not above" : "below", evaluation.thresholds().iou());
        }
        if (!evaluation.mayMatch(annotation, prediction)) {
            return say(profile == Profile.NUCLEUS ? "the two classes are no allowed pair" : "only boxes of one class match");
        }
        return profile == Profile.ULTRALYTICS || profile == Profile.SUPERVISION ? lostInTwoStages(annotation, prediction)
            : lost(annotation, prediction);
    }

    private String lostInTwoStages(int annotation, int prediction) {
        int best = annotation;
        double bestOverlap = evaluation.overlap(annotation, prediction);
        for (int row = annotations.begin(image); row < annotations.end(image); row++) {
            double overlap = evaluation.overlap(row, prediction);
            if (overlap > bestOverlap || overlap == bestOverlap && annotations.position(row) > annotations.position(best)) {
                best = row;
                bestOverlap = overlap;
            }
        }
        if (best != annotation) {
            return say("lost in the two-stage dedupe: %s keeps only label %d (%s), which it overlaps most",
                named(prediction), annotations.id(best), compared(bestOverlap, evaluation.overlap(annotation, prediction)));
        }
        return say("lost in the two-stage dedupe: label %d keeps only %s (%s) and the loser never tries again",
            annotations.id(annotation), named(evaluation.predictionOf(annotation)), instead(annotation, prediction));
    }

    /** Free for each other and close enough: one of them had another partner first. */
    private String lost(int annotation, int prediction) {
        int rival = annotations.crowd(annotation) && profile == Profile.FIFTYONE ? Partner.UNMATCHED
            : evaluation.predictionOf(annotation);
        int other = evaluation.annotationOf(prediction);
        boolean toRival = rival >= 0 && (other < 0 || comesFirst(annotation, rival, prediction));
        int winner = toRival ? annotation : other;
        int with = toRival ? rival : prediction;
        String rule = rule(winner, with, annotation, prediction, toRival);
        return toRival ? say("label %d went to %s (%s)", annotations.id(annotation), named(rival), rule)
            : say("%s went to label %d (%s)", named(prediction), annotations.id(other), rule);
    }

    private String rule(int winner, int with, int annotation, int prediction, boolean toRival) {
        boolean byClass = sameClass(winner, with) && !sameClass(annotation, prediction);
        String overlaps = "IoU " + compared(evaluation.overlap(winner, with), evaluation.overlap(annotation, prediction));
        return switch (profile) {
            case COCO, FIFTYONE -> toRival
                ? "confidence " + compared(predictions.confidence(with), predictions.confidence(prediction))
                : annotations.crowd(annotation) ? "crowd regions come last" : overlaps;
            case CVAT -> byClass ? "pairs of one class are assigned first" : "the largest sum of IoU of all pairs counts";
            default -> profile == Profile.DEFAULT && byClass ? "pairs of one class come first" : overlaps;
        };
    }

    /** Whether the profile looks at the annotation's pair with the rival before that with the prediction. */
    private boolean comesFirst(int annotation, int rival, int prediction) {
        if (profile == Profile.COCO || profile == Profile.FIFTYONE) {
            return byConfidence(rival, prediction);
        }
        boolean byClass = profile == Profile.DEFAULT || profile == Profile.CVAT;
        if (byClass && sameClass(annotation, rival) != sameClass(annotation, prediction)) {
            return sameClass(annotation, rival);
        }
        double one = evaluation.overlap(annotation, rival);
        double other = evaluation.overlap(annotation, prediction);
        return one > other || one == other && byConfidence(rival, prediction);
    }

    private boolean byConfidence(int one, int other) {
        double difference = predictions.confidence(one) - predictions.confidence(other);
        return difference > 0 || difference == 0 && predictions.position(one) < predictions.position(other);
    }

    private boolean sameClass(int annotation, int prediction) {
        return annotations.label(annotation) == predictions.label(prediction);
    }

    private String instead(int annotation, int prediction) {
        return compared(evaluation.overlap(annotation, evaluation.predictionOf(annotation)),
            evaluation.overlap(annotation, prediction));
    }

    private static String compared(double won, double lost) {
        return won == lost ? number(won) + " both, decided by the order" : number(won) + " to " + number(lost);
    }

    private String named(int prediction) {
        return "prediction " + predictions.position(prediction);
    }

    private static String number(double value) {
        String short3 = String.format(Locale.ROOT, "%.3f", value);
        return Math.abs(Double.parseDouble(short3) - value) < 1e-6 ? short3 : String.format(Locale.ROOT, "%.6f", value);
    }

    private String say(String pattern, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = values[i] instanceof Double value ? number(value) : values[i];
        }
        return profile.id() + ": " + String.format(Locale.ROOT, pattern, shown);
    }
}
