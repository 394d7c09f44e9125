package dev.errata.ui.mismatch;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.engine.Progress;

/** Finds the tiles of a grid. Runs in the background and takes the dataset's read lock itself where nothing else is said. */
interface TileQuery {

    /** @throws DatasetException if the dataset has no such run or class (any more) */
    static TileQuery of(OpenDataset dataset, MismatchInput input) throws DatasetException {
        return switch (input.kind()) {
            case CELL, ALL -> new CellQuery(dataset, input);
            case SUSPECTS -> new SuspectTiles(dataset, input);
            case DIFFERENCES -> new DifferenceTiles(dataset, input);
        };
    }

    /** The number that stands in the grid's title. The caller holds the read lock. */
    long count(CellGrid grid);

    /**
     * @param order the name of an order
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    CellGrid grid(String order, Progress progress);

    /** Judges tiles again. The caller holds the read lock. */
    TileJudge judge(CellGrid grid);
}
