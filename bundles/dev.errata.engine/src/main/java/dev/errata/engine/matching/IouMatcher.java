package dev.errata.engine.matching;

/** Takes pairs by falling IoU whatever their class, as long as the classes may match. */
final class IouMatcher implements ImageMatcher {

    private final Matches matches;
    private final ClassRules rules;
    private final PairBuffer pairs = new PairBuffer();

    IouMatcher(Matches matches, ClassRules rules) {
        this.matches = matches;
        this.rules = rules;
    }

    @Override
    public void match(int image, int[] candidates) {
        pairs.load(image, candidates, matches);
        pairs.unsorted();
        pairs.sortBy(i -> matches.predictions().position(pairs.prediction[i]));
        pairs.sortBy(i -> matches.annotations().position(pairs.annotation[i]));
        pairs.sortBy(i -> -matches.predictions().confidence(pairs.prediction[i]));
        pairs.sortBy(i -> -pairs.iou[i]);
        for (int k = 0; k < pairs.count; k++) {
            int annotation = pairs.annotation[pairs.order[k]];
            int prediction = pairs.prediction[pairs.order[k]];
            if (matches.bothFree(annotation, prediction)
                && rules.mayMatch(matches.annotations().label(annotation), matches.predictions().label(prediction))) {
                matches.pair(annotation, prediction);
            }
        }
    }
}
