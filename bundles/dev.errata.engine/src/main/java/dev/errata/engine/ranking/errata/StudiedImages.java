package dev.errata.engine.ranking.errata;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.errata.engine.FallingOrder;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.scene.ContentOrder;
import dev.errata.engine.ranking.suspects.SuspectInput;

/**
 * The images that are learned from, all of them or of very many a part, and an order of all images. Both depend on what is in an
 * image only: the files may list images and boxes in any order.
 */
public final class StudiedImages {

    /** So many labels teach as much as more of them would. */
    private static final int ENOUGH = 200_000;
    /** How far the groups of a round are from those of the one before: a prime, so that other images are together in a fold. */
    private static final int STRIDE = 100_003;

    private final AnnotationColumns annotations;
    private final long[] key;
    /** By image. */
    private final int[] place;
    private final int round;
    private final int oneOf;

    private StudiedImages(AnnotationColumns annotations, long[] key, int[] place, int round) {
        this.annotations = annotations;
        this.key = key;
        this.place = place;
        this.round = round;
        oneOf = Math.max(1, annotations.size() / ENOUGH);
    }

    public static StudiedImages of(SuspectInput input) {
        long[] key = new long[input.annotations().imageCount()];
        double[] sorted = new double[key.length];
        IntStream.range(0, key.length).parallel().forEach(image -> {
            key[image] = key(input.annotations(), input.predictions(), image);
            sorted[image] = ContentOrder.sortable(key[image]);
        });
        int[] order = FallingOrder.of(sorted, key.length);
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        return new StudiedImages(input.annotations(), key, place, 0);
    }

    /** The same images in the same order, with the random numbers and groups of another round. */
    public StudiedImages again(int newRound) {
        return new StudiedImages(annotations, key, place, newRound);
    }

    private static long key(AnnotationColumns labels, PredictionColumns run, int image) {
        long ofLabels = 0;
        for (int row = labels.begin(image); row < labels.end(image); row++) {
            ofLabels += ContentOrder.key(labels, row);
        }
        long ofRun = 0;
        for (int row = run.begin(image); row < run.end(image); row++) {
            ofRun += ContentOrder.key(run, row);
        }
        return ContentOrder.mixed(ContentOrder.mixed(ofLabels) + ofRun);
    }

    /** The group of an image, which has no other in it; groups are in the order of the images. */
    public int group(int image) {
        return place[image] + round * STRIDE;
    }

    /** The random numbers of an image. */
    public SplittableRandom random(int image) {
        return new SplittableRandom(key[image] + round);
    }

    boolean contain(int image) {
        int mixed = (place[image] + 1) * 0x85EBCA6B;
        return Math.floorMod(mixed ^ mixed >>> 13, oneOf) == 0;
    }

    /** About how many of all are in these images. */
    double share(int all) {
        return Math.max(1, all / (double) oneOf);
    }

    /** The rows of the labels in these images. */
    public int[] labelRows() {
        int[] images = new int[place.length];
        for (int image = 0; image < place.length; image++) {
            images[place[image]] = image;
        }
        int[] rows = new int[annotations.size()];
        int count = 0;
        ContentOrder order = new ContentOrder();
        for (int image : images) {
            if (contain(image)) {
                ContentOrder.Rows ofImage = order.labels(annotations, image);
                for (int i = 0; i < ofImage.count(); i++) {
                    rows[count++] = ofImage.get(i);
                }
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
