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
    private final StackAction undo = new StackAction(Messages.DatasetCommands_undo, Messages.DatasetCommands_undoNone,
        CommandStack::canUndo, CommandStack::getUndoCommand, DatasetCommands::undo);
    private final StackAction redo = new StackAction(Messages.DatasetCommands_redo, Messages.DatasetCommands_redoNone,
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

    /** Undo leaves alone what others changed since; nobody should wonder why nothing happened. */
    private void undone(Command command) {
        if (!closed && command instanceof JournalCommand changes && changes.isOutlived()) {
            bars.getStatusLineManager().setErrorMessage(Messages.DatasetCommands_outlived);
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

    /** One of the two directions. */
    private final class StackAction extends Action {

        private final String pattern;
        private final String none;
        private final Predicate<CommandStack> possible;
        private final Function<CommandStack, Command> next;
        private final BiFunction<OpenDataset, String, CompletableFuture<Void>> effect;

        StackAction(String pattern, String none, Predicate<CommandStack> possible, Function<CommandStack, Command> next,
            BiFunction<OpenDataset, String, CompletableFuture<Void>> effect) {
            super(none);
            this.pattern = pattern;
            this.none = none;
            this.possible = possible;
            this.next = next;
            this.effect = effect;
        }

        void update() {
            boolean enabled = dataset != null && possible.test(dataset.commandStack());
            Command command = enabled ? next.apply(dataset.commandStack()) : null;
            setText(command == null ? none : NLS.bind(pattern, VisibleText.oneLine(command.getLabel())));
            setEnabled(enabled);
        }

        @Override
        public void run() {
            if (dataset != null) {
                Command command = next.apply(dataset.commandStack());
                effect.apply(dataset, getText()).thenRun(() -> undone(command));
            }
        }
    }
}
