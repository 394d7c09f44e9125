package dev.errata.engine.matching;

import java.util.Arrays;

import dev.errata.engine.IndexSort;

/** The pairs of one image with their IoU, in an order that a matcher chooses. Arrays are reused. */
final class PairBuffer {

    int count;
    int[] annotation = new int[128];
    int[] prediction = new int[128];
    double[] iou = new double[128];
    int[] order = new int[128];
    private double[] key = new double[128];
    private final IndexSort sort = new IndexSort();

    /** A number by which pairs are sorted, rising. */
    interface Key {
        double of(int pair);
    }

    void clear() {
        count = 0;
    }

    /** Keeps only the first places of {@link #order}. */
    void truncate(int places) {
        count = places;
    }

    void add(int newAnnotation, int newPrediction, double newIou) {
        if (count == annotation.length) {
            int capacity = count * 2;
            annotation = Arrays.copyOf(annotation, capacity);
            prediction = Arrays.copyOf(prediction, capacity);
            iou = Arrays.copyOf(iou, capacity);
            order = new int[capacity];
            key = new double[capacity];
        }
        annotation[count] = newAnnotation;
        prediction[count] = newPrediction;
        iou[count] = newIou;
        count++;
    }

    /** Takes the candidates of an image whose prediction is free and whose IoU reaches the threshold. */
    void load(int image, int[] candidates, Matches matches) {
        clear();
        int first = matches.predictions().begin(image);
        int end = Candidates.HEADER + 2 * (candidates[0] + candidates[1]);
        for (int i = Candidates.HEADER; i < end; i += 2) {
            int found = Candidates.prediction(candidates[i + 1], first);
            if (matches.mayReach(candidates[i + 1]) && matches.free(found)) {
                double overlap = matches.iou(candidates[i], found);
                if (matches.reaches(overlap)) {
                    add(candidates[i], found, overlap);
                }
            }
        }
    }

    /** Fills {@link #order} with all pairs by the order of adding. */
    void unsorted() {
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
    }

    /** Sorts {@link #order}; equal keys keep the order they have. Sort by the least important key first. */
    void sortBy(Key by) {
        for (int place = 0; place < count; place++) {
            key[order[place]] = by.of(order[place]);
        }
        sort.reorder(key, order, count);
    }
}
