package dev.errata.engine.evaluation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

import dev.errata.engine.overlaps.Overlaps;

/**
 * A list of pairs that holds three ints for each and makes the record when asked: a cell can have a million members. It is
 * complete before anybody sees it and does not change with later edits.
 */
final class PairList extends AbstractList<MatchedPair> implements RandomAccess {

    private final Overlaps overlaps;
    private int size;
    private int[] image = new int[64];
    private int[] annotation = new int[64];
    private int[] prediction = new int[64];

    PairList(Overlaps overlaps) {
        this.overlaps = overlaps;
    }

    void append(int newImage, int newAnnotation, int newPrediction) {
        if (size == image.length) {
            int capacity = size + (size >> 1);
            image = Arrays.copyOf(image, capacity);
            annotation = Arrays.copyOf(annotation, capacity);
            prediction = Arrays.copyOf(prediction, capacity);
        }
        image[size] = newImage;
        annotation[size] = newAnnotation;
        prediction[size] = newPrediction;
        size++;
    }

    @Override
    public MatchedPair get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int a = annotation[index];
        int p = prediction[index];
        double iou = a >= 0 && p >= 0 ? overlaps.iou(a, p) : 0;
        return new MatchedPair(image[index], a, p, iou);
    }

    @Override
    public int size() {
        return size;
    }
}
