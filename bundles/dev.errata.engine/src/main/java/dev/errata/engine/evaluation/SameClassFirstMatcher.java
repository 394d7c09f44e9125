package dev.errata.engine.evaluation;

/** The default: takes free candidates in their order, then lets crowd regions absorb what is left. */
final class SameClassFirstMatcher implements ImageMatcher {

    private final Matches matches;

    SameClassFirstMatcher(Matches matches) {
        this.matches = matches;
    }

    @Override
    public void match(int image, int[] candidates) {
        int sameClass = candidates[0];
        int crossClass = candidates[1];
        int begin = Candidates.HEADER;
        take(candidates, begin, sameClass);
        begin += 2 * sameClass;
        take(candidates, begin, crossClass);
        begin += 2 * crossClass;
        absorb(candidates, begin);
    }

    private void take(int[] candidates, int begin, int count) {
        int end = begin + 2 * aboveThreshold(candidates, begin, count);
        for (int i = begin; i < end; i += 2) {
            if (matches.bothFree(candidates[i], candidates[i + 1])) {
                matches.pair(candidates[i], candidates[i + 1]);
            }
        }
    }

    /** How many of the pairs, which stand by falling IoU, reach the threshold. */
    private int aboveThreshold(int[] candidates, int begin, int count) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int pair = begin + 2 * middle;
            if (matches.reaches(matches.iou(candidates[pair], candidates[pair + 1]))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void absorb(int[] candidates, int begin) {
        for (int i = begin; i < candidates.length; i += 2) {
            int prediction = candidates[i + 1];
            if (matches.free(prediction)
                && matches.reaches(matches.coverage(candidates[i], prediction))) {
                matches.ignore(prediction);
            }
        }
    }
}
