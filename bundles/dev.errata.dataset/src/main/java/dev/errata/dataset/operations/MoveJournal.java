package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;

import org.eclipse.emf.ecore.util.EcoreUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.changes.Journals;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.journal.Journal;
import dev.errata.dataset.journal.Journal.Additions;
import dev.errata.dataset.journal.Journal.Cursor;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.journal.postgres.KnownServers;
import dev.errata.dataset.journal.postgres.PostgresJournal;
import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.model.Dataset;
import dev.errata.engine.Progress;
import dev.errata.formats.io.FileFaults;

/**
 * Moves the journal of a dataset: every entry is copied and compared, then the document says where changes are kept from now on.
 * Where it was it stays as it is. If anything fails or somebody stops it, the document is as it was, and it can be done again:
 * what was copied already is not copied twice. Programs that have the dataset open notice, and take no change any more.
 */
public final class MoveJournal {

    /** The name of the files in the dataset folder as a place for a journal. */
    public static final String FILES = "files";

    private final Path folder;
    private final Dataset document;
    private final Progress progress;

    private MoveJournal(Path folder, Dataset document, Progress progress) {
        this.folder = folder;
        this.document = document;
        this.progress = progress;
    }

    /**
     * @param place {@link #FILES}, or the address of a database; where the journal is there already, what others left in the
     *     files is taken over
     * @return how many entries were copied
     * @throws DatasetException if it could not be done; then changes are kept where they were
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; likewise
     */
    public static int run(Path dataset, String place, Progress progress) throws DatasetException {
        Path folder = dataset.toAbsolutePath().normalize();
        try {
            Dataset document = DocumentFile.load(folder);
            String why = DocumentFile.whyReadOnly(folder, document);
            if (why != null) {
                throw new DatasetException("The journal was not moved: " + why + ".");
            }
            MoveJournal move = new MoveJournal(folder, document, progress);
            return place.equals(FILES) ? move.toFiles() : move.toServer(ServerAddress.parse(place));
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException("The journal was not moved: " + FileFaults.told(e), e);
        }
    }

    private int toFiles() throws IOException {
        if (document.getJournal() == null) {
            return 0;
        }
        try (PostgresJournal from = server(); Journal to = Journals.files(folder)) {
            int copied = copyAndEnd(from, to);
            save(null);
            return copied;
        }
    }

    private int toServer(ServerAddress server) throws IOException {
        if (document.getJournalId() == null) {
            // before anything is copied: doing it again must find that
            document.setJournalId(UUID.randomUUID().toString());
            save(document.getJournal());
        }
        // who names it knows it
        KnownServers.add(server);
        try (PostgresJournal to = Journals.server(server, document.getJournalId())) {
            to.create();
            if (isElsewhere(server)) {
                try (PostgresJournal from = server()) {
                    int copied = copyAndEnd(from, to);
                    begin(to);
                    save(server.toString());
                    return copied;
                }
            }
            try (Journal files = Journals.files(folder)) {
                int copied = copy(files, to);
                begin(to);
                save(server.toString());
                // others may have written until they noticed
                return copied + copy(files, to);
            }
        }
    }

    /** The journal that the document names. */
    private PostgresJournal server() throws IOException {
        return Journals.server(ServerAddress.parse(document.getJournal()), document.getJournalId());
    }

    /** Whether the changes are kept in another database; another way to the same one is none. */
    private boolean isElsewhere(ServerAddress server) throws IOException {
        return document.getJournal() != null && !ServerAddress.parse(document.getJournal()).place().equals(server.place());
    }

    /** Nothing else of the document is touched: somebody may have changed it meanwhile. */
    private void save(String journal) throws IOException {
        Dataset written = EcoreUtil.copy(DocumentFile.load(folder));
        written.setJournalId(document.getJournalId());
        written.setJournal(journal);
        DocumentFile.save(written, folder);
    }

    /** Copies until there is nothing more, and lets nobody add anything behind that. */
    private int copyAndEnd(PostgresJournal from, Journal to) throws IOException {
        int copied = 0;
        while (true) {
            Additions all = from.since(null);
            copied += copy(all, to);
            if (all.ended() || from.end(true, all.next()).isPresent()) {
                return copied;
            }
        }
    }

    /** Takes back that a journal ended, where an earlier move said so. */
    private static void begin(PostgresJournal journal) throws IOException {
        Additions all = journal.since(null);
        while (all.ended() && journal.end(false, all.next()).isEmpty()) {
            all = journal.since(null);
        }
    }

    private int copy(Journal from, Journal to) throws IOException {
        return copy(from.since(null), to);
    }

    private int copy(Additions wanted, Journal to) throws IOException {
        Additions there = to.since(null);
        if (wanted.newer() || there.newer()) {
            throw new IOException("a newer version of this program wrote some of it. Update this program first");
        }
        List<JournalEntry> missing = missing(wanted.entries(), there.entries());
        Cursor read = there.next();
        progress.begin("Copying changes", missing.size());
        for (JournalEntry entry : missing) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            read = append(to, entry, read);
            progress.advance(1);
        }
        compare(wanted.entries(), to.since(null).entries());
        return missing.size();
    }

    /** What is in one journal alone, each once, in the order in which it counts. */
    static List<JournalEntry> missing(List<JournalEntry> wanted, List<JournalEntry> there) {
        Set<String> known = new HashSet<>();
        there.forEach(entry -> known.add(entry.id()));
        return wanted.stream().filter(entry -> known.add(entry.id())).sorted().toList();
    }

    private static Cursor append(Journal to, JournalEntry entry, Cursor read) throws IOException {
        Cursor from = read;
        while (true) {
            Cursor next = to.append(entry, from).orElse(null);
            if (next != null) {
                return next;
            }
            from = to.since(from).next();
        }
    }

    private static void compare(List<JournalEntry> wanted, List<JournalEntry> copies) throws IOException {
        Map<String, JournalEntry> byId = new HashMap<>();
        copies.forEach(copy -> byId.put(copy.id(), copy));
        for (JournalEntry entry : wanted) {
            if (!entry.equals(byId.get(entry.id()))) {
                throw new IOException("the entry " + entry.id() + " by " + entry.author() + " is not there as it was. Try again");
            }
        }
    }
}
