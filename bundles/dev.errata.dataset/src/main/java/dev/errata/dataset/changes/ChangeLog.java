package dev.errata.dataset.changes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.journal.Journal;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.journal.JournalIssue;
import dev.errata.dataset.journal.UncertainAppendException;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.PlacedChange;
import dev.errata.formats.io.FileFaults;

/**
 * The journal of a dataset and what it folds to. Changes are made one after another: what a change is made upon cannot move
 * before it is written. Nothing is folded before it is on disk.
 */
final class ChangeLog {

    private final Path dataset;
    private final Journal journal;
    private final JournalPlace place;
    private final FoldedJournal folded;
    private final String author;
    private final Consumer<List<JournalEntry>> apply;
    private final List<JournalIssue> issues = new ArrayList<>();
    private Journal.Cursor cursor;
    private volatile String readOnly;

    /**
     * @param dataset its folder
     * @param apply folds entries under the dataset's write lock
     */
    ChangeLog(Path dataset, Journal journal, JournalPlace place, FoldedJournal folded, String author,
        Consumer<List<JournalEntry>> apply) {
        this.dataset = dataset;
        this.journal = journal;
        this.place = place;
        this.folded = folded;
        this.author = author;
        this.apply = apply;
    }

    /** Folds what was added by others; gives whether there was anything. */
    synchronized boolean refresh() throws DatasetException {
        if (DocumentFile.isIn(dataset)) {
            place.check();
        }
        Journal.Additions additions;
        try {
            additions = journal.since(cursor);
        } catch (IOException e) {
            throw new DatasetException("The journal cannot be read: " + FileFaults.told(e), e);
        }
        if (additions.ended()) {
            throw new DatasetException("The changes of this dataset are not kept by this server any more: somebody moved them."
                + " Close the dataset, and open it again with the " + DocumentFile.NAME + " that says where they are now.");
        }
        cursor = additions.next();
        issues.addAll(additions.issues());
        if (additions.newer()) {
            setReadOnly("a newer version of this program wrote some of its changes. Update this program to change anything");
        }
        List<JournalEntry> unknown = additions.entries().stream()
            .filter(entry -> folded.entry(entry.id()) == null)
            .toList();
        if (!unknown.isEmpty()) {
            apply.accept(unknown);
        }
        return !unknown.isEmpty();
    }

    void setReadOnly(String reason) {
        readOnly = reason;
    }

    /** Why nothing can be changed; empty where it can. */
    Optional<String> readOnly() {
        return Optional.ofNullable(readOnly);
    }

    synchronized List<JournalIssue> issues() {
        return List.copyOf(issues);
    }

    /**
     * Makes changes, durably. Changes to the value that a field has already are left out.
     *
     * @throws DatasetException if it could not be done, or a teammate changed the same fields before it was written
     */
    synchronized Attempt commit(String label, String reason, ChangeMaker maker) throws DatasetException {
        return write(label, reason, "", based(maker.make(), false));
    }

    /**
     * Takes an entry back. What somebody changed again since stays, and what somebody else did, too, without knowing of it: that
     * is another entry, to be taken back by itself.
     */
    synchronized Attempt takeBack(JournalEntry entry, String label) throws DatasetException {
        List<JournalChange> inverse = new ArrayList<>();
        for (int i = entry.changes().size() - 1; i >= 0; i--) {
            JournalChange change = entry.changes().get(i);
            FieldHistory history = folded.history(change);
            List<PlacedChange> standing = history == null ? List.of() : history.standing();
            if (!standing.isEmpty() && standing.getLast().id().equals(entry.changeId(i))) {
                inverse.add(inverse(change, history, standing));
            }
        }
        return write(label, "", entry.id(), based(inverse, true));
    }

    private static JournalChange inverse(JournalChange change, FieldHistory history, List<PlacedChange> standing) {
        boolean existence = change.field().equals(JournalChange.EXISTENCE);
        if (!existence) {
            return JournalChange.of(JournalChange.SET, change.space(), change.image(), change.annotation(), change.field(),
                change.newValue(), history.valueBefore(standing));
        }
        String operation = history.existedBefore(standing) ? JournalChange.RESTORE : JournalChange.DELETE;
        return JournalChange.of(operation, change.space(), change.image(), change.annotation(), change.field(),
            change.newValue(), change.oldValue());
    }

    /** The newest entry that was not taken back and took nothing back. */
    synchronized Optional<JournalEntry> newestStanding() {
        return folded.entries().reversed().stream().filter(folded::stands).findFirst();
    }

    /** Makes the changes of an entry again that was taken back. */
    synchronized Attempt makeAgain(JournalEntry entry) throws DatasetException {
        List<JournalChange> again = new ArrayList<>();
        for (JournalChange change : entry.changes()) {
            boolean addedOnce = change.operation().equals(JournalChange.ADD) && folded.history(change) != null;
            again.add(addedOnce
                ? JournalChange.of(JournalChange.RESTORE, change.space(), change.image(), change.annotation(), change.field(),
                    null, null)
                : change);
        }
        return write(entry.label(), entry.reason(), "", based(again, false));
    }

