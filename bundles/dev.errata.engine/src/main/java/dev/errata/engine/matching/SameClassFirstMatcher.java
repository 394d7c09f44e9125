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
        int first = matches.predictions().begin(image);
        take(candidates, begin, sameClass, first);
        begin += 2 * sameClass;
        take(candidates, begin, crossClass, first);
    }

    private void take(int[] candidates, int begin, int count, int first) {
        int end = begin + 2 * aboveThreshold(candidates, begin, count, first);
        for (int i = begin; i < end; i += 2) {
            int found = Candidates.prediction(candidates[i + 1], first);
            if (matches.bothFree(candidates[i], found)) {
                matches.pair(candidates[i], found);
            }
        }
    }

    /** How many of the pairs, which stand by falling IoU, reach the threshold. */
    private int aboveThreshold(int[] candidates, int begin, int count, int first) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int pair = begin + 2 * middle;
            if (matches.reaches(candidates[pair], candidates[pair + 1], first)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
