package dev.errata.ui.matrix;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

import dev.errata.dataset.OpenDataset;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.controls.EmptyPage;
import dev.errata.ui.matrix.loading.LoadingPage;
import dev.errata.ui.matrix.loading.MatrixSource;

/** What the view shows: a matrix, that one is being counted, or why there is none and what changes that. */
final class MatrixPages {

    /** The target of a link that tries once more to count the matrix. */
    static final String RETRY = "retry";
    /** The target of a link that matches by boxes in place of masks. */
    static final String BOXES = "boxes";

    private final Composite stack;
    private final StackLayout pages = new StackLayout();
    private final EmptyPage empty;
    private final LoadingPage loading;
    private Control matrix;

    /** @param follow gets the target of a link that was clicked: one of those above, or a command */
    MatrixPages(Composite parent, Consumer<String> follow) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(pages);
        empty = new EmptyPage(stack, follow);
        loading = new LoadingPage(stack);
    }

    /** The parent of the page with the matrix. */
    Composite stack() {
        return stack;
    }

    void setMatrix(Control page) {
        matrix = page;
    }

    void showNoDataset() {
        showEmpty(Messages.Empty_NoDataset, List.of(new EmptyPage.Offer(Messages.Empty_Sample, Ids.TRY_SAMPLE),
            new EmptyPage.Offer(Messages.Empty_Import, Ids.IMPORT_DATASET),
            new EmptyPage.Offer(Messages.Empty_Open, Ids.OPEN_DATASET)));
    }

    void showNoRun(OpenDataset dataset) {
        showEmpty(NLS.bind(Messages.Empty_NoRun, dataset.name()),
            List.of(new EmptyPage.Offer(Messages.Empty_AddRun, Ids.ADD_RUN)));
    }

    void showLoading(MatrixSource source) {
        loading.show(NLS.bind(Messages.Loading_Message, source.run().getName(), source.dataset().name()), source);
        show(loading);
    }

    void showMatrix() {
        loading.hide();
        show(matrix);
    }

    void showFailed(OpenDataset dataset, Throwable reason) {
        loading.hide();
        String why = reason.getMessage() == null ? reason.toString() : reason.getMessage();
        EmptyPage.Offer retry = new EmptyPage.Offer(Messages.Empty_Retry, RETRY);
        showEmpty(NLS.bind(Messages.Empty_Failed, dataset.name(), why), dataset.evaluations().matching().byMasks()
            ? List.of(new EmptyPage.Offer(Messages.Empty_Boxes, BOXES), retry) : List.of(retry));
    }

    void showStopped(OpenDataset dataset) {
        loading.hide();
        showEmpty(NLS.bind(Messages.Empty_Stopped, dataset.name()),
            List.of(new EmptyPage.Offer(Messages.Empty_Retry, RETRY)));
    }

    private void showEmpty(String text, List<EmptyPage.Offer> offers) {
        empty.show(text, offers);
        show(empty);
    }

    private void show(Control page) {
        pages.topControl = page;
        stack.layout();
    }

    boolean isMatrixShown() {
        return pages.topControl == matrix;
    }

    void setFocus() {
        pages.topControl.setFocus();
    }

    boolean isDisposed() {
        return stack.isDisposed();
    }

    Display display() {
        return stack.getDisplay();
    }
}
