package dev.errata.ui.mismatch.queries;

import java.util.function.ObjLongConsumer;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.content.TileJudge;
import dev.errata.ui.mismatch.inputs.MismatchInput;

/** Finds the tiles of a grid. Runs in the background and takes the dataset's read lock itself where nothing else is said. */
public interface TileQuery {

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

    /**
     * As {@link #grid(String, Progress)}; of many tiles the first ones come early.
     *
     * @param first gets a grid of the first tiles and the number of all, while the others are still put together; not called
     *     where that takes no time to speak of
     */
    default CellGrid grid(String order, Progress progress, ObjLongConsumer<CellGrid> first) {
        return grid(order, progress);
    }

    /** Judges tiles again. The caller holds the read lock. */
    TileJudge judge(CellGrid grid);
}
