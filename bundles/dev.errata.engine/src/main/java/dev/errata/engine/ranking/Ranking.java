package dev.errata.engine.ranking;

import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.ToDoubleFunction;

import dev.errata.engine.FallingOrder;
import dev.errata.engine.IndexSort;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;

/** The orders in which the members of cells are looked at. Ties, and members without a number, stand in file order. */
public enum Ranking {

    /** The model's confidence descending; without a prediction last, in the order of the label file. */
    CONFIDENCE {
        @Override
        double score(AnnotationColumns annotations, PredictionColumns predictions, MatchedPair pair) {
            return pair.prediction() < 0 ? Double.NaN : predictions.confidence(pair.prediction());
        }
    },

    /** Intersection over union descending; without a partner last. */
    IOU {
        @Override
        double score(AnnotationColumns annotations, PredictionColumns predictions, MatchedPair pair) {
            return pair.annotation() < 0 || pair.prediction() < 0 ? Double.NaN : pair.iou();
        }
    },

    /** The area of the box descending, square pixels: the annotation's box, or the prediction's where there is none. */
    AREA {
        @Override
        double score(AnnotationColumns annotations, PredictionColumns predictions, MatchedPair pair) {
            int row = pair.annotation();
            return row >= 0 ? annotations.width(row) * annotations.height(row)
                : predictions.width(pair.prediction()) * predictions.height(pair.prediction());
        }
    };

    abstract double score(AnnotationColumns annotations, PredictionColumns predictions, MatchedPair pair);

    /** The name on the command line and in stored views, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order with a name. */
    public static Optional<Ranking> of(String id) {
        for (Ranking ranking : values()) {
            if (ranking.id().equals(id)) {
                return Optional.of(ranking);
            }
        }
        return Optional.empty();
    }

    /**
     * Orders members of cells.
     *
     * @param evaluation what the pairs come from
     * @param pairs members of one or more cells, in any order
     * @return the same pairs, the first to be looked at first; a list of its own, fast by index
     */
    public List<RankedPair> order(Evaluation evaluation, List<MatchedPair> pairs) {
        return order(evaluation, pairs, pair -> score(evaluation.annotations(), evaluation.predictions(), pair));
    }

    /** Orders by a score of one's own, falling; NaN last, ties in file order. */
    static List<RankedPair> order(Evaluation evaluation, List<MatchedPair> pairs, ToDoubleFunction<MatchedPair> scoring) {
        int count = pairs.size();
        MatchedPair[] members = pairs.toArray(MatchedPair[]::new);
        double[] score = new double[count];
        double[] place = new double[count];
        for (int i = 0; i < count; i++) {
            score[i] = scoring.applyAsDouble(members[i]);
            place[i] = place(evaluation, members[i]);
        }
        int[] byPlace = new int[count];
        new IndexSort().ascending(place, byPlace, count);
        double[] scoreByPlace = new double[count];
        for (int i = 0; i < count; i++) {
            scoreByPlace[i] = score[byPlace[i]];
        }
        int[] order = FallingOrder.of(scoreByPlace, count);
        for (int i = 0; i < count; i++) {
            order[i] = byPlace[order[i]];
        }
        return new Ordered(members, score, order);
    }

    /** Members with an annotation stand in the order of the label file, those without behind in that of the results file. */
    private static double place(Evaluation evaluation, MatchedPair pair) {
        return pair.annotation() >= 0 ? evaluation.annotations().position(pair.annotation())
            : (double) Integer.MAX_VALUE + evaluation.predictions().position(pair.prediction());
    }

    /** Makes the entries when asked. */
    private static final class Ordered extends AbstractList<RankedPair> implements RandomAccess {

        private final MatchedPair[] members;
        private final double[] score;
        private final int[] order;

        Ordered(MatchedPair[] members, double[] score, int[] order) {
            this.members = members;
            this.score = score;
            this.order = order;
        }

        @Override
        public RankedPair get(int index) {
            int member = order[index];
            return new RankedPair(members[member], score[member]);
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
