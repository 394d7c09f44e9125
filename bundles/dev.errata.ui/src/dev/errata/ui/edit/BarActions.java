package dev.errata.ui.edit;

import java.util.EventObject;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.jface.action.Action;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.edit.JournalCommand;

/** Undo and redo of a dataset in the action bars of a part or of a page. */
final class BarActions implements DatasetCommands.UndoRedo, CommandStackListener {

    private final Display display = Display.getCurrent();
    private final IActionBars bars;
    private final StackAction undo = new StackAction(
        new Words(Messages.DatasetCommands_undo, Messages.DatasetCommands_undoNone, Messages.DatasetCommands_undone),
        CommandStack::canUndo, CommandStack::getUndoCommand, DatasetCommands::undo);
    private final StackAction redo = new StackAction(
        new Words(Messages.DatasetCommands_redo, Messages.DatasetCommands_redoNone, Messages.DatasetCommands_redone),
        CommandStack::canRedo, CommandStack::getRedoCommand, DatasetCommands::redo);
    private OpenDataset dataset;
    private boolean closed;

    BarActions(IActionBars bars, OpenDataset dataset) {
        this.bars = bars;
        setDataset(dataset);
        putIntoBars();
    }

    @Override
    public void setDataset(OpenDataset next) {
        if (dataset != null) {
            dataset.commandStack().removeCommandStackListener(this);
        }
        dataset = closed ? null : next;
        if (dataset != null) {
            dataset.commandStack().addCommandStackListener(this);
        }
        update();
    }

    @Override
    public void commandStackChanged(EventObject event) {
        if (!display.isDisposed()) {
            display.asyncExec(this::changed);
        }
    }

    private void changed() {
        if (!closed) {
            bars.getStatusLineManager().setErrorMessage(null);
            update();
        }
    }

    private void update() {
        undo.update();
        redo.update();
    }

    /**
     * Says what was done, for it may be something that is not on the screen. Undo leaves alone what others changed since: nobody
     * should wonder why nothing happened.
     */
    private void tell(String done, Command command) {
        if (closed) {
            return;
        }
        if (command instanceof JournalCommand changes && changes.isOutlived()) {
            bars.getStatusLineManager().setErrorMessage(Messages.DatasetCommands_outlived);
        } else {
            bars.getStatusLineManager().setMessage(NLS.bind(done, VisibleText.oneLine(command.getLabel())));
        }
    }

    void putIntoBars() {
        bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
        bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
        bars.updateActionBars();
        update();
    }

    @Override
    public void close() {
        closed = true;
        setDataset(null);
    }

    /**
     * How a direction is called.
     *
     * @param next what it would do
     * @param none there is nothing to do
     * @param done what it did
     */
    private record Words(String next, String none, String done) {
    }

    /** One of the two directions. */
    private final class StackAction extends Action {

        private final Words words;
        private final Predicate<CommandStack> possible;
        private final Function<CommandStack, Command> next;
        private final BiFunction<OpenDataset, String, CompletableFuture<Void>> effect;

        StackAction(Words words, Predicate<CommandStack> possible, Function<CommandStack, Command> next,
            BiFunction<OpenDataset, String, CompletableFuture<Void>> effect) {
            super(words.none());
            this.words = words;
            this.possible = possible;
            this.next = next;
            this.effect = effect;
        }

        void update() {
            boolean enabled = dataset != null && possible.test(dataset.commandStack());
            Command command = enabled ? next.apply(dataset.commandStack()) : null;
            setText(command == null ? words.none() : NLS.bind(words.next(), VisibleText.oneLine(command.getLabel())));
            setEnabled(enabled);
        }

        @Override
        public void run() {
            if (dataset != null) {
                Command command = next.apply(dataset.commandStack());
                effect.apply(dataset, getText()).thenRun(() -> tell(words.done(), command));
            }
        }
    }
}
