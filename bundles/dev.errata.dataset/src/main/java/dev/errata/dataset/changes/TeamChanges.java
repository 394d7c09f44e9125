package dev.errata.dataset.changes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.Texts;
import dev.errata.dataset.edit.ChangeSteps;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.journal.JournalIssue;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.dataset.state.Conflict;
import dev.errata.dataset.state.FieldHistory;
import dev.errata.dataset.state.FoldedJournal;
import dev.errata.dataset.state.ItemState;

/**
 * What the whole team changed in a dataset: all journals, folded, and the changes of this program, which are on disk before
 * anybody hears of them.
 */
public final class TeamChanges implements ChangeSteps {

    private final FoldedJournal folded;
    private final ChangeLog log;
    private final ChangeRules rules;
    private final ReadWriteLock lock;
    private final News news;
    private final String author;
    private volatile String lost;

    /**
     * The changes in the journal of a dataset, and those of the person at this computer.
     *
     * @param dataset its folder
     * @param document says where its journal is
     * @param folded what the journals fold to
     * @param lock of the dataset; who folds entries holds it for writing
     * @param apply folds entries that are on disk, under the write lock
     */
    public static TeamChanges of(Path dataset, Dataset document, FoldedJournal folded, ChangeRules rules, ReadWriteLock lock,
        News news, Consumer<List<JournalEntry>> apply) throws DatasetException {
        String author = Person.current().name();
        try {
            ChangeLog log = new ChangeLog(dataset, Journals.of(dataset, document), new JournalPlace(dataset, document), folded,
                author, apply);
            return new TeamChanges(folded, log, rules, lock, news, author);
        } catch (IOException e) {
            throw new DatasetException(e.getMessage(), e);
        }
    }

    private TeamChanges(FoldedJournal folded, ChangeLog log, ChangeRules rules, ReadWriteLock lock, News news, String author) {
        this.folded = folded;
        this.log = log;
        this.rules = rules;
        this.lock = lock;
        this.news = news;
        this.author = author;
    }

    @Override
    public Optional<JournalEntry> commit(String label, String reason, ChangeMaker maker) throws DatasetException {
        return written(() -> log.commit(label, reason, () -> checked(maker.make())));
    }

    /** Tries until nobody else wrote anything in between; what they wrote is told before the next try. */
    private Optional<JournalEntry> written(News.Folding<ChangeLog.Attempt> write) throws DatasetException {
        ChangeLog.Attempt attempt = news.told(write);
        while (attempt.behind()) {
            attempt = news.told(write);
        }
        return attempt.entry();
    }

    private List<JournalChange> checked(List<JournalChange> changes) throws DatasetException {
        for (JournalChange change : changes) {
            String problem = rules.problem(change);
            if (problem != null) {
                throw new DatasetException("Not possible: " + problem + ".");
            }
        }
        return changes;
    }

    @Override
    public Optional<JournalEntry> takeBack(JournalEntry entry) throws DatasetException {
        return written(() -> log.takeBack(entry, Texts.format(Messages.undo, entry.label())));
    }

    @Override
    public Optional<JournalEntry> makeAgain(JournalEntry entry) throws DatasetException {
        return written(() -> log.makeAgain(entry));
    }

    /** The newest entry, of anybody, that was not taken back and took nothing back. */
    public Optional<JournalEntry> newestStanding() {
        return log.newestStanding();
    }

    /** The entries of this person that were not taken back and took nothing back, oldest first: what undo goes back through. */
    public List<JournalEntry> ownStanding() {
        return read(journal -> journal.entries().stream()
            .filter(entry -> entry.author().equals(author) && journal.stands(entry)).toList());
    }

    @Override
    public boolean isAs(JournalEntry entry) {
        return read(journal -> journal.isAs(entry));
    }

    /**
     * Reads what other programs appended to their journals since; tells the listeners, also when the journal cannot be read any
     * more, and when it can again.
     */
    public boolean refresh() throws DatasetException {
        try {
            boolean any = news.told(log::refresh);
            setLost(null);
            return any;
        } catch (DatasetException unreadable) {
            setLost(unreadable.getMessage());
            throw unreadable;
        }
    }

    private void setLost(String reason) {
        if (!Objects.equals(lost, reason)) {
            lost = reason;
            news.tellNothingNew();
        }
    }

    /** Why the journal could not be read when it was tried last; empty where it could. What is shown may be old, then. */
    public Optional<String> lost() {
        return Optional.ofNullable(lost);
    }

    /** Asks the folded journal something, while nobody changes it. What is given must not be kept by the caller. */
    public <T> T read(Function<FoldedJournal, T> question) {
        lock.readLock().lock();
        try {
            return question.apply(folded);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The images whose labels were changed, in rising order. */
    public Set<Integer> images() {
        return read(journal -> new TreeSet<>(journal.space(ChangeRules.LABELS).keySet()));
    }

    /** Fields of labels that people changed differently without knowing of each other, and that nobody decided since. */
    public List<Conflict> conflicts() {
        return read(journal -> journal.conflicts(ChangeRules.LABELS));
    }

    /** Whether a field of a label is in conflict: setting it decides, to whatever value. */
    public boolean isConflicting(Annotation annotation, String field) {
        return read(journal -> {
            ItemState item = journal.items(ChangeRules.LABELS, annotation.getImage().getIndex()).get(annotation.getId());
            FieldHistory history = item == null ? null : item.field(field);
            return history != null && history.conflicting();
        });
    }

    /** What could not be read of the journals, or makes no sense in them. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(log.issues().stream().map(JournalIssue::toString).toList());
        problems.addAll(read(journal -> List.copyOf(journal.refused())));
        return problems;
    }

    /** @param reason null where changes are possible */
    public void setReadOnly(String reason) {
        log.setReadOnly(reason);
    }

    /** Why nothing can be changed; empty where it can. */
    public Optional<String> readOnly() {
        return log.readOnly();
    }

    /** Who this program's changes are recorded for. */
    public String author() {
        return author;
    }

    /** Hears what was folded before the dataset's listeners do, on the same thread. */
    public void addFoldListener(Consumer<FoldedJournal.Touched> listener) {
        news.addFoldListener(listener);
    }

    /** Lets somebody hear, on a thread of its own, that it is worth to {@link #refresh}; where journals are files nobody does. */
    public void onNews(Runnable listener) {
        log.onNews(listener);
    }

    public void close() throws IOException {
        log.close();
    }
}
