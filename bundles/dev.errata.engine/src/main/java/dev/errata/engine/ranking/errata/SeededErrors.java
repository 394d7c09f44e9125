package dev.errata.engine.ranking.errata;

import java.util.SplittableRandom;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;

/**
 * Makes known errors out of the labels of a dataset: each kind of label error as it would look here. The same random numbers
 * give the same errors. One instance serves one thread.
 */
public final class SeededErrors {

    /** How often the kinds are taken to occur, as a share of all labels. */
    public static final double WRONG_CLASS_RATE = 0.01;
    public static final double LOOSE_RATE = 0.01;
    public static final double SPURIOUS_RATE = 0.01;
    public static final double DUPLICATE_RATE = 0.003;
    public static final double MISSING_RATE = 0.015;

    private static final int TRIES = 40;
    private static final double LOOK_ALIKE = 0.6;
    private static final double ANY = 0.2;
    private static final double SLIP = 0.6;
    private static final double STRETCH = 0.25;
    private static final double LOOSE_FROM = 0.15;
    private static final double LOOSE_TO = 0.65;
    private static final double TREMBLE = 0.03;

    /** Receives a label that is wrong. */
    public interface Receiver {

        /** @param own the label of the scene that it stands for, or -1 if it stands beside all of them */
        void label(int own, int label, double x, double y, double width, double height, double weight);
    }

    private final AnnotationColumns annotations;
    /** What is drawn from. */
    private final int[] rows;
    /** Which classes look alike, or null where nobody knows. */
    private final ClassProfile classes;

    /** @param rows the labels that are drawn from */
    public SeededErrors(AnnotationColumns annotations, int[] rows, ClassProfile classes) {
        this.classes = classes;
        this.annotations = annotations;
        this.rows = rows;
    }

    /** Whether there is no label to make errors of. */
    boolean isEmpty() {
        return rows.length == 0;
    }

    /**
     * Makes errors in an image.
     *
     * @param share how many errors of each kind to make for each label, at most 1
     */
    void make(ImageScene scene, SplittableRandom random, double share, Receiver receiver) {
        Boxes labels = scene.labels;
        for (int index = 0; index < labels.count; index++) {
            if (random.nextDouble() < share) {
                swap(labels, index, random, receiver);
            }
            if (random.nextDouble() < share) {
                shift(labels, index, random, receiver);
            }
            if (random.nextDouble() < share) {
                duplicate(labels, index, random, receiver);
            }
        }
        double wanted = share * annotations.size() / Math.max(1, annotations.imageCount());
        int spurious = (int) wanted + (random.nextDouble() < wanted - (int) wanted ? 1 : 0);
        for (int i = 0; i < spurious; i++) {
            transplant(random, receiver);
        }
    }

    public void swap(Boxes labels, int index, SplittableRandom random, Receiver receiver) {
        int label = otherClass(labels.label[index], random);
        if (label != labels.label[index]) {
            receiver.label(index, label, labels.left[index], labels.top[index], labels.width[index], labels.height[index],
                WRONG_CLASS_RATE);
        }
    }

    /** People take classes for each other that look alike, or slip to one that is common, or to any. */
    private int otherClass(int label, SplittableRandom random) {
        double how = random.nextDouble();
        if (classes != null && how < LOOK_ALIKE) {
            return classes.lookAlike(label, random);
        }
        return classes != null && how < LOOK_ALIKE + ANY ? classes.any(random) : annotations.label(draw(random));
    }

    public void shift(Boxes labels, int index, SplittableRandom random, Receiver receiver) {
        double width = labels.width[index];
        double height = labels.height[index];
        for (int attempt = 0; attempt < TRIES; attempt++) {
            double newWidth = width * Math.exp(STRETCH * gaussian(random));
            double newHeight = height * Math.exp(STRETCH * gaussian(random));
            double x = labels.left[index] + width / 2 + random.nextDouble(-SLIP, SLIP) * width - newWidth / 2;
            double y = labels.top[index] + height / 2 + random.nextDouble(-SLIP, SLIP) * height - newHeight / 2;
            double iou = labels.iou(index, x, y, newWidth, newHeight);
            if (iou > LOOSE_FROM && iou < LOOSE_TO) {
                receiver.label(index, labels.label[index], x, y, newWidth, newHeight, LOOSE_RATE);
                return;
            }
        }
    }

    public void duplicate(Boxes labels, int index, SplittableRandom random, Receiver receiver) {
        double width = labels.width[index];
        double height = labels.height[index];
        double x = labels.left[index] + TREMBLE * gaussian(random) * width;
        double y = labels.top[index] + TREMBLE * gaussian(random) * height;
        double newWidth = width * Math.exp(TREMBLE * gaussian(random));
        double newHeight = height * Math.exp(TREMBLE * gaussian(random));
        receiver.label(-1, labels.label[index], x, y, newWidth, newHeight, DUPLICATE_RATE);
    }

    /** A label of another image, where it has nothing to do. */
    public void transplant(SplittableRandom random, Receiver receiver) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int row = draw(random);
            if (!annotations.crowd(row) && annotations.width(row) > 0 && annotations.height(row) > 0) {
                receiver.label(-1, annotations.label(row), annotations.x(row), annotations.y(row), annotations.width(row),
                    annotations.height(row), SPURIOUS_RATE);
                return;
            }
        }
    }

    private int draw(SplittableRandom random) {
        return rows[random.nextInt(rows.length)];
    }

    /** A normal deviate by the polar method, from this generator only. */
    private static double gaussian(SplittableRandom random) {
        while (true) {
            double u = random.nextDouble(-1, 1);
            double v = random.nextDouble(-1, 1);
            double square = u * u + v * v;
            if (square > 0 && square < 1) {
                return u * Math.sqrt(-2 * Math.log(square) / square);
            }
        }
    }
}
