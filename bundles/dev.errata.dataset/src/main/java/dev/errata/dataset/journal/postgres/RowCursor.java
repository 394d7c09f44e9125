package dev.errata.dataset.journal.postgres;

import dev.errata.dataset.journal.Journal;

/**
 * A row of a dataset.
 *
 * @param seq its number, from 1
 * @param id of its entry: another row may have the number after a backup was put back
 */
record RowCursor(long seq, String id) implements Journal.Cursor {

    /** Before the first row. */
    static final RowCursor BEGIN = new RowCursor(0, "");
}
