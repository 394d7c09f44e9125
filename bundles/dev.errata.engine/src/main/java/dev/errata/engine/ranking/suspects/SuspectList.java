package dev.errata.engine.ranking.suspects;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

import dev.errata.engine.FallingOrder;
import dev.errata.engine.IndexSort;

/** A growing list of suspects in primitive arrays. Each kernel of a method fills its own; they are then appended and ranked. */
public final class SuspectList {

    /** Writes the sentence of one suspect. */
    public interface Reasons {
        String of(int image, int annotation, int prediction, SuspectKind kind, double score);
    }

    private static final SuspectKind[] KINDS = SuspectKind.values();
    /** From so many in an image on moving one after the other to its place takes too long. */
    private static final int CROWDED = 64;

    private final Reasons reasons;
    private int size;
    private int[] image = new int[256];
    private int[] annotation = new int[256];
    private int[] prediction = new int[256];
    private byte[] kind = new byte[256];
    private double[] score = new double[256];

    public SuspectList(Reasons reasons) {
        this.reasons = reasons;
    }

    public void add(int newImage, int newAnnotation, int newPrediction, SuspectKind newKind, double newScore) {
        ensureCapacity(size + 1);
        image[size] = newImage;
        annotation[size] = newAnnotation;
        prediction[size] = newPrediction;
        kind[size] = (byte) newKind.ordinal();
        score[size] = newScore;
        size++;
    }

    /** What several threads found, in the first of their lists. */
    public static SuspectList merged(List<SuspectList> found) {
        SuspectList all = found.getFirst();
        found.subList(1, found.size()).forEach(all::append);
        return all;
    }

    private void append(SuspectList other) {
        ensureCapacity(size + other.size);
        System.arraycopy(other.image, 0, image, size, other.size);
        System.arraycopy(other.annotation, 0, annotation, size, other.size);
        System.arraycopy(other.prediction, 0, prediction, size, other.size);
        System.arraycopy(other.kind, 0, kind, size, other.size);
        System.arraycopy(other.score, 0, score, size, other.size);
        size += other.size;
    }

    /** Takes one suspect. */
    public interface Visitor {
        void visit(int image, int annotation, int prediction, SuspectKind kind, double score);
    }

    /** Shows all suspects, in no order. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < size; i++) {
            visitor.visit(image[i], annotation[i], prediction[i], KINDS[kind[i]], score[i]);
        }
    }

    /** What becomes of one suspect. */
    public interface Revision {

        /** @return the new score; below 0 where the suspect is dropped */
        double score(int image, int annotation, int prediction, SuspectKind kind, double score);
    }

    public void revise(Revision revision) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double revised = revision.score(image[i], annotation[i], prediction[i], KINDS[kind[i]], score[i]);
            if (revised >= 0) {
                image[kept] = image[i];
                annotation[kept] = annotation[i];
                prediction[kept] = prediction[i];
                kind[kept] = kind[i];
                score[kept++] = revised;
            }
        }
        size = kept;
    }

    private void ensureCapacity(int needed) {
        if (needed > image.length) {
            int capacity = Math.max(needed, image.length + (image.length >> 1));
            image = Arrays.copyOf(image, capacity);
            annotation = Arrays.copyOf(annotation, capacity);
            prediction = Arrays.copyOf(prediction, capacity);
            kind = Arrays.copyOf(kind, capacity);
            score = Arrays.copyOf(score, capacity);
        }
    }

    /** The suspects by falling score; ties by image, then by annotation row, then by prediction row. */
    public List<Suspect> ranked() {
        int[] byPlace = place();
        double[] keys = new double[size];
        for (int i = 0; i < size; i++) {
            keys[i] = score[byPlace[i]];
        }
        int[] order = FallingOrder.of(keys, size);
        for (int i = 0; i < size; i++) {
            order[i] = byPlace[order[i]];
        }
        return new Ranked(order);
    }

    /** The threads took blocks of images as they came: the order must not depend on that. */
    private int[] place() {
        double[] key = new double[size];
        for (int i = 0; i < size; i++) {
            key[i] = -image[i];
        }
        int[] order = FallingOrder.of(key, size);
        int begin = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || image[order[i]] != image[order[begin]]) {
                sortImage(order, begin, i);
                begin = i;
            }
        }
        return order;
    }

    private void sortImage(int[] order, int begin, int end) {
        if (end - begin > CROWDED) {
            sortCrowded(order, begin, end);
            return;
        }
        for (int i = begin + 1; i < end; i++) {
            int moving = order[i];
            int j = i - 1;
            while (j >= begin && before(moving, order[j])) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = moving;
        }
    }

    private boolean before(int one, int other) {
        int annotation1 = annotationOrLast(one);
        int annotation2 = annotationOrLast(other);
        return annotation1 != annotation2 ? annotation1 < annotation2 : prediction[one] < prediction[other];
    }

    /** By prediction, then by annotation: sorting keeps what is equal in its order. */
    private void sortCrowded(int[] order, int begin, int end) {
        int[] ofImage = Arrays.copyOfRange(order, begin, end);
        double[] key = new double[ofImage.length];
        int[] sorted = new int[ofImage.length];
        IndexSort sort = new IndexSort();
        Arrays.setAll(key, i -> prediction[ofImage[i]]);
        sort.ascending(key, sorted, sorted.length);
        Arrays.setAll(key, i -> annotationOrLast(ofImage[i]));
        sort.reorder(key, sorted, sorted.length);
        for (int i = 0; i < sorted.length; i++) {
            order[begin + i] = ofImage[sorted[i]];
        }
    }

    /** Those without an annotation stand behind those with one. */
    private int annotationOrLast(int suspect) {
        return annotation[suspect] < 0 ? Integer.MAX_VALUE : annotation[suspect];
    }

    private final class Ranked extends AbstractList<Suspect> implements RandomAccess {

        private final int[] order;

        Ranked(int[] order) {
            this.order = order;
        }

        @Override
        public Suspect get(int index) {
            int i = order[index];
            SuspectKind what = KINDS[kind[i]];
            return new Suspect(image[i], annotation[i], prediction[i], what, score[i],
                reasons.of(image[i], annotation[i], prediction[i], what, score[i]));
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
