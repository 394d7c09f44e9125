package dev.errata.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.operations.SuspectQuery;
import dev.errata.dataset.state.AnnotationState;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.Verdicts;

/**
 * What people decided about the labels so far, for the ranking to learn from: verdicts, and fixes that stand. A label that got
 * another class or box, or was deleted, was wrong; where one was added that a prediction shows, one was missing. Ambiguous and
 * ignored mismatches say nothing.
 */
public final class Decisions {

    /** From this IoU on a prediction shows an object that was added. */
    private static final double OVERLAP = 0.5;

    private final OpenDataset dataset;
    private final Run run;
    private final PredictionColumns predictions;
    private final Map<Key, Boolean> wrong = new LinkedHashMap<>();
    private final Set<Integer> images = new TreeSet<>();

    private Decisions(OpenDataset dataset, Run run) {
        this.dataset = dataset;
        this.run = run;
        predictions = dataset.predictions(run);
    }

    /** About a label by its id, or, where {@code prediction} is not -1, about what the prediction in that row shows. */
    private record Key(int image, long annotation, int prediction) {
    }

    /**
     * Gathers the decisions. The caller holds the dataset's read lock.
     *
     * @param run whose predictions were decided about; decisions about labels count for all runs
     */
    public static Verdicts of(OpenDataset dataset, Run run) {
        Decisions decisions = new Decisions(dataset, run);
        Review.of(dataset).verdicts().forEach(decisions::add);
        // a fix says more than a verdict before it
        dataset.changes().images().forEach(decisions::addFixes);
        return decisions.verdicts();
    }

    /**
     * What the methods that find suspects look at, with what was decided. The caller holds the dataset's read lock while it is
     * used.
     */
    public static SuspectInput input(OpenDataset dataset, Run run) {
        return SuspectQuery.input(dataset, run).with(of(dataset, run));
    }

    private void add(Verdict verdict) {
        int image = verdict.getImageIndex();
        boolean labelWrong = verdict.getKind() == VerdictKind.LABEL_WRONG || verdict.getKind() == VerdictKind.BOTH_WRONG;
        if (image < 0 || image >= dataset.imageCount() || !labelWrong && verdict.getKind() != VerdictKind.MODEL_WRONG) {
            return;
        }
        Target target = verdict.getTarget();
        if (target.getAnnotation() != -1) {
            put(image, target.getAnnotation(), -1, labelWrong);
        } else if (run.getName().equals(target.getRun())) {
            int row = predictions.rowAt(image, target.getPrediction());
            if (row >= 0) {
                put(image, -1, row, labelWrong);
            }
        }
    }

    private void put(int image, long annotation, int prediction, boolean isWrong) {
        images.add(image);
        wrong.put(new Key(image, annotation, prediction), isWrong);
    }

    private void addFixes(int image) {
        Map<Long, AnnotationState> now = new HashMap<>();
        dataset.labels().of(image).forEach(state -> now.put(state.id(), state));
        Set<Long> before = new HashSet<>();
        for (AnnotationState state : dataset.labels().imported(image)) {
            before.add(state.id());
            AnnotationState fixed = now.get(state.id());
            if (fixed == null || fixed.label() != state.label() || !Arrays.equals(fixed.box(), state.box())) {
                put(image, state.id(), -1, true);
            }
        }
        now.values().stream().filter(state -> !before.contains(state.id())).forEach(state -> addShown(image, state));
    }

    /** The most confident prediction on an added label is what would have been asked about. */
    private void addShown(int image, AnnotationState added) {
        int best = -1;
        for (int row = predictions.begin(image); row < predictions.end(image); row++) {
            if (iou(added.box(), row) >= OVERLAP
                && (best < 0 || predictions.confidence(row) > predictions.confidence(best))) {
                best = row;
            }
        }
        if (best >= 0) {
            put(image, -1, best, true);
        }
    }

    private double iou(double[] box, int row) {
        double width = Math.min(box[0] + box[2], predictions.x(row) + predictions.width(row))
            - Math.max(box[0], predictions.x(row));
        double height = Math.min(box[1] + box[3], predictions.y(row) + predictions.height(row))
            - Math.max(box[1], predictions.y(row));
        double shared = Math.max(0, width) * Math.max(0, height);
        double all = box[2] * box[3] + predictions.width(row) * predictions.height(row) - shared;
        return shared > 0 ? shared / all : 0;
    }

    private Verdicts verdicts() {
        AnnotationRows rows = new AnnotationRows(images.size() * 16);
        List<Integer> imageOfRow = new ArrayList<>();
        for (int image : images) {
            for (AnnotationState state : dataset.labels().imported(image)) {
                double[] box = state.box();
                rows.add(state.id(), state.label(), box[0], box[1], box[2], box[3], state.area(), state.crowd(),
                    state.position());
                imageOfRow.add(image);
            }
        }
        List<Key> keys = List.copyOf(wrong.keySet());
        boolean[] isWrong = new boolean[keys.size()];
        for (int i = 0; i < isWrong.length; i++) {
            isWrong[i] = wrong.get(keys.get(i));
        }
        return new Verdicts(
            AnnotationColumns.grouped(dataset.imageCount(), imageOfRow.stream().mapToInt(Integer::intValue).toArray(), rows),
            keys.stream().mapToInt(Key::image).toArray(), keys.stream().mapToLong(Key::annotation).toArray(),
            keys.stream().mapToInt(Key::prediction).toArray(), isWrong);
    }
}
