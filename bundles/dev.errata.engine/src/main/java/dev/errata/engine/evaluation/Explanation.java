package dev.errata.engine.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.matching.Partner;

/**
 * What two ways to match the same labels and predictions count differently, object by object, and why. It holds as long as
 * neither evaluation changes.
 */
public final class Explanation {

    private final Evaluation first;
    private final Evaluation second;
    private final List<Difference> differences;

    private Explanation(Evaluation first, Evaluation second, List<Difference> differences) {
        this.first = first;
        this.second = second;
        this.differences = differences;
    }

    /**
     * Compares two evaluations. Of what they select, whatever counts in either of them is compared.
     *
     * @throws IllegalArgumentException if they are not of the same annotations and predictions
     */
    public static Explanation of(Evaluation first, Evaluation second) {
        if (first.annotations() != second.annotations() || first.predictions() != second.predictions()) {
            throw new IllegalArgumentException("only evaluations of the same annotations and predictions can be compared");
        }
        List<Difference> differences = new ArrayList<>();
        for (int image = 0; image < first.annotations().imageCount(); image++) {
            addAnnotations(image, first, second, differences);
            addPredictions(image, first, second, differences);
        }
        return new Explanation(first, second, Collections.unmodifiableList(differences));
    }

    private static void addAnnotations(int image, Evaluation first, Evaluation second, List<Difference> differences) {
        for (int row = first.annotations().begin(image); row < first.annotations().end(image); row++) {
            if (first.predictionOf(row) != second.predictionOf(row)
                && (first.countsAnnotation(row) || second.countsAnnotation(row))) {
                Place before = Place.ofAnnotation(first, row);
                Place after = Place.ofAnnotation(second, row);
                if (!before.equals(after)) {
                    differences.add(new Difference(image, row, -1, first.predictionOf(row), second.predictionOf(row), before,
                        after));
                }
            }
        }
    }

    private static void addPredictions(int image, Evaluation first, Evaluation second, List<Difference> differences) {
        for (int row = first.predictions().begin(image); row < first.predictions().end(image); row++) {
            if (first.annotationOf(row) != second.annotationOf(row)
                && (first.countsPrediction(row) || second.countsPrediction(row))) {
                Place before = Place.ofPrediction(first, row);
                Place after = Place.ofPrediction(second, row);
                if (!before.equals(after)) {
                    differences.add(new Difference(image, -1, row, first.annotationOf(row), second.annotationOf(row), before,
                        after));
                }
            }
        }
    }

    /** Every object that the two count in different places: by image, annotations before predictions, then by row. */
    public List<Difference> differences() {
        return differences;
    }

    /** How many objects moved from which place to which, most first. */
    public List<CellChange> changes() {
        Map<List<Place>, CellChange> changes = new LinkedHashMap<>();
        for (Difference difference : differences) {
            CellChange one = new CellChange(difference.first(), difference.second(), difference.annotation() >= 0 ? 1 : 0,
                difference.prediction() >= 0 ? 1 : 0);
            changes.merge(List.of(one.first(), one.second()), one, CellChange::plus);
        }
        return changes.values().stream()
            .sorted(Comparator.comparingInt(change -> -change.annotations() - change.predictions())).toList();
    }

    /** Why the two differ about an object: which of them refused a match, and by what rule. One sentence, in English. */
    public String reason(Difference difference) {
        boolean ofAnnotation = difference.annotation() >= 0;
        if (difference.firstPartner() >= 0) {
            return refusal(second, difference, difference.firstPartner(), ofAnnotation);
        }
        if (difference.secondPartner() >= 0) {
            return refusal(first, difference, difference.secondPartner(), ofAnnotation);
        }
        // no partner in either: one of them counts the object beside the matrix
        boolean byFirst = difference.firstPartner() == Partner.BELOW_CONFIDENCE || difference.second().isCell();
        Refusal refusal = new Refusal(byFirst ? first : second, difference.image());
        return ofAnnotation ? refusal.region(difference.annotation())
            : refusal.beside(difference.prediction(), byFirst ? difference.firstPartner() : difference.secondPartner());
    }

    private static String refusal(Evaluation refusing, Difference difference, int partner, boolean ofAnnotation) {
        int annotation = ofAnnotation ? difference.annotation() : partner;
        int prediction = ofAnnotation ? partner : difference.prediction();
        return new Refusal(refusing, difference.image()).of(annotation, prediction);
    }
}
