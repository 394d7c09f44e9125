package dev.errata.engine.learning;

/**
 * Sets the log odds of trees right by rows that they have not seen: trees that are kept from learning by heart say too little of
 * what is plain, and where positives and others are not equally many what they say may be off as a whole. The log odds s become
 * a s + b (Platt, "Probabilistic outputs for support vector machines", 1999). a and b have normal priors around 1 and 0, so that
 * few rows change little; what is most probable is found by Newton's method.
 *
 * @param slope a, above 0
 * @param offset b
 */
public record OddsScale(double slope, double offset) {

    /** What changes nothing. */
    public static final OddsScale NONE = new OddsScale(1, 0);

    private static final double SLOPE_DEVIATION = 0.07;
    private static final double OFFSET_DEVIATION = 0.1;
    private static final double LEAST_SLOPE = 0.3;
    private static final int STEPS = 30;
    private static final double LONGEST_STEP = 0.5;
    private static final double ENOUGH = 1e-6;

    /**
     * Learns from rows as if the positive ones and the others weighed the same; the number of the others tells how much there is
     * to learn from.
     *
     * @param logOdds what was said of each row
     * @param weight of the rows; those that are not positive weigh all the same
     */
    public static OddsScale of(double[] logOdds, boolean[] positive, double[] weight) {
        double positives = 0;
        int others = 0;
        for (int i = 0; i < positive.length; i++) {
            positives += positive[i] ? weight[i] : 0;
            others += positive[i] ? 0 : 1;
        }
        if (positives == 0 || others == 0) {
            return NONE;
        }
        double[] balanced = new double[positive.length];
        for (int i = 0; i < balanced.length; i++) {
            balanced[i] = positive[i] ? weight[i] / positives * others : 1;
        }
        OddsScale scale = NONE;
        for (int step = 0; step < STEPS; step++) {
            OddsScale better = scale.improved(logOdds, positive, balanced);
            boolean done = Math.abs(better.slope - scale.slope) + Math.abs(better.offset - scale.offset) < ENOUGH;
            scale = better;
            if (done) {
                break;
            }
        }
        return scale;
    }

    /** One step of Newton's method. */
    private OddsScale improved(double[] logOdds, boolean[] positive, double[] weight) {
        double curvatureSlope = 1 / (SLOPE_DEVIATION * SLOPE_DEVIATION);
        double curvatureOffset = 1 / (OFFSET_DEVIATION * OFFSET_DEVIATION);
        double curvatureBoth = 0;
        double gradientSlope = (1 - slope) * curvatureSlope;
        double gradientOffset = -offset * curvatureOffset;
        for (int i = 0; i < logOdds.length; i++) {
            double probability = 1 / (1 + Math.exp(-apply(logOdds[i])));
            double gradient = weight[i] * ((positive[i] ? 1 : 0) - probability);
            double curvature = weight[i] * probability * (1 - probability);
            gradientSlope += gradient * logOdds[i];
            gradientOffset += gradient;
            curvatureSlope += curvature * logOdds[i] * logOdds[i];
            curvatureBoth += curvature * logOdds[i];
            curvatureOffset += curvature;
        }
        double determinant = curvatureSlope * curvatureOffset - curvatureBoth * curvatureBoth;
        double slopeStep = (gradientSlope * curvatureOffset - gradientOffset * curvatureBoth) / determinant;
        double offsetStep = (gradientOffset * curvatureSlope - gradientSlope * curvatureBoth) / determinant;
        // far steps from where the curve is flat would overshoot
        return new OddsScale(Math.max(LEAST_SLOPE, slope + Math.clamp(slopeStep, -LONGEST_STEP, LONGEST_STEP)),
            offset + Math.clamp(offsetStep, -LONGEST_STEP, LONGEST_STEP));
    }

    /** The log odds set right. */
    public double apply(double logOdds) {
        return slope * logOdds + offset;
    }

    /** The log odds that become these. */
    public double invert(double right) {
        return (right - offset) / slope;
    }
}
