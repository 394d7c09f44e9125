package dev.errata.ui.matrix;

import java.util.BitSet;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;

import dev.errata.ui.matrix.model.ClassPair;
import dev.errata.ui.matrix.model.MatrixModel;

/** The field in which a person looks for classes by a part of their names. */
final class FindField {

    private final MatrixPage page;
    private final MatrixView view;
    private final Text search;
    private final RowData place = new RowData(120, SWT.DEFAULT);
    private boolean compact;
    private BitSet found = new BitSet();

    FindField(Composite bar, MatrixPage page, MatrixView view) {
        this.page = page;
        this.view = view;
        search = new Text(bar, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.Bar_Find);
        search.setToolTipText(Messages.Bar_FindTip);
        search.setLayoutData(place);
        search.addListener(SWT.Modify, event -> find());
        search.addListener(SWT.DefaultSelection, event -> findNext());
        search.addListener(SWT.KeyDown, this::key);
        search.addListener(SWT.FocusOut, event -> show(!compact || isUsed()));
    }

    /** Leaves the field out where there is little room, unless somebody looks for something; to find shows it. */
    void setCompact(boolean now) {
        compact = now;
        show(!compact || isUsed() || search.isFocusControl());
    }

    private boolean isUsed() {
        return !search.getText().isBlank();
    }

    private void show(boolean shown) {
        if (place.exclude == shown) {
            place.exclude = !shown;
            search.setVisible(shown);
            search.requestLayout();
        }
    }

    void focus() {
        show(true);
        search.setFocus();
        search.selectAll();
    }

    /** The matrix is another: the same is found in it. */
    void show(MatrixModel model) {
        if (isUsed()) {
            found = ClassSearch.find(model.names(), search.getText());
            page.setFound(found, true);
        }
    }

    private void find() {
        String text = search.getText();
        found = view.model() == null ? new BitSet() : ClassSearch.find(view.model().names(), text);
        page.setFound(found, !text.isBlank());
        IStatusLineManager line = view.getViewSite().getActionBars().getStatusLineManager();
        line.setErrorMessage(null);
        line.setMessage(text.isBlank() ? null : found.cardinality() == 1 ? Messages.Find_One
            : NLS.bind(Messages.Find_Result, found.cardinality()));
    }

    /** Esc empties the field, Down goes to the matrix. */
    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            search.setText("");
            page.canvas().setFocus();
        } else if (event.keyCode == SWT.ARROW_DOWN) {
            page.canvas().setFocus();
        }
    }

    /** Enter goes from one found class to the next: to the largest mismatch in its row or column. */
    private void findNext() {
        if (found.isEmpty() || view.model() == null) {
            return;
        }
        ClassPair from = page.canvas().selected();
        int label = ClassSearch.next(found, from == null ? -1 : from.groundTruth());
        ClassPair pair = new ClassPair(label, label);
        page.select(pair);
        view.cells().select(pair);
    }
}
