package dev.errata.engine.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.matching.Thresholds;

/** The default matching said in the plainest way, to compare with. */
final class SlowMatching {

    final long[][] matrix;
    int ignoredLabels;
    int ignoredPredictions;
    /** From the label's position to the prediction's. */
    final Map<Integer, Integer> matches = new HashMap<>();

    private record Pair(Box label, Box prediction, double iou) {

        boolean sameClass() {
            return label.label() == prediction.label();
        }
    }

    SlowMatching(Scene scene, Thresholds thresholds) {
        matrix = new long[scene.classes + 1][scene.classes + 1];
        for (int image = 0; image < scene.images; image++) {
            match(scene, image, thresholds);
        }
    }

    private void match(Scene scene, int image, Thresholds thresholds) {
        List<Box> labels = scene.labels.stream().filter(b -> b.image() == image && !b.crowd()).toList();
        List<Box> crowds = scene.labels.stream().filter(b -> b.image() == image && b.crowd()).toList();
        List<Box> predictions = scene.predictions.stream()
            .filter(b -> b.image() == image && b.confidence() >= thresholds.confidence()).toList();
        List<Pair> pairs = new ArrayList<>();
        for (Box label : labels) {
            for (Box prediction : predictions) {
                double shared = intersection(label, prediction);
                double iou = shared / (area(label) + area(prediction) - shared);
                if (shared > 0 && iou >= thresholds.iou()) {
                    pairs.add(new Pair(label, prediction, iou));
                }
            }
        }
        pairs.sort(Comparator.comparing((Pair p) -> p.sameClass() ? 0 : 1).thenComparing(p -> -p.iou)
            .thenComparing(p -> -p.prediction.confidence()).thenComparing(p -> p.label.position())
            .thenComparing(p -> p.prediction.position()));
        Set<Box> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!taken.contains(pair.label) && !taken.contains(pair.prediction)) {
                taken.add(pair.label);
                taken.add(pair.prediction);
                matches.put(pair.label.position(), pair.prediction.position());
                matrix[pair.label.label()][pair.prediction.label()]++;
            }
        }
        int background = matrix.length - 1;
        ignoredLabels += crowds.size();
        labels.stream().filter(label -> !taken.contains(label)).forEach(label -> matrix[label.label()][background]++);
        for (Box prediction : predictions) {
            if (taken.contains(prediction)) {
                continue;
            }
            if (crowds.stream().anyMatch(crowd -> absorbs(crowd, prediction, thresholds.iou()))) {
                ignoredPredictions++;
            } else {
                matrix[background][prediction.label()]++;
            }
        }
    }

    private static boolean absorbs(Box crowd, Box prediction, double threshold) {
        double area = area(prediction);
        return crowd.label() == prediction.label() && area > 0 && intersection(crowd, prediction) / area >= threshold;
    }

    private static double intersection(Box a, Box p) {
        double width = Math.min(a.x() + a.width(), p.x() + p.width()) - Math.max(a.x(), p.x());
        double height = Math.min(a.y() + a.height(), p.y() + p.height()) - Math.max(a.y(), p.y());
        return width > 0 && height > 0 ? width * height : 0;
    }

    private static double area(Box box) {
        return box.width() * box.height();
    }
}
