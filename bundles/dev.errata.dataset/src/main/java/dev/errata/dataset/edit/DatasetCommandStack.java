package dev.errata.dataset.edit;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.emf.common.command.BasicCommandStack;
import org.eclipse.emf.common.command.Command;

/**
 * The command stack of a dataset. One command runs at a time; whether there is something to undo can be asked meanwhile. A
 * command that fails tells its caller and leaves the history as it was.
 */
public final class DatasetCommandStack extends BasicCommandStack {

    private final ReentrantLock running = new ReentrantLock();

    /**
     * Begins with commands that were executed before the dataset was opened: they are undone as if that had been here.
     *
     * @param executed oldest first
     */
    public synchronized void recall(List<? extends Command> executed) {
        flush();
        commandList.addAll(executed);
        top = executed.size() - 1;
    }

    @Override
    public void execute(Command command) {
        running.lock();
        try {
            if (!command.canExecute()) {
                command.dispose();
                throw new IllegalStateException("Not possible now: " + command.getLabel());
            }
            command.execute();
            synchronized (this) {
                while (commandList.size() > top + 1) {
                    commandList.remove(commandList.size() - 1).dispose();
                }
                commandList.add(command);
                top++;
                mostRecentCommand = command;
            }
        } finally {
            running.unlock();
        }
        notifyListeners();
    }

    @Override
    public void undo() {
        move(this::getUndoCommand, Command::undo, -1);
    }

    @Override
    public void redo() {
        move(this::getRedoCommand, Command::redo, 1);
    }

    /** Takes a step through the history. */
    private void move(Supplier<Command> next, Consumer<Command> step, int by) {
        running.lock();
        try {
            Command command = next.get();
            if (command == null) {
                return;
            }
            step.accept(command);
            synchronized (this) {
                top += by;
                mostRecentCommand = command;
            }
        } finally {
            running.unlock();
        }
        notifyListeners();
    }

    @Override
    public synchronized boolean canUndo() {
        return super.canUndo();
    }

    @Override
    public synchronized boolean canRedo() {
        return super.canRedo();
    }

    @Override
    public synchronized Command getUndoCommand() {
        return super.getUndoCommand();
    }

    @Override
    public synchronized Command getRedoCommand() {
        return super.getRedoCommand();
    }

    @Override
    public synchronized void flush() {
        super.flush();
    }
}
