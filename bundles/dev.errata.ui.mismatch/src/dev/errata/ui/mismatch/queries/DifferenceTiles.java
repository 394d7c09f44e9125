package dev.errata.ui.mismatch.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Difference;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.Explanation;
import dev.errata.engine.evaluation.Place;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.overlaps.Overlap;
import dev.errata.ui.mismatch.content.CellGrid.Note;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.content.TileJudge;
import dev.errata.ui.mismatch.inputs.MismatchInput;
import dev.errata.ui.mismatch.tiles.Texts;
import dev.errata.ui.mismatch.tiles.Tiles;

/** Finds the objects that another profile counts in another cell, at the thresholds of the matrix, and says why. */
final class DifferenceTiles implements TileQuery {

    private final OpenDataset dataset;
    private final Run run;
    private final Profile profile;

    DifferenceTiles(OpenDataset dataset, MismatchInput input) throws DatasetException {
        this.dataset = dataset;
        run = dataset.run(input.run());
        profile = Profile.of(input.profile())
            .orElseThrow(() -> new DatasetException(NLS.bind(Messages.DifferenceTiles_noProfile, input.profile())));
    }

    @Override
    public long count(CellGrid grid) {
        return grid.tiles().size();
    }

    @Override
    public CellGrid grid(String order, Progress progress) {
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            Evaluation shown = dataset.evaluations().of(run, progress);
            Evaluation other = Evaluation.of(shown.annotations(), shown.predictions(), shown.matrix().classCount(),
                shown.thresholds(), profile, shown.rules(), dataset.evaluations().overlaps(run, progress), progress);
            other.select(shown.selection(), progress);
            Explanation explanation = Explanation.of(shown, other);
            Tiles.Builder tiles = new Tiles.Builder(explanation.differences().size());
            List<Note> notes = new ArrayList<>();
            for (Difference difference : explanation.differences()) {
                add(difference, shown, tiles);
                notes.add(new Note(NLS.bind(Messages.DifferenceTiles_brief, place(difference.second())),
                    explanation.reason(difference), Double.NaN));
            }
            Tiles built = tiles.build();
            return new CellGrid(dataset, run, built, notes, TileJudge.ofSuspects(dataset, run, built).all());
        } finally {
            lock.unlock();
        }
    }

    /** A tile shows the object and what the matrix matches it with. */
    private static void add(Difference difference, Evaluation shown, Tiles.Builder tiles) {
        AnnotationColumns annotations = shown.annotations();
        PredictionColumns predictions = shown.predictions();
        int partner = Math.max(-1, difference.firstPartner());
        int annotation = difference.annotation() >= 0 ? difference.annotation() : partner;
        int prediction = difference.annotation() >= 0 ? partner : difference.prediction();
        double iou = annotation >= 0 && prediction >= 0
            ? Overlap.iou(annotations, annotation, predictions, prediction) : 0;
        tiles.pair(annotations, annotation, predictions, prediction, difference.image(), shown.matrix().background(), iou);
    }

    private String place(Place place) {
        if (place.isCell()) {
            return Texts.classes(dataset.className(place.groundTruth()), dataset.className(place.predicted()));
        }
        return place.equals(Place.IGNORED) ? Messages.DifferenceTiles_ignored : Messages.DifferenceTiles_belowConfidence;
    }

    @Override
    public TileJudge judge(CellGrid grid) {
        return TileJudge.ofSuspects(dataset, run, grid.tiles());
    }
}
