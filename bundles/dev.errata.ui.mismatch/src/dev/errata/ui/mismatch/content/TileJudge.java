package dev.errata.ui.mismatch.content;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.state.Conflict;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Partner;
import dev.errata.review.Review;
import dev.errata.ui.mismatch.content.CellGrid.Judgement;
import dev.errata.ui.mismatch.content.CellGrid.Judgements;
import dev.errata.ui.mismatch.tiles.TileState;
import dev.errata.ui.mismatch.tiles.Tiles.Box;
import dev.errata.ui.mismatch.tiles.Tiles;

/**
 * Says what became of tiles: it compares how a tile stood when the grid was filled with labels and matches as they are now, and
 * looks for verdicts and tasks. The caller holds the dataset's read lock as long as a judge is used.
 */
public final class TileJudge {

    private static final Judgement UNDECIDED = new Judgement(TileState.UNDECIDED, null);

    private final OpenDataset dataset;
    private final Run run;
    private final Tiles tiles;
    private final boolean ofCell;
    private final Evaluation evaluation;
    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;
    private final TileRows rows;
    /** The task that an object was sent to annotation in last. */
    private final Map<Looked, Task> tasks = new HashMap<>();
    private final Map<Looked, Verdict> verdicts = new HashMap<>();
    /** Ids of annotations that people changed differently at the same time. */
    private final Set<Long> conflicts;

    /** Judges the members of cells: whoever is matched differently has left its cell. */
    public static TileJudge ofCell(OpenDataset dataset, Run run, Tiles tiles) {
        return new TileJudge(dataset, run, tiles, true);
    }

    /** Judges suspects: they are not matched as their tiles show them, so only changes of the label itself decide them. */
    public static TileJudge ofSuspects(OpenDataset dataset, Run run, Tiles tiles) {
        return new TileJudge(dataset, run, tiles, false);
    }

    private TileJudge(OpenDataset dataset, Run run, Tiles tiles, boolean ofCell) {
        this.dataset = dataset;
        this.run = run;
        this.tiles = tiles;
        this.ofCell = ofCell;
        evaluation = dataset.evaluations().of(run, Progress.NONE);
        annotations = evaluation.annotations();
        predictions = evaluation.predictions();
        rows = new TileRows(tiles, new Compared(annotations, predictions));
        conflicts = dataset.changes().conflicts().stream().map(Conflict::annotation).collect(Collectors.toSet());
        Review review = Review.of(dataset);
        for (Batch batch : review.batches()) {
            for (Task task : batch.getTasks()) {
                task.getTargets().forEach(target -> put(tasks, task.getImageIndex(), target, task));
            }
        }
        for (Verdict verdict : review.verdicts()) {
            put(verdicts, verdict.getImageIndex(), verdict.getTarget(), verdict);
        }
    }

    /** What is about a prediction of another run is about another tile. */
    private <T> void put(Map<Looked, T> map, int image, Target target, T value) {
        if (target.getPrediction() < 0 || run.getName().equals(target.getRun())) {
            map.put(new Looked(image, target.getAnnotation(), target.getPrediction()), value);
        }
    }

    public Judgements all() {
        Judgements judgements = new Judgements(tiles.size());
        for (int tile = 0; tile < tiles.size(); tile++) {
            Judgement judgement = judge(tile);
            if (judgement != UNDECIDED) {
                judgements.put(tile, judgement);
            }
        }
        return judgements;
    }

    public Map<Integer, Judgement> ofImages(Set<Integer> images) {
        Map<Integer, Judgement> judgements = new HashMap<>();
        images.forEach(image -> tiles.ofImage(image, tile -> judgements.put(tile, judge(tile))));
        return judgements;
    }

    private Judgement judge(int tile) {
        Judgement change = tiles.hasAnnotation(tile) ? ofAnnotation(tile) : ofPrediction(tile);
        if (!conflicts.isEmpty() && conflicts.contains(tiles.annotation(tile))) {
            return conflict(change);
        }
        return change != null ? change : decision(tile);
    }

    private static Judgement conflict(Judgement change) {
        return change != null && change.state().leftCell() ? new Judgement(TileState.CONFLICT_LEFT, null)
            : new Judgement(TileState.CONFLICT, null);
    }

    /** Null where the pair is as it was. */
    private Judgement ofAnnotation(int tile) {
        int row = rows.annotation(tile);
        if (row < 0) {
            return new Judgement(TileState.DELETED, null);
        }
        int label = annotations.label(row);
        if (label != tiles.groundTruth(tile)) {
            return new Judgement(TileState.RELABELLED, NLS.bind(Messages.State_relabelledTo,
                VisibleText.oneLine(dataset.className(label))));
        }
        int match = evaluation.predictionOf(row);
        int position = match >= 0 ? predictions.position(match) : Tiles.NONE;
        if (match != Partner.IGNORED && position == tiles.prediction(tile)) {
            return null;
        }
        if (ofCell && tiles.hasPrediction(tile) && agreed(tile, rows.prediction(tile))) {
            return new Judgement(TileState.ACCEPTED, null);
        }
        Box box = new Box((float) annotations.x(row), (float) annotations.y(row), (float) annotations.width(row),
            (float) annotations.height(row));
        if (!box.equals(tiles.annotationBox(tile))) {
            return new Judgement(TileState.RESHAPED, null);
        }
        return ofCell ? new Judgement(TileState.REMATCHED, null) : null;
    }

    /** Null where the prediction has no annotation, as before. */
    private Judgement ofPrediction(int tile) {
        int row = rows.prediction(tile);
        if (row >= 0 && evaluation.annotationOf(row) == Partner.UNMATCHED) {
            return null;
        }
        if (agreed(tile, row)) {
            return new Judgement(TileState.ACCEPTED, null);
        }
        return ofCell ? new Judgement(TileState.REMATCHED, null) : null;
    }

    /** Whether a prediction is matched with an annotation of its own class. */
    private boolean agreed(int tile, int predictionRow) {
        int annotation = predictionRow < 0 ? Partner.UNMATCHED : evaluation.annotationOf(predictionRow);
        return annotation >= 0 && annotations.label(annotation) == predictions.label(predictionRow)
            && predictions.label(predictionRow) != tiles.groundTruth(tile);
    }

    /** The verdict or the task, whichever is newer. */
    private Judgement decision(int tile) {
        if (tasks.isEmpty() && verdicts.isEmpty()) {
            return UNDECIDED;
        }
        Looked key = new Looked(tiles.image(tile), tiles.annotation(tile), tiles.prediction(tile));
        Verdict verdict = verdicts.get(key);
        Task task = tasks.get(key);
        if (task != null && (verdict == null || verdict.getAt() <= task.getBatch().getCreatedAt())) {
            return ofTask(task);
        }
        return verdict == null ? UNDECIDED : new Judgement(TileState.of(verdict.getKind()), null);
    }

    private static Judgement ofTask(Task task) {
        TileState state = switch (task.getState()) {
            case OPEN -> TileState.SENT;
            case SUBMITTED -> TileState.IN_REVIEW;
            case RETURNED -> TileState.RETURNED;
            case ACCEPTED -> TileState.REVIEWED;
        };
        return new Judgement(state, null);
    }

    /** What somebody decided about, or sent to annotation. */
    private record Looked(int image, long annotation, int prediction) {
    }
}
