package dev.errata.engine.learning;

import java.util.Arrays;

import dev.errata.engine.FallingOrder;

/**
 * How often unlabelled examples are positive: where positive examples are dense, the others cannot hold fewer than the rate at
 * which positives occur times their density. Where trees separate well, the others are seldom anything else there, and that
 * bound is close to the rate itself (cf. Elkan and Noto, "Learning classifiers from only positive and unlabeled data", 2008). It
 * is then the same wherever one takes it. Where it rises as more is taken, others are among them: then it says less the more it
 * rises, and the usual rate stands. Where the parts that tell have more positives than usual, the others are expected to have
 * more as well.
 */
public final class ErrorShare {

    /** The bound is taken at the most typical positives of this share, and again at the second. */
    private static final double TYPICAL = 0.4;
    private static final double MOST = 0.8;
    /** The first bound over the second: where nothing is taken from it, and from where on it is fully trusted. */
    private static final double STEEP = 0.25;
    private static final double FLAT = 0.7;
    /** The usual rate counts as much as so many examples that were found. */
    private static final double PRIOR = 1.5;
    /** Even what a run is sure of and nobody labelled is not all of it an object. */
    private static final double LARGEST = 0.5;
    /** What the unclear part has of the rate of the others, by 27 datasets with known errors. */
    private static final double UNCLEAR = 0.75;

    private final TrainingRows rows;
    /** Those that are looked at, by falling odds. */
    private final int[] order;
    private final double[] odds;
    private double positives;
    private int others;

    /** Looks at the rows. */
    public ErrorShare(JudgedRows judged) {
        rows = judged.rows;
        odds = judged.logOdds;
        double[] key = new double[odds.length];
        for (int i = 0; i < key.length; i++) {
            int row = judged.order[i];
            key[i] = odds[row];
            positives += rows.positive(row) ? rows.weight(row) : 0;
            others += rows.positive(row) ? 0 : 1;
        }
        order = FallingOrder.of(key, key.length);
        for (int i = 0; i < order.length; i++) {
            order[i] = judged.order[order[i]];
        }
    }

    /**
     * Rates of positives.
     *
     * @param ofPart by part: what their density, in units of that of all examples, is to be multiplied with
     * @param common the geometric mean over the positives of the parts that tell
     */
    public record Rates(double[] ofPart, double common) {
    }

    /**
     * The rates of positives.
     *
     * @param parts how many; each row is in one
     * @param unclear the part in which right and wrong look alike, or -1. Its bound may be far from its rate, so that it gets
     *            what the others have in common, less a little, but never more than its bound
     * @param usual the rate where the rows don't tell
     */
    public Rates rates(int parts, int unclear, double usual) {
        double[] rate = rates(parts, usual, usual);
        double common = common(rate, unclear, usual);
        if (unclear >= 0) {
            rate = common > usual ? rates(parts, usual, common) : rate;
            rate[unclear] = Math.min(rate[unclear], UNCLEAR * common);
        }
        return new Rates(rate, common);
    }

    private double[] rates(int parts, double usual, double expected) {
        double[] rate = new double[parts];
        Arrays.setAll(rate, part -> Math.clamp(rate(part, expected), usual / 10, Math.max(usual, LARGEST)));
        return rate;
    }

    /** The geometric mean of the rates of all parts but one, by their positives. */
    private double common(double[] rate, int left, double usual) {
        double sum = 0;
        double all = 0;
        for (int row : order) {
            int part = rows.part(row);
            if (rows.positive(row) && part != left) {
                sum += rows.weight(row) * Math.log(rate[part]);
                all += rows.weight(row);
            }
        }
        return all == 0 ? usual : Math.exp(sum / all);
    }

    private double rate(int part, double usual) {
        double mass = 0;
        for (int row : order) {
            mass += rows.part(row) == part && rows.positive(row) ? rows.weight(row) : 0;
        }
        if (mass == 0 || others == 0) {
            return usual;
        }
        double first = bound(part, TYPICAL * mass, usual);
        double second = bound(part, MOST * mass, usual);
        double trust = Math.clamp((first / second - STEEP) / (FLAT - STEEP), 0, 1);
        return Math.pow(Math.sqrt(first * second), trust) * Math.pow(usual, 1 - trust);
    }

    /** The bound where the most typical positives of a part weigh so much; what has equal odds is taken together. */
    private double bound(int part, double wanted, double usual) {
        double passed = 0;
        int above = 0;
        double last = Double.NaN;
        for (int row : order) {
            if (rows.part(row) != part) {
                continue;
            }
            if (passed >= wanted && odds[row] != last) {
                break;
            }
            last = odds[row];
            passed += rows.positive(row) ? rows.weight(row) : 0;
            above += rows.positive(row) ? 0 : 1;
        }
        return (above + PRIOR) / (others * passed / positives + PRIOR / usual);
    }
}
