package dev.errata.ui.matrix;

import java.util.function.Supplier;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.CellWords;
import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.selection.MatrixCell;
import dev.errata.ui.selection.PartSelection;

/** The selected cell: it is the workbench's selection, the status line tells of it, and it can be opened. On the UI thread. */
final class CellSelection {

    private final MatrixPage page;
    private final ViewCommands commands;
    private final IStatusLineManager line;
    private final Supplier<MatrixModel> model;
    private final Runnable changed;
    private final PartSelection selection;
    private OpenDataset dataset;
    private Run run;

    /**
     * @param model the matrix that is shown; null while there is none
     * @param changed called when a person selected another cell
     */
    CellSelection(MatrixPage page, Supplier<MatrixModel> model, ViewCommands commands, IStatusLineManager line,
        Runnable changed) {
        this.page = page;
        this.model = model;
        this.commands = commands;
        this.line = line;
        this.changed = changed;
        selection = new PartSelection(page.getDisplay(), this::selectedElsewhere);
    }

    ISelectionProvider provider() {
        return selection;
    }

    /** Another run is shown, or none for null, and no cell yet. */
    void follow(OpenDataset shown, Run shownRun) {
        dataset = shown;
        run = shownRun;
        selection.select(StructuredSelection.EMPTY);
        describe(null);
    }

    /** The matrix is another. */
    void show() {
        ClassPair cell = page.canvas().selected();
        selection.select(cell == null ? StructuredSelection.EMPTY : new StructuredSelection(cell(cell)));
        describe(page.canvas().hovered());
    }

    /** The person selected a cell, in the matrix or in the list. */
    void select(ClassPair pair) {
        selection.select(new StructuredSelection(cell(pair)));
        describe(pair);
        changed.run();
    }

    private MatrixCell cell(ClassPair pair) {
        return new MatrixCell(dataset, run, pair.groundTruth(), pair.predicted());
    }

    /** Shows a cell in words in the status line; the selected one again for null. */
    void describe(ClassPair pair) {
        ClassPair shown = pair != null ? pair : page.canvas().selected();
        line.setErrorMessage(null);
        line.setMessage(shown == null || model.get() == null ? null : CellWords.summary(model.get(), shown));
    }

    /** Shows the members of a cell. */
    void open(ClassPair pair) {
        if (model.get().count(pair) == 0) {
            commands.showError(NLS.bind(Messages.Open_Nothing, CellWords.classes(model.get(), pair)));
            return;
        }
        select(pair);
        commands.run(Ids.OPEN_MISMATCHES);
    }

    /** Another part selected something. */
    private void selectedElsewhere(ISelection other) {
        if (other instanceof IStructuredSelection structured && structured.getFirstElement() instanceof MatrixCell cell
            && cell.dataset() == dataset && cell.run() == run && model.get() != null) {
            ClassPair pair = new ClassPair(cell.groundTruth(), cell.predicted());
            if (model.get().contains(pair)) {
                page.select(pair);
                select(pair);
            }
        }
    }

    void close() {
        selection.close();
    }
}
