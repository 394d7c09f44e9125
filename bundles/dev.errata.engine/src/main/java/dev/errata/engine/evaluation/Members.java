package dev.errata.engine.evaluation;

import java.util.List;

import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Matches;
import dev.errata.engine.matching.Partner;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.overlaps.Overlaps;

/**
 * Lists what the cells of a matrix count.
 *
 * @param matches who is matched with whom
 * @param selected what of that counts
 * @param overlaps to tell the IoU of a pair
 * @param background the index of the background's row and column
 * @param begin the first row of each image's annotations
 * @param end one more than the last row of each image's annotations
 */
record Members(Matches matches, Selected selected, Overlaps overlaps, int background, int[] begin, int[] end) {

    /** The members of one cell, by image and then by row. */
    List<MatchedPair> cell(int groundTruth, int predicted) {
        PairList pairs = new PairList(overlaps);
        for (int image = 0; image < begin.length; image++) {
            if (groundTruth != background) {
                addAnnotations(image, groundTruth, predicted, pairs);
            } else if (predicted != background) {
                addUnmatchedPredictions(image, predicted, pairs);
            }
        }
        return pairs;
    }

    private void addAnnotations(int image, int groundTruth, int predicted, PairList pairs) {
        for (int row = begin[image]; row < end[image]; row++) {
            int prediction = matches.predictionOf(row);
            if (matches.annotations().label(row) == groundTruth && selected.annotation(row)
                && prediction != Partner.IGNORED && predictedClass(prediction) == predicted) {
                pairs.append(image, row, prediction);
            }
        }
        if (matches.profile() == Profile.FIFTYONE && groundTruth == predicted) {
            addFurtherPredictions(image, predicted, pairs);
        }
    }

    private void addFurtherPredictions(int image, int predicted, PairList pairs) {
        for (int row = matches.predictions().begin(image); row < matches.predictions().end(image); row++) {
            int annotation = matches.annotationOf(row);
            if (annotation >= 0 && matches.predictionOf(annotation) != row && matches.predictions().label(row) == predicted
                && selected.prediction(row)) {
                pairs.append(image, annotation, row);
            }
        }
    }

    private int predictedClass(int prediction) {
        return prediction == Partner.UNMATCHED ? background : matches.predictions().label(prediction);
    }

    private void addUnmatchedPredictions(int image, int predicted, PairList pairs) {
        for (int row = matches.predictions().begin(image); row < matches.predictions().end(image); row++) {
            if (matches.predictions().label(row) == predicted) {
                addIfUnmatched(image, row, pairs);
            }
        }
    }

    private void addIfUnmatched(int image, int prediction, PairList pairs) {
        if (matches.free(prediction) && selected.prediction(prediction)) {
            pairs.append(image, Partner.UNMATCHED, prediction);
        }
    }

    /** The members of every cell whose classes don't agree, by image, annotations before predictions without one, then by row. */
    List<MatchedPair> mismatches(ClassRules rules) {
        PairList pairs = new PairList(overlaps);
        for (int image = 0; image < begin.length; image++) {
            for (int row = begin[image]; row < end[image]; row++) {
                int prediction = matches.predictionOf(row);
                if (prediction != Partner.IGNORED && selected.annotation(row)
                    && !rules.agree(matches.annotations().label(row), predictedClass(prediction))) {
                    pairs.append(image, row, prediction);
                }
            }
            for (int row = matches.predictions().begin(image); row < matches.predictions().end(image); row++) {
                addIfUnmatched(image, row, pairs);
            }
        }
        return pairs;
    }
}
