package dev.errata.ui.mismatch;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.queries.TileQuery;

/** A grid, and the query that found its tiles in a dataset. */
record LoadedGrid(OpenDataset dataset, TileQuery query, CellGrid grid) {
}
