package dev.errata.ui.mismatch;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.mismatch.canvas.EarlyCrops;
import dev.errata.ui.mismatch.content.CellGrid;

/** The grid that a feed fills, called on the UI thread where nothing else is said. */
interface GridView {

    /** The dataset is there; its tiles are being sought. Those shown until now stay until then. */
    void loading(OpenDataset dataset);

    /** Has the first crops of a grid made that will be shown soon. On any thread. */
    EarlyCrops earlyCrops(CellGrid grid);

    /**
     * The first tiles of many are there; all of them follow soon.
     *
     * @param count the number in the cell
     */
    void begun(CellGrid grid, EarlyCrops crops, long count);

    /**
     * All tiles are there.
     *
     * @param first those that it {@link #begun} with
     * @param count the number in the cell
     */
    void completed(CellGrid grid, CellGrid first, long count);

    /** @param count the number in the cell */
    void loaded(CellGrid grid, EarlyCrops crops, long count);

    /**
     * The states of the grid's tiles were brought up to date.
     *
     * @param count the number in the cell
     * @param reopened the tiles whose decision was taken back, in order
     */
    void judged(long count, int[] reopened);

    /** Whether a person can see the grid now. */
    boolean isShown();

    /** The tiles are not those of the cell any more. They are sought when the grid is {@link GridFeed#shown shown}. */
    void outdated();

    /** There is nothing to show: the dataset was closed, or cannot be read. */
    void gone(String reason);
}
