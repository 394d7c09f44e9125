package dev.errata.dataset.edit;

import java.io.UncheckedIOException;
import java.util.Optional;

import org.eclipse.emf.common.command.AbstractCommand;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.changes.ChangeMaker;
import dev.errata.dataset.journal.JournalEntry;

/**
 * Makes changes by an entry of the journal, takes them back by another, and so on: the journal only grows. Fails with an
 * {@link UncheckedIOException} around a {@link DatasetException}; then nothing was changed.
 */
public final class JournalCommand extends AbstractCommand {

    private final ChangeSteps steps;
    private final String reason;
    private final ChangeMaker maker;
    private Optional<JournalEntry> made = Optional.empty();
    private boolean outlived;

    public JournalCommand(ChangeSteps steps, String label, String reason, ChangeMaker maker) {
        super(label);
        this.steps = steps;
        this.reason = reason == null ? "" : reason;
        this.maker = maker;
    }

    /** A command that was executed before, perhaps by another program: it can be taken back. */
    public static JournalCommand executed(ChangeSteps steps, JournalEntry entry) {
        JournalCommand command = new JournalCommand(steps, entry.label(), entry.reason(), entry::changes);
        command.made = Optional.of(entry);
        return command;
    }

    @Override
    protected boolean prepare() {
        return true;
    }

    @Override
    public void execute() {
        try {
            made = steps.commit(getLabel(), reason, maker);
        } catch (DatasetException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void undo() {
        try {
            if (made.isPresent()) {
                outlived = steps.takeBack(made.get()).isEmpty() || steps.isAs(made.get());
            }
        } catch (DatasetException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void redo() {
        try {
            if (made.isPresent()) {
                made = steps.makeAgain(made.get()).or(() -> made);
            }
        } catch (DatasetException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@link #undo} changed nothing: somebody changed all of it again since, or did the same at the same time. */
    public boolean isOutlived() {
        return outlived;
    }

    /** The entry that counts now; empty where there was nothing to change. */
    public Optional<JournalEntry> entry() {
        return made;
    }
}
