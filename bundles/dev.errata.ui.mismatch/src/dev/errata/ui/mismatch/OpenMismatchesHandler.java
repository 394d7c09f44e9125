package dev.errata.ui.mismatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.ui.OpenDatasets;
import dev.errata.ui.commands.ActiveDatasetHandler;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matching.ComparedRun;
import dev.errata.ui.mismatch.inputs.MismatchInput;
import dev.errata.ui.selection.MatrixCell;

/** Opens a grid for each selected cell of the matrix; all mismatches of the active dataset where no cell is selected. */
public class OpenMismatchesHandler extends ActiveDatasetHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<MismatchInput> inputs = inputs(event);
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        try {
            for (MismatchInput input : inputs) {
                page.openEditor(input, Ids.MISMATCH_EDITOR);
            }
        } catch (PartInitException failure) {
            throw new ExecutionException(failure.getMessage(), failure);
        }
        return null;
    }

    /** What is to be opened. */
    protected List<MismatchInput> inputs(ExecutionEvent event) throws ExecutionException {
        ISelection selection = HandlerUtil.getCurrentSelection(event);
        List<MismatchInput> inputs = new ArrayList<>();
        if (selection instanceof IStructuredSelection structured) {
            for (Object element : structured) {
                if (element instanceof MatrixCell cell) {
                    inputs.add(MismatchInput.of(cell));
                }
            }
        }
        return inputs.isEmpty() ? all(selection) : inputs;
    }

    /** All mismatches of the selected run, or of the one that the person compares with the labels. */
    protected static List<MismatchInput> all(ISelection selection) throws ExecutionException {
        return ofRun(selection, MismatchInput::all);
    }

    protected static List<MismatchInput> ofRun(ISelection selection, BiFunction<OpenDataset, Run, MismatchInput> input)
        throws ExecutionException {
        Optional<OpenDataset> active = OpenDatasets.get().active();
        if (active.isEmpty()) {
            return List.of();
        }
        OpenDataset dataset = active.get();
        if (selection instanceof IStructuredSelection structured && structured.getFirstElement() instanceof MatrixCell cell
            && cell.dataset() == dataset) {
            return List.of(input.apply(dataset, cell.run()));
        }
        try {
            Optional<Run> compared = ComparedRun.of(dataset);
            // a dataset without runs says so
            return List.of(input.apply(dataset, compared.isPresent() ? compared.get() : dataset.run(null)));
        } catch (DatasetException failure) {
            throw new ExecutionException(failure.getMessage(), failure);
        }
    }

    /** Opens the suspects of the whole dataset. */
    public static final class Suspects extends OpenMismatchesHandler {

        @Override
        protected List<MismatchInput> inputs(ExecutionEvent event) throws ExecutionException {
            return ofRun(HandlerUtil.getCurrentSelection(event), MismatchInput::suspects);
        }
    }

    /** Opens all mismatches, whatever is selected. */
    public static final class All extends OpenMismatchesHandler {

        @Override
        protected List<MismatchInput> inputs(ExecutionEvent event) throws ExecutionException {
            return all(HandlerUtil.getCurrentSelection(event));
        }
    }
}
