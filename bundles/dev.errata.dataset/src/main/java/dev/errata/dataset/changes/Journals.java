package dev.errata.dataset.changes;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.journal.Journal;
import dev.errata.dataset.journal.postgres.PostgresJournal;
import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.model.Dataset;

/** The journals of a dataset, as the person at this computer writes them. */
public final class Journals {

    private Journals() {
    }

    /**
     * The journal that a document names. Nothing is read yet, and no server asked.
     *
     * @throws IOException if the document names no place for a journal
     */
    public static Journal of(Path dataset, Dataset document) throws IOException {
        return document.getJournal() == null ? files(dataset)
            : server(ServerAddress.parse(document.getJournal()), document.getJournalId());
    }

    /** The files in the dataset folder. */
    public static FileJournal files(Path dataset) {
        Person person = Person.current();
        return new FileJournal(dataset.resolve(FileJournal.FOLDER), person.name(), person.host());
    }

    /** The rows of a dataset on a server. */
    public static PostgresJournal server(ServerAddress server, String journalId) {
        Person person = Person.current();
        return new PostgresJournal(server, journalId, person.name(), person.host());
    }
}
