package dev.errata.review;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.Texts;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.review.Review.Suspect;

/** Makes up the name of a batch: by the classes if all of it is the same confusion, else by numbers. */
final class BatchName {

    private BatchName() {
    }

    static String of(OpenDataset dataset, List<Suspect> suspects) {
        int background = dataset.document().getClasses().size();
        Set<List<Integer>> cells = new HashSet<>();
        Set<Integer> images = new HashSet<>();
        Map<Integer, Map<Long, Integer>> labels = new HashMap<>();
        for (Suspect suspect : suspects) {
            images.add(suspect.image());
            int label = suspect.annotation() < 0 ? background
                : labels.computeIfAbsent(suspect.image(), image -> labels(dataset, image))
                    .getOrDefault(suspect.annotation(), background);
            cells.add(List.of(label, suspect.prediction() < 0 ? background : predicted(dataset, suspect, background)));
        }
        if (cells.size() > 1) {
            return Texts.format(Messages.mixedBatch, suspects.size(), images.size());
        }
        List<Integer> cell = cells.iterator().next();
        return Texts.format(Messages.pairBatch, dataset.className(cell.get(0)), dataset.className(cell.get(1)), suspects.size());
    }

    private static Map<Long, Integer> labels(OpenDataset dataset, int image) {
        Map<Long, Integer> labels = new HashMap<>();
        for (AnnotationState annotation : dataset.labels().of(image)) {
            labels.put(annotation.id(), annotation.label());
        }
        return labels;
    }

    private static int predicted(OpenDataset dataset, Suspect suspect, int background) {
        for (Run run : dataset.document().getRuns()) {
            if (run.getName().equals(suspect.run())) {
                PredictionColumns columns = dataset.predictions(run);
                int row = columns.rowAt(suspect.image(), suspect.prediction());
                if (row >= 0) {
                    return columns.label(row);
                }
            }
        }
        return background;
    }
}
