package dev.errata.engine.metrics;

import java.util.Arrays;

/**
 * LVIS' rules for a federated dataset, in which no image was checked for every class: a prediction counts only where the image
 * has labels of its class or is known to have none, and one that matches nothing is no mistake where not all objects of its
 * class were labelled (Gupta, Dollar, Girshick: LVIS, 2019; lvis-api, {@code lvis/eval.py}).
 */
public final class FederatedRules {

    /** At most so many predictions of an image count, of all classes together. */
    static final int MAX_DETECTIONS = 300;

    private final int[][] absent;
    private final int[][] incomplete;
    private final Frequency[] frequency;

    /** In how many training images a class occurs. */
    public enum Frequency {
        /** fewer than 10 */
        RARE,
        /** 10 to 99 */
        COMMON,
        /** 100 and more */
        FREQUENT,
        /** the labels don't say */
        UNKNOWN
    }

    private FederatedRules(int[][] absent, int[][] incomplete, Frequency[] frequency) {
        this.absent = absent;
        this.incomplete = incomplete;
        this.frequency = frequency;
    }

    /**
     * @param absent by image: the classes of which it is known to have no object
     * @param incomplete by image: the classes of which not every object was labelled
     * @param frequency of each class
     */
    public static FederatedRules of(int[][] absent, int[][] incomplete, Frequency[] frequency) {
        return new FederatedRules(sorted(absent), sorted(incomplete), frequency.clone());
    }

    private static int[][] sorted(int[][] lists) {
        return Arrays.stream(lists).map(list -> Arrays.stream(list).sorted().toArray()).toArray(int[][]::new);
    }

    /** The classes of which an image is known to have no object, rising. */
    public int[] absent(int image) {
        return absent[image].clone();
    }

    /** The classes of which not every object in an image was labelled, rising. */
    public int[] incomplete(int image) {
        return incomplete[image].clone();
    }

    /** In how many training images a class occurs. */
    public Frequency frequency(int label) {
        return frequency[label];
    }

    boolean isAbsent(int image, int label) {
        return Arrays.binarySearch(absent[image], label) >= 0;
    }

    boolean isIncomplete(int image, int label) {
        return Arrays.binarySearch(incomplete[image], label) >= 0;
    }
}
