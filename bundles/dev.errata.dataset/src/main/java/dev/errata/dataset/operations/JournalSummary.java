package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.changes.Journals;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.journal.Journal;
import dev.errata.dataset.journal.Journal.Additions;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Dataset;
import dev.errata.formats.io.FileFaults;

/**
 * Where the changes of a dataset are kept, and what is there.
 *
 * @param place {@link MoveJournal#FILES}, or the address of a database
 * @param entries how many commands were recorded
 * @param people who made them
 * @param left how many are in the files of the folder alone, though changes are kept elsewhere
 */
public record JournalSummary(String place, int entries, SortedSet<String> people, int left) {

    /** @throws DatasetException if there is no dataset, or its journal cannot be read */
    public static JournalSummary of(Path dataset) throws DatasetException {
        Path folder = dataset.toAbsolutePath().normalize();
        Dataset document = DocumentFile.load(folder);
        try (Journal journal = Journals.of(folder, document); Journal files = Journals.files(folder)) {
            Additions all = journal.since(null);
            List<JournalEntry> entries = MoveJournal.missing(all.entries(), List.of());
            SortedSet<String> people = new TreeSet<>();
            entries.forEach(entry -> people.add(entry.author()));
            int left = document.getJournal() == null ? 0
                : MoveJournal.missing(files.since(null).entries(), entries).size();
            return new JournalSummary(placeOf(document), entries.size(), people, left);
        } catch (IOException e) {
            throw new DatasetException("The journal cannot be read: " + FileFaults.told(e), e);
        }
    }

    /** Where a document says that changes are kept. */
    public static String placeOf(Dataset document) {
        return document.getJournal() == null ? MoveJournal.FILES : document.getJournal();
    }
}
