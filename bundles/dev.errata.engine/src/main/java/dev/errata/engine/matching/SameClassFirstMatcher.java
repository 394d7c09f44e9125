package dev.errata.engine.matching;

/** The default: takes free candidates in their order, those of the same class first. */
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
}
