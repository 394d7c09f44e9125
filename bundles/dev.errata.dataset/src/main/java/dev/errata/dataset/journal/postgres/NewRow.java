package dev.errata.dataset.journal.postgres;

/**
 * A row to be added.
 *
 * @param id of the entry: no other row of the dataset has it
 * @param writer the person and the computer
 * @param entry JSON
 */
record NewRow(String id, String writer, String entry) {
}
