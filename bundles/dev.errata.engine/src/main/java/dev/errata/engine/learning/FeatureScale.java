package dev.errata.engine.learning;

/**
 * How far features are from what is usual, in standard deviations, so that those of different units can be compared.
 *
 * @param mean by feature
 * @param deviation by feature, above 0
 */
public record FeatureScale(double[] mean, double[] deviation) {

    /** What is further off says the same. */
    private static final double FAR = 3;
    private static final double LEAST = 1e-5;

    /** Takes for usual what rows show that are not positive. */
    public static FeatureScale of(JudgedRows judged) {
        double[] mean = new double[judged.rows.width];
        double[] deviation = new double[mean.length];
        int[] count = new int[1];
        judged.forEach((logOdds, part, positive, weight, features) -> {
            count[0] += positive ? 0 : 1;
            for (int i = 0; i < mean.length && !positive; i++) {
                // Welford, 1962: sums of squares would lose small deviations of large numbers
                double off = features[i] - mean[i];
                mean[i] += off / count[0];
                deviation[i] += off * (features[i] - mean[i]);
            }
        });
        for (int i = 0; i < mean.length; i++) {
            deviation[i] = Math.max(LEAST, Math.sqrt(deviation[i] / Math.max(1, count[0])));
        }
        return new FeatureScale(mean, deviation);
    }

    /** A feature in standard deviations from the mean, -3 to 3. */
    public double apply(int feature, double value) {
        return Math.clamp((value - mean[feature]) / deviation[feature], -FAR, FAR);
    }

    public int size() {
        return mean.length;
    }
}
