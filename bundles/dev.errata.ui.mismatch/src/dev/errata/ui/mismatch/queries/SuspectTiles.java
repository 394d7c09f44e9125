package dev.errata.ui.mismatch.queries;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.Compared;
import dev.errata.dataset.filter.Filter;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.overlaps.Overlap;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.review.Decisions;
import dev.errata.ui.mismatch.content.CellGrid.Note;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.content.TileJudge;
import dev.errata.ui.mismatch.inputs.MismatchInput;
import dev.errata.ui.mismatch.tiles.Texts;
import dev.errata.ui.mismatch.tiles.Tiles;

/** Finds the labels of a whole dataset that a method suspects, those on the diagonal of the matrix included. */
final class SuspectTiles implements TileQuery {

    /** Nobody looks at more, and some methods have something against every label. */
    private static final int MOST = 10_000;

    private final OpenDataset dataset;
    private final Run run;

    SuspectTiles(OpenDataset dataset, MismatchInput input) throws DatasetException {
        this.dataset = dataset;
        run = dataset.run(input.run());
    }

    @Override
    public long count(CellGrid grid) {
        return grid.tiles().size();
    }

    @Override
    public CellGrid grid(String order, Progress progress) {
        SuspectMethod method = SuspectMethod.of(order).orElse(SuspectMethod.ERRATA);
        Lock lock = dataset.lock().readLock();
        lock.lock();
        try {
            SuspectInput input = Decisions.input(dataset, run);
            List<Suspect> all = Suspects.rank(method, input, dataset.evaluations().matching().rules(), progress);
            Filter filter = dataset.evaluations().filter().orElse(null);
            Compared of = new Compared(input.annotations(), input.predictions());
            // the ranking is over the whole dataset, whatever of it is shown
            List<Suspect> first = filter == null ? all.subList(0, Math.min(MOST, all.size()))
                : all.stream().filter(suspect -> filter.includes(of, suspect.image(), suspect.annotation(), suspect.prediction()))
                    .limit(MOST).toList();
            Tiles.Builder tiles = new Tiles.Builder(first.size());
            List<Note> notes = new ArrayList<>(first.size());
            for (Suspect suspect : first) {
                boolean both = suspect.annotation() >= 0 && suspect.prediction() >= 0;
                tiles.pair(input.annotations(), suspect.annotation(), input.predictions(), suspect.prediction(), suspect.image(),
                    dataset.document().getClasses().size(), both ? Overlap.iou(input.annotations(), suspect.annotation(),
                        input.predictions(), suspect.prediction()) : 0);
                notes.add(new Note(NLS.bind(Messages.SuspectTiles_brief, Texts.kind(suspect.kind()),
                    Texts.fraction(suspect.score())), suspect.reason(),
                    method == SuspectMethod.ERRATA ? suspect.score() : Double.NaN));
            }
            Tiles built = tiles.build();
            return new CellGrid(dataset, run, built, notes, TileJudge.ofSuspects(dataset, run, built).all());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TileJudge judge(CellGrid grid) {
        return TileJudge.ofSuspects(dataset, run, grid.tiles());
    }
}
