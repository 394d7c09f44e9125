package dev.errata.dataset.operations;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.journal.JournalEntry;

/** Takes back the newest command that was not taken back yet, whoever made it, also after a restart. */
public final class UndoLast {

    private UndoLast() {
    }

    /**
     * @return what was taken back
     * @throws DatasetException if there is nothing, or somebody changed all of it again since
     */
    public static JournalEntry run(OpenDataset dataset) throws DatasetException {
        dataset.changes().refresh();
        JournalEntry entry = dataset.changes().newestStanding()
            .orElseThrow(() -> new DatasetException("There is nothing to undo in " + dataset.name() + "."));
        if (dataset.changes().takeBack(entry).isEmpty()) {
            throw new DatasetException("\"" + entry.label() + "\" by " + entry.author()
                + " cannot be undone: all of it was changed again since.");
        }
        return entry;
    }
}
