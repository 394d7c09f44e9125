package dev.errata.ui.mismatch.queries;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Lock;
import java.util.function.ObjLongConsumer;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.operations.MismatchQuery;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.ranking.RankedPair;
import dev.errata.review.Decisions;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.content.TileJudge;
import dev.errata.ui.mismatch.inputs.MismatchInput.Kind;
import dev.errata.ui.mismatch.inputs.MismatchInput;
import dev.errata.ui.mismatch.tiles.Tiles;

/** Finds the tiles of a cell, or of all mismatches. */
final class CellQuery implements TileQuery {

    private static final int CANCEL_EVERY = 4096;
    /** From more tiles than these on, the first ones are shown before the others are put together. */
    private static final int MANY = 10_000;
    /** More than a screen shows at once. */
    private static final int FIRST = 500;

    private final OpenDataset dataset;
    private final MismatchInput input;
    private final Run run;

    /** @throws DatasetException if the dataset has no such run or class (any more) */
    CellQuery(OpenDataset dataset, MismatchInput input) throws DatasetException {
        this.dataset = dataset;
        this.input = input;
        run = dataset.run(input.run());
        if (input.kind() == Kind.CELL && (input.groundTruth(dataset) < 0 || input.predicted(dataset) < 0)) {
            throw new DatasetException(NLS.bind(Messages.CellQuery_noClass, input.getName(), dataset.name()));
        }
    }

    /** The number in the cell now, or the number of all mismatches. */
    @Override
    public long count(CellGrid grid) {
        Evaluation evaluation = dataset.evaluations().of(run, Progress.NONE);
        return input.kind() == Kind.CELL ? evaluation.matrix().count(input.groundTruth(dataset), input.predicted(dataset))
            : evaluation.mismatchCount();
    }

    @Override
    public CellGrid grid(String order, Progress progress) {
        return grid(order, progress, (early, count) -> { });
    }

    @Override
    public CellGrid grid(String order, Progress progress, ObjLongConsumer<CellGrid> first) {
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            // not before: another profile may take its place until the lock is held
            Evaluation evaluation = dataset.evaluations().of(run, progress);
            MismatchQuery members = new MismatchQuery().order(order);
            if (input.kind() == Kind.CELL) {
                members.cell(input.groundTruth(dataset), input.predicted(dataset));
            }
            List<RankedPair> ranked = members.ranked(evaluation, () -> Decisions.input(dataset, run), progress);
            if (ranked.size() > MANY) {
                first.accept(grid(tiles(evaluation, ranked.subList(0, FIRST), Progress.NONE)), ranked.size());
            }
            return grid(tiles(evaluation, ranked, progress));
        } finally {
            lock.unlock();
        }
    }

    private CellGrid grid(Tiles tiles) {
        return new CellGrid(dataset, run, tiles, CellGrid.NO_NOTES, TileJudge.ofCell(dataset, run, tiles).all());
    }

    @Override
    public TileJudge judge(CellGrid grid) {
        return TileJudge.ofCell(dataset, run, grid.tiles());
    }

    private static Tiles tiles(Evaluation evaluation, List<RankedPair> ranked, Progress progress) {
        AnnotationColumns annotations = evaluation.annotations();
        PredictionColumns predictions = evaluation.predictions();
        int background = evaluation.matrix().background();
        progress.begin(Messages.CellQuery_task, ranked.size());
        Tiles.Builder tiles = new Tiles.Builder(ranked.size());
        for (int i = 0; i < ranked.size(); i++) {
            MatchedPair pair = ranked.get(i).pair();
            tiles.pair(annotations, pair.annotation(), predictions, pair.prediction(), pair.image(), background, pair.iou());
            if (i % CANCEL_EVERY == CANCEL_EVERY - 1) {
                progress.advance(CANCEL_EVERY);
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
            }
        }
        return tiles.build();
    }
}
