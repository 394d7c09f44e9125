package dev.errata.dataset.filter;

/**
 * What counts of one value of a field.
 *
 * @param value for a person to read
 * @param filter what selects just this; null where no filter does
 * @param labels without ignored ones
 * @param predictions at or above the confidence threshold, without ignored ones
 * @param matched labels that have a prediction, of whatever class
 * @param agreed of these, the ones whose classes agree
 */
public record Slice(String value, String filter, long labels, long predictions, long matched, long agreed) {

    /** The share of the predictions that agree with a label; NaN where there are none. */
    public double precision() {
        return predictions == 0 ? Double.NaN : (double) agreed / predictions;
    }

    /** The share of the labels that a prediction agrees with; NaN where there are none. */
    public double recall() {
        return labels == 0 ? Double.NaN : (double) agreed / labels;
    }

    /** The harmonic mean of precision and recall; NaN where there are neither labels nor predictions. */
    public double f1() {
        return labels + predictions == 0 ? Double.NaN : 2.0 * agreed / (labels + predictions);
    }
}
