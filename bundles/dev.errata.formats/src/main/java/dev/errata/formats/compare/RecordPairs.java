package dev.errata.formats.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.io.PathNames;

/**
 * Pairs the records of two readings of the same labels, in two formats or before and after somebody edited them. Images are
 * paired by name, then without folders, then without the ending; classes by name, then with spaces and letter case aside.
 * Records of an image are paired by class and box, then by box alone, then by class and an IoU of at least one half.
 */
public final class RecordPairs {

    /** How two records belong together. */
    public enum Same {
        /** Not at all: the record has no partner. */
        NOTHING,
        /** The class; the box overlaps. */
        CLASS,
        /** The box; the class is another. */
        BOX,
        /** Class and box. */
        ALL
    }

    /** Boxes this near are the same: formats round, by far less than this. Pixels. */
    private static final double NEAR = 1e-3;
    private static final double LEAST_IOU = 0.5;

    private final GroundTruth labels;
    private final GroundTruth others;
    private final int[] imageOf;
    private final int[] classOf;
    private final int[] partner;
    private final Same[] same;

    private RecordPairs(GroundTruth labels, GroundTruth others, int[] imageOf) {
        this.labels = labels;
        this.others = others;
        this.imageOf = imageOf;
        classOf = classes(labels.classes(), others.classes());
        partner = new int[labels.annotations().rowLimit()];
        same = new Same[partner.length];
        Arrays.fill(partner, -1);
        Arrays.fill(same, Same.NOTHING);
    }

    /**
     * @param boxes whether both have boxes; without, records of one class are paired in their order
     */
    public static RecordPairs of(GroundTruth labels, GroundTruth others, boolean boxes) {
        return of(labels, others, boxes, images(labels.images(), others.images()));
    }

    /**
     * @param imageOf the image among the others that each image is, or -1
     */
    static RecordPairs of(GroundTruth labels, GroundTruth others, boolean boxes, int[] imageOf) {
        RecordPairs pairs = new RecordPairs(labels, others, imageOf);
        for (int image = 0; image < labels.images().size(); image++) {
            if (pairs.imageOf[image] >= 0) {
                pairs.pair(image, boxes);
            }
        }
        return pairs;
    }

    /** The image among the others that is the same, or -1. */
    public int image(int image) {
        return imageOf[image];
    }

    /** The class among the others that is the same, or -1. */
    public int label(int label) {
        return classOf[label];
    }

    /** The row among the others that is the same, or -1. */
    public int partner(int row) {
        return partner[row];
    }

    public Same same(int row) {
        return same[row];
    }

    private static int[] images(List<ImageEntry> images, List<ImageEntry> others) {
        int[] found = new int[images.size()];
        Arrays.fill(found, -1);
        boolean[] taken = new boolean[others.size()];
        List<Function<ImageEntry, String>> ways = List.of(image -> image.fileName().replace('\\', '/'),
            image -> PathNames.base(image.fileName()), image -> PathNames.stem(image.fileName().replace('\\', '/')),
            image -> PathNames.stem(PathNames.base(image.fileName())));
        for (Function<ImageEntry, String> way : ways) {
            Map<String, Integer> mine = new HashMap<>();
            Map<String, Integer> theirs = new HashMap<>();
            for (int image = 0; image < found.length; image++) {
                if (found[image] < 0) {
                    mine.merge(way.apply(images.get(image)), image, (a, b) -> -1);
                }
            }
            for (int other = 0; other < taken.length; other++) {
                if (!taken[other]) {
                    theirs.merge(way.apply(others.get(other)), other, (a, b) -> -1);
                }
            }
            mine.forEach((name, image) -> {
                int other = theirs.getOrDefault(name, -1);
                if (image >= 0 && other >= 0) {
                    found[image] = other;
                    taken[other] = true;
                }
            });
        }
        return found;
    }

