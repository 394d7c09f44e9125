package dev.errata.ui.mismatch;

import java.util.concurrent.locks.Lock;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.filter.FieldBands;
import dev.errata.ui.fields.Colouring;
import dev.errata.ui.mismatch.content.CellGrid;
import dev.errata.ui.mismatch.content.TileColours;

/** Colours the tiles of a grid by the field that the person chose: in the background, whenever field, tiles or labels change. */
final class GridColouring {

    /** What shows the colours, called on the UI thread. */
    interface View {

        /** @param bands null where nothing is coloured */
        void coloured(FieldBands bands);
    }

    private final Display display;
    private final View view;
    private final Job job = Job.createSystem(Messages.GridColouring_job, this::colour);
    private final Runnable chosen = job::schedule;
    private volatile CellGrid grid;

    GridColouring(Display display, View view) {
        this.display = display;
        this.view = view;
    }

    /** Other tiles are shown; null for none. */
    void follow(CellGrid next) {
        if (grid != null) {
            Colouring.of(grid.dataset()).removeListener(chosen);
        }
        grid = next;
        if (next != null) {
            Colouring.of(next.dataset()).addListener(chosen);
            job.schedule();
        }
    }

    /** Labels were changed: they may have other values now. */
    void labelsChanged() {
        if (grid != null && Colouring.of(grid.dataset()).field() != null) {
            job.schedule();
        }
    }

    private IStatus colour(IProgressMonitor monitor) {
        CellGrid of = grid;
        if (of != null) {
            FieldBands bands = Colouring.of(of.dataset()).bands(of.run());
            TileColours colours = bands == null ? null : colours(of, bands);
            if (!display.isDisposed()) {
                display.asyncExec(() -> {
                    if (of == grid) {
                        of.colour(colours);
                        view.coloured(bands);
                    }
                });
            }
        }
        return Status.OK_STATUS;
    }

    private static TileColours colours(CellGrid of, FieldBands bands) {
        Lock lock = of.dataset().lock().readLock();
        lock.lock();
        try {
            return TileColours.of(of.dataset(), of.run(), of.tiles(), bands);
        } finally {
            lock.unlock();
        }
    }

    void close() {
        follow(null);
        job.cancel();
    }
}
