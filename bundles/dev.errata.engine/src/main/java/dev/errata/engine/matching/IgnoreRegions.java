package dev.errata.engine.matching;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;

/**
 * Which annotations are no objects but regions in which predictions don't count: crowd regions, for predictions of their class,
 * unless the profile takes them for ordinary; and labels of an ignored class, for predictions of any class.
 */
public final class IgnoreRegions {

    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final boolean crowdsOrdinary;
    private final ClassRules rules;

    public IgnoreRegions(AnnotationColumns annotations, PredictionColumns predictions, Profile profile, ClassRules rules) {
        this.annotations = annotations;
        this.predictions = predictions;
        this.crowdsOrdinary = profile.crowdsOrdinary();
        this.rules = rules;
    }

    /** Whether an annotation is a region. */
    public boolean is(int annotation) {
        return !crowdsOrdinary && annotations.crowd(annotation) || ofAnyClass(annotation);
    }

    /** Whether an annotation is a region for predictions of any class. */
    public boolean ofAnyClass(int annotation) {
        return rules.ignores(annotations.label(annotation));
    }

    /** Whether a region is one for a prediction, if it covers enough of it. */
    public boolean takes(int region, int prediction) {
        return ofAnyClass(region) || annotations.label(region) == predictions.label(prediction);
    }

    /** Whether a prediction is ignored wherever it lies. */
    public boolean ignores(int prediction) {
        return rules.ignores(predictions.label(prediction));
    }
}