    private Attempt write(String label, String reason, String undoes, List<JournalChange> changes)
        throws DatasetException {
        if (readOnly != null) {
            throw new DatasetException("This dataset cannot be changed: " + readOnly + ".");
        }
        if (changes.isEmpty()) {
            return Attempt.NOTHING;
        }
        if (!DocumentFile.isIn(dataset)) {
            // an empty folder may be there: of a drive that is not mounted any more
            throw new DatasetException("The change was not made: the dataset is not in " + dataset
                + " any more. Bring the folder back, or open the dataset where it is now.");
        }
        place.check();
        JournalEntry entry = new JournalEntry(UUID.randomUUID().toString(), folded.nextLamport(), author,
            System.currentTimeMillis(), label, reason, undoes, changes);
        Optional<Journal.Cursor> next;
        try {
            next = journal.append(entry, cursor);
        } catch (UncertainAppendException e) {
            throw new DatasetException("Nobody can tell whether the change was made. It will show when the journal can be read"
                + " again, if it was: " + FileFaults.told(e), e);
        } catch (IOException e) {
            throw new DatasetException("The change could not be written to the journal, so it was not made: "
                + FileFaults.told(e), e);
        }
        if (next.isEmpty()) {
            readOn(undoes.isEmpty() ? changes : List.of());
            return Attempt.BEHIND;
        }
        cursor = next.get();
        apply.accept(List.of(entry));
        return new Attempt(Optional.of(entry), false);
    }

    /**
     * Folds what others added before a change of ours could be written.
     *
     * @param wanted what we would have changed
     * @throws DatasetException if they changed one of those fields otherwise: a person is to see that first
     */
    private void readOn(List<JournalChange> wanted) throws DatasetException {
        Journal.Cursor before = cursor;
        refresh();
        if (cursor.equals(before)) {
            throw new DatasetException("The change was not made: the journal takes none, and does not say why.");
        }
        for (JournalChange change : wanted) {
            FieldHistory history = folded.history(change);
            if (history != null && !history.latest().id().equals(change.base()) && !history.isAs(change)) {
                JournalEntry theirs = history.latest().entry();
                throw new DatasetException("The change was not made: " + theirs.author() + " changed the same meanwhile (\""
                    + theirs.label() + "\"). Look at what is there now, and change it again if that is wrong.");
            }
        }
    }

    /**
     * Fills in what each change is made upon; several changes of one field in one command come to the last of them.
     *
     * @param evenSame whether changes to the value that a field has already are kept
     */
    private List<JournalChange> based(List<JournalChange> wanted, boolean evenSame) {
        List<JournalChange> changes = new ArrayList<>(wanted.size());
        Set<Object> seen = new HashSet<>();
        for (int i = wanted.size() - 1; i >= 0; i--) {
            JournalChange change = wanted.get(i);
            Object field = List.of(change.space(), change.image(), change.annotation(), change.field());
            if (seen.add(field)) {
                based(change, evenSame).ifPresent(changes::add);
            }
        }
        return changes.reversed();
    }

    private Optional<JournalChange> based(JournalChange change, boolean evenSame) {
        FieldHistory history = folded.history(change);
        if (history == null) {
            boolean same = change.operation().equals(JournalChange.SET)
                && Objects.equals(change.oldValue(), change.newValue());
            return same || change.operation().equals(JournalChange.RESTORE) ? Optional.empty() : Optional.of(change);
        }
        PlacedChange latest = history.latest();
        JournalChange now = latest.change();
        boolean existence = change.field().equals(JournalChange.EXISTENCE);
        boolean same = existence
            ? now.operation().equals(JournalChange.DELETE) == change.operation().equals(JournalChange.DELETE)
            : Objects.equals(now.newValue(), change.newValue());
        if (same && !evenSame && !history.conflicting()) {
            return Optional.empty();
        }
        List<String> others = history.tips().stream().map(PlacedChange::id).filter(id -> !id.equals(latest.id())).toList();
        JournalChange based = change.upon(latest.id(), others);
        return Optional.of(existence ? based : based.withOld(now.newValue()));
    }

    void onNews(Runnable listener) {
        journal.onNews(listener);
    }

    void close() throws IOException {
        journal.close();
    }

    /**
     * What came of one try to write an entry.
     *
     * @param entry empty if nothing was left to change
     * @param behind whether others had written something, which is folded now: try again
     */
    record Attempt(Optional<JournalEntry> entry, boolean behind) {

        private static final Attempt NOTHING = new Attempt(Optional.empty(), false);
        private static final Attempt BEHIND = new Attempt(Optional.empty(), true);
    }
}
