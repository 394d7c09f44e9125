package dev.errata.engine.ranking.methods;

import java.util.List;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.ranking.suspects.Reason;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/**
 * ObjectLab: overlooked, badly located and swapped labels, each by 1 minus its score; see {@link ObjectLabScores}. What stands in
 * for "not similar at all" is the smallest similarity of the whole dataset, as in cleanlab, or, in the scale-free variant,
 * that of
 * the image: no image's scores depend on another's there.
 */
public final class ObjectLabSuspects implements SuspectFinder {

    private final boolean scaleFree;

    public ObjectLabSuspects(boolean scaleFree) {
        this.scaleFree = scaleFree;
    }

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        int images = input.annotations().imageCount();
        progress.begin("Scoring boxes with ObjectLab", scaleFree ? images : images * 2L);
        double least = scaleFree ? Double.NaN : leastOfAll(input, images, progress);
        List<Judge> judges = Parallel.images(images, () -> new Judge(input, scaleFree, least), progress);
        return SuspectList.merged(judges.stream().map(judge -> judge.suspects).toList());
    }

    private static double leastOfAll(SuspectInput input, int images, Progress progress) {
        double least = 1;
        for (Least part : Parallel.images(images, () -> new Least(input), progress)) {
            least = Math.min(least, part.least);
        }
        return least;
    }

    /** Finds the smallest similarity of the dataset, which stands in for "not similar at all". */
    private static final class Least implements Parallel.Worker {

        private final ObjectLabScores scores;
        private double least = 1;

        Least(SuspectInput input) {
            scores = new ObjectLabScores(input.annotations(), input.predictions(), false);
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                least = Math.min(least, scores.leastSimilarity(image));
            }
        }
    }

    private static final class Judge implements Parallel.Worker {

        private final SuspectInput input;
        private final ObjectLabScores scores;
        private final double leastOfAll;
        /** In place of no similarity, for the image that is looked at. */
        private double least;
        private final SuspectList suspects;

        Judge(SuspectInput input, boolean scaleFree, double leastOfAll) {
            this.input = input;
            this.leastOfAll = leastOfAll;
            scores = new ObjectLabScores(input.annotations(), input.predictions(), scaleFree);
            suspects = new SuspectList(new Reason(input));
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                least = leastOfAll == leastOfAll ? leastOfAll : scores.leastSimilarity(image);
                for (int row = input.annotations().begin(image); row < input.annotations().end(image); row++) {
                    if (!input.annotations().crowd(row)) {
                        judgeLabel(image, row);
                    }
                }
                for (int row = input.predictions().begin(image); row < input.predictions().end(image); row++) {
                    double overlooked = scores.overlooked(image, row, least);
                    if (overlooked < 1) {
                        suspects.add(image, -1, row, SuspectKind.MISSING, 1 - overlooked);
                    }
                }
            }
        }

        private void judgeLabel(int image, int row) {
            double location = scores.location(image, row);
            int located = scores.closest;
            double swap = scores.swap(image, row, least);
            if (swap < location) {
                suspects.add(image, row, scores.closest, SuspectKind.WRONG_CLASS, 1 - swap);
            } else if (location < 1) {
                suspects.add(image, row, located, SuspectKind.LOOSE, 1 - location);
            }
        }
    }
}
