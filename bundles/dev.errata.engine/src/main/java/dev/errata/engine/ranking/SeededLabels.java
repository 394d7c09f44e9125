package dev.errata.engine.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.ranking.errata.SeededErrors;
import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;

/**
 * A copy of a dataset's labels into which errors of every kind were put: some labels got another class, some slipped, some were
 * taken away, some were doubled, and some from other images were put where they have nothing to do. A label is struck once at
 * most. The same labels and seed give the same errors.
 */
final class SeededLabels {

    /** So many errors are wanted, where the labels are enough. */
    private static final double WANTED = 240;
    private static final double USUAL_RATE = SeededErrors.WRONG_CLASS_RATE + SeededErrors.LOOSE_RATE
        + SeededErrors.SPURIOUS_RATE + SeededErrors.DUPLICATE_RATE + SeededErrors.MISSING_RATE;
    /** Small datasets get more errors for their size, up to about a fifth of the labels. */
    private static final double MOST = 4;

    final AnnotationColumns annotations;
    /** By row of {@link #annotations}. */
    final boolean[] wrong;
    /** The boxes that were taken away: image by image, x, y, width and height of each. */
    final Map<Integer, List<double[]>> dropped;
    final Map<SuspectKind, Integer> counts;

    private SeededLabels(Maker maker) {
        int[] image = Arrays.copyOf(maker.image, maker.rows.size());
        annotations = AnnotationColumns.grouped(maker.source.imageCount(), image, maker.rows);
        // rows are made image by image: grouping leaves them where they are
        wrong = Arrays.copyOf(maker.wrong, maker.rows.size());
        dropped = maker.dropped;
        counts = maker.counts;
    }

    static SeededLabels of(SuspectInput input, long seed) {
        Maker maker = new Maker(input.annotations(), seed);
        ImageScene scene = new ImageScene();
        for (int index = 0; index < input.annotations().imageCount(); index++) {
            scene.load(input.annotations(), input.predictions(), index);
            maker.image(scene, index);
        }
        return new SeededLabels(maker);
    }

    int errors() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static final class Maker {

        private final AnnotationColumns source;
        private final SeededErrors errors;
        private final long seed;
        private final double scale;
        private final AnnotationRows rows;
        private int[] image;
        private boolean[] wrong;
        /** What is added is younger than what there was. */
        private long lastId;
        private final Map<Integer, List<double[]>> dropped = new HashMap<>();
        private final Map<SuspectKind, Integer> counts = new EnumMap<>(SuspectKind.class);

        Maker(AnnotationColumns source, long seed) {
            this.source = source;
            this.seed = seed;
            int[] live = source.liveRows();
            errors = new SeededErrors(source, live, null);
            scale = Math.clamp(WANTED / (USUAL_RATE * Math.max(1, source.size())), 1, MOST);
            rows = new AnnotationRows(source.size() + source.size() / 16 + 16);
            lastId = IntStream.of(live).mapToLong(source::id).max().orElse(0);
            image = new int[rows(source.size())];
            wrong = new boolean[image.length];
            for (SuspectKind kind : SuspectKind.values()) {
                counts.put(kind, 0);
            }
        }

        private static int rows(int labels) {
            return labels + labels / 16 + 16;
        }

        void image(ImageScene scene, int index) {
            SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ 0xD1342543DE82EF95L * (index + 1L));
            Boxes labels = scene.labels;
            int next = 0;
            for (int row = source.begin(index); row < source.end(index); row++) {
                if (next < labels.count && labels.row[next] == row) {
                    strike(labels, next++, index, row, random);
                } else {
                    keep(index, row);
                }
            }
            double wanted = scale * SeededErrors.SPURIOUS_RATE * source.size() / source.imageCount();
            int spurious = source.size() == 0 ? 0 : (int) wanted + (random.nextDouble() < wanted - (int) wanted ? 1 : 0);
            for (int i = 0; i < spurious; i++) {
                errors.transplant(random, receiver(index, -1, SuspectKind.SPURIOUS));
            }
        }

        private void strike(Boxes labels, int label, int index, int row, SplittableRandom random) {
            double dice = random.nextDouble() / scale;
            int before = rows.size();
            if ((dice -= SeededErrors.MISSING_RATE) < 0) {
                dropped.computeIfAbsent(index, i -> new ArrayList<>()).add(new double[] {labels.left[label], labels.top[label],
                    labels.width[label], labels.height[label]});
                counts.merge(SuspectKind.MISSING, 1, Integer::sum);
                return;
            }
            if ((dice -= SeededErrors.WRONG_CLASS_RATE) < 0) {
                errors.swap(labels, label, random, receiver(index, row, SuspectKind.WRONG_CLASS));
            } else if ((dice -= SeededErrors.LOOSE_RATE) < 0) {
                errors.shift(labels, label, random, receiver(index, row, SuspectKind.LOOSE));
            }
            if (rows.size() == before) {
                keep(index, row);
            }
            if (dice >= 0 && dice < SeededErrors.DUPLICATE_RATE) {
                errors.duplicate(labels, label, random, receiver(index, row, SuspectKind.DUPLICATE));
            }
        }

        private void keep(int index, int row) {
            add(index, false);
            rows.add(source.id(row), source.label(row), source.x(row), source.y(row), source.width(row), source.height(row),
                source.area(row), source.crowd(row), rows.size());
        }

        /** @param row the label that is struck */
        private SeededErrors.Receiver receiver(int index, int row, SuspectKind kind) {
            return (own, label, x, y, width, height, weight) -> {
                add(index, true);
                rows.add(own < 0 ? ++lastId : source.id(row), label, x, y, width, height, width * height, false, rows.size());
                counts.merge(kind, 1, Integer::sum);
            };
        }

        private void add(int index, boolean isWrong) {
            if (rows.size() == image.length) {
                image = Arrays.copyOf(image, image.length * 2);
                wrong = Arrays.copyOf(wrong, wrong.length * 2);
            }
            image[rows.size()] = index;
            wrong[rows.size()] = isWrong;
        }
    }
}