    private static int[] classes(List<ClassEntry> classes, List<ClassEntry> others) {
        Map<String, Integer> exact = new HashMap<>();
        Map<String, Integer> loose = new HashMap<>();
        for (int other = 0; other < others.size(); other++) {
            exact.putIfAbsent(others.get(other).name(), other);
            loose.merge(loose(others.get(other).name()), other, (a, b) -> -1);
        }
        int[] found = new int[classes.size()];
        for (int label = 0; label < found.length; label++) {
            String name = classes.get(label).name();
            found[label] = exact.containsKey(name) ? exact.get(name) : loose.getOrDefault(loose(name), -1);
        }
        return found;
    }

    /** A name as far as every format can have it: as one word, and as that of a folder. */
    private static String loose(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_/\\\\<>:\"|?*]+", "_");
    }

    private void pair(int image, boolean boxes) {
        AnnotationColumns mine = labels.annotations();
        AnnotationColumns theirs = others.annotations();
        LeftOrder order = new LeftOrder(theirs, imageOf[image]);
        boolean[] taken = new boolean[theirs.end(imageOf[image]) - theirs.begin(imageOf[image])];
        for (Same way : boxes ? List.of(Same.ALL, Same.BOX, Same.CLASS) : List.of(Same.CLASS)) {
            for (int row = mine.begin(image); row < mine.end(image); row++) {
                if (partner[row] >= 0) {
                    continue;
                }
                int best = best(row, order, taken, way, boxes);
                if (best >= 0) {
                    partner[row] = best;
                    same[row] = way;
                    taken[best - theirs.begin(imageOf[image])] = true;
                }
            }
        }
    }

    /** The nearest row that is not taken, the first of those that are equally near. */
    private int best(int row, LeftOrder order, boolean[] taken, Same way, boolean boxes) {
        AnnotationColumns mine = labels.annotations();
        AnnotationColumns theirs = others.annotations();
        int begin = order.first();
        int best = -1;
        double least = way == Same.CLASS ? 1 - LEAST_IOU : NEAR;
        // where the IoU is at least one half, the left sides are no further apart than this box is wide
        double reach = !boxes ? Double.POSITIVE_INFINITY : way == Same.CLASS ? mine.width(row) + NEAR : 2 * NEAR;
        int end = order.to(mine.x(row) + reach);
        for (int place = order.from(mine.x(row) - reach); place < end; place++) {
            int other = order.row(place);
            boolean sameClass = classOf[mine.label(row)] == theirs.label(other);
            if (taken[other - begin] || sameClass == (way == Same.BOX)) {
                continue;
            }
            double distance = !boxes ? 0 : way == Same.CLASS ? 1 - iou(row, other) : difference(row, other);
            if (distance < least || distance == least && (best < 0 || other < best)) {
                least = distance;
                best = other;
            }
        }
        return best;
    }

    /** How far apart the sides of the boxes of a pair are at most, in pixels. */
    public double difference(int row, int other) {
        AnnotationColumns mine = labels.annotations();
        AnnotationColumns theirs = others.annotations();
        double left = Math.abs(mine.x(row) - theirs.x(other));
        double top = Math.abs(mine.y(row) - theirs.y(other));
        double width = Math.abs(mine.width(row) - theirs.width(other));
        double height = Math.abs(mine.height(row) - theirs.height(other));
        return Math.max(Math.max(left, top), Math.max(width, height));
    }

    private double iou(int row, int other) {
        AnnotationColumns mine = labels.annotations();
        AnnotationColumns theirs = others.annotations();
        double width = Math.min(mine.x(row) + mine.width(row), theirs.x(other) + theirs.width(other))
            - Math.max(mine.x(row), theirs.x(other));
        double height = Math.min(mine.y(row) + mine.height(row), theirs.y(other) + theirs.height(other))
            - Math.max(mine.y(row), theirs.y(other));
        double common = Math.max(0, width) * Math.max(0, height);
        double all = mine.width(row) * mine.height(row) + theirs.width(other) * theirs.height(other) - common;
        return all > 0 ? common / all : 0;
    }
}
