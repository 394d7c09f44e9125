package dev.errata.engine.ranking.methods;

import java.util.List;

import dev.errata.engine.Parallel;
import dev.errata.engine.Progress;
import dev.errata.engine.ranking.scene.Boxes;
import dev.errata.engine.ranking.scene.ImageScene;
import dev.errata.engine.ranking.suspects.SuspectFinder;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.SuspectList;

/**
 * Labels whose geometry alone is odd; no prediction is asked. Duplicates: the later of two boxes of a class by their IoU.
 * Covered boxes: by the share that lies in a box of the same class. Slivers: by how far one side is longer than the other.
 * Boxes outside their image: by the share outside. Boxes without area: 1.
 */
public final class GeometrySuspects implements SuspectFinder {

    private static final double DUPLICATE = 0.6;
    private static final double COVERED = 0.95;
    /** Being covered alone is weaker evidence than being the same box. */
    private static final double COVERED_WEIGHT = 0.5;
    private static final double SLIVER = 12;
    private static final double OUTSIDE = 0.02;

    @Override
    public SuspectList find(SuspectInput input, Progress progress) {
        int images = input.annotations().imageCount();
        progress.begin("Checking the geometry of labels", images);
        List<Judge> judges = Parallel.images(images, () -> new Judge(input), progress);
        return SuspectList.merged(judges.stream().map(judge -> judge.suspects).toList());
    }

    private static final class Judge implements Parallel.Worker {

        private final SuspectInput input;
        private final ImageScene scene = new ImageScene();
        private final SuspectList suspects;

        Judge(SuspectInput input) {
            this.input = input;
            suspects = new SuspectList(new GeometryReason(input));
        }

        @Override
        public void images(int begin, int end) {
            for (int image = begin; image < end; image++) {
                scene.load(input.annotations(), input.predictions(), image);
                for (int i = 0; i < scene.flatCount; i++) {
                    suspects.add(image, scene.flat[i], -1, SuspectKind.SPURIOUS, 1);
                }
                for (int label = 0; label < scene.labels.count; label++) {
                    judge(image, label);
                }
            }
        }

        private void judge(int image, int label) {
            Boxes labels = scene.labels;
            double twin = 0;
            double covered = 0;
            int touching = labels.touching(labels.left[label], labels.top[label], labels.width[label], labels.height[label]);
            for (int i = 0; i < touching; i++) {
                int other = labels.touched[i];
                if (other == label || labels.label[other] != labels.label[label]) {
                    continue;
                }
                double shared = labels.intersection(other, labels.left[label], labels.top[label], labels.width[label],
                    labels.height[label]);
                twin = scene.isOlder(other, label) ? Math.max(twin, labels.iou(label, labels, other)) : twin;
                covered = Math.max(covered, shared / labels.area(label));
            }
            double stretch = Math.max(labels.width[label] / labels.height[label], labels.height[label] / labels.width[label]);
            double outside = outside(image, labels, label);
            double duplicate = twin >= DUPLICATE ? twin : covered >= COVERED ? covered * COVERED_WEIGHT : 0;
            double loose = Math.max(outside >= OUTSIDE ? outside : 0, stretch >= SLIVER ? 1 - SLIVER / 2 / stretch : 0);
            if (duplicate >= loose && duplicate > 0) {
                suspects.add(image, labels.row[label], -1, SuspectKind.DUPLICATE, Math.min(1, duplicate));
            } else if (loose > 0) {
                suspects.add(image, labels.row[label], -1, SuspectKind.LOOSE, Math.min(1, loose));
            }
        }

        private double outside(int image, Boxes labels, int label) {
            int width = input.width(image);
            int height = input.height(image);
            return width <= 0 || height <= 0 ? 0
                : 1 - labels.intersection(label, 0, 0, width, height) / labels.area(label);
        }
    }

    /** Says what is odd. */
    private record GeometryReason(SuspectInput input) implements SuspectList.Reasons {

        @Override
        public String of(int image, int annotation, int prediction, SuspectKind kind, double score) {
            return switch (kind) {
                case DUPLICATE -> "another box of the same class lies on it";
                case LOOSE -> "the box is a sliver or leaves the image";
                default -> "the box has no area";
            };
        }
    }
}
