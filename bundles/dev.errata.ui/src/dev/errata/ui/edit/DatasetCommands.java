package dev.errata.ui.edit;

import java.util.concurrent.CompletableFuture;

import org.eclipse.emf.common.command.Command;
import org.eclipse.ui.IWorkbenchPartSite;

import dev.errata.dataset.OpenDataset;

/** Executes commands on a dataset in a Job, one after another, and shows a failure to the person. */
public final class DatasetCommands {

    private DatasetCommands() {
    }

    /** Executes a command on the dataset's stack; completes on the UI thread, exceptionally after the error was shown. */
    public static CompletableFuture<Void> run(OpenDataset dataset, Command command) {
        throw new IllegalStateException();
    }

    /** Lets Edit > Undo and Redo act on the dataset of a part while that part is active; labels name the command. */
    public static UndoRedo installUndoRedo(IWorkbenchPartSite site, OpenDataset dataset) {
        throw new IllegalStateException();
    }

    /** The retargeted actions of a part; the part disposes of them. */
    public interface UndoRedo extends AutoCloseable {

        /** The part shows another dataset now; null for none. */
        void setDataset(OpenDataset dataset);

        @Override
        void close();
    }
}
