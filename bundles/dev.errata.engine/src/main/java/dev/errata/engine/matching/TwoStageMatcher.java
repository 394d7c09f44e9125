package dev.errata.engine.matching;

/**
 * Ultralytics' order: each prediction keeps the annotation it overlaps most, of equal ones the last; then each annotation
 * the prediction that overlaps it most among those. Whoever loses stays alone.
 */
final class TwoStageMatcher implements ImageMatcher {

    private final Matches matches;
    private final PairBuffer pairs = new PairBuffer();

    TwoStageMatcher(Matches matches) {
        this.matches = matches;
    }

    @Override
    public void match(int image, int[] candidates) {
        pairs.load(image, candidates, matches);
        pairs.unsorted();
        pairs.sortBy(i -> -matches.predictions().position(pairs.prediction[i]));
        pairs.sortBy(i -> -matches.annotations().position(pairs.annotation[i]));
        pairs.sortBy(i -> -pairs.iou[i]);
        keepBestOfPredictions();
        for (int k = 0; k < pairs.count; k++) {
            int pair = pairs.order[k];
            if (matches.bothFree(pairs.annotation[pair], pairs.prediction[pair])) {
                matches.pair(pairs.annotation[pair], pairs.prediction[pair]);
            }
        }
    }

    /** Keeps the first pair of each prediction, the rest in the same order, then orders ties as the second stage does. */
    private void keepBestOfPredictions() {
        pairs.sortBy(i -> pairs.prediction[i]); // stable: of each prediction the best pair comes first
        int kept = 0;
        int last = -1;
        for (int k = 0; k < pairs.count; k++) {
            int pair = pairs.order[k];
            if (pairs.prediction[pair] != last) {
                last = pairs.prediction[pair];
                pairs.order[kept++] = pair;
            }
        }
        pairs.truncate(kept);
        pairs.sortBy(i -> -matches.predictions().position(pairs.prediction[i]));
        pairs.sortBy(i -> -pairs.iou[i]);
    }
}
