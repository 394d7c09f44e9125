package dev.errata.ui.matrix;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;

import dev.errata.ui.selection.MatrixCell;

/** The view's selection: one cell or none. Those who do costly things listen for the post selection, after a pause. */
final class MatrixSelection implements IPostSelectionProvider {

    private static final int PAUSE = 180;

    private final Display display;
    private final Consumer<MatrixCell> setter;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final ListenerList<ISelectionChangedListener> postListeners = new ListenerList<>();
    private final Runnable post = this::firePost;
    private IStructuredSelection selection = StructuredSelection.EMPTY;

    /** @param setter shows a cell that another part selected */
    MatrixSelection(Display display, Consumer<MatrixCell> setter) {
        this.display = display;
        this.setter = setter;
    }

    /** The person selected a cell; null for none. */
    void changed(MatrixCell cell) {
        IStructuredSelection next = cell == null ? StructuredSelection.EMPTY : new StructuredSelection(cell);
        if (next.equals(selection)) {
            return;
        }
        selection = next;
        SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        listeners.forEach(listener -> listener.selectionChanged(event));
        display.timerExec(PAUSE, post);
    }

    private void firePost() {
        SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        postListeners.forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(ISelection other) {
        if (other instanceof IStructuredSelection structured && structured.getFirstElement() instanceof MatrixCell cell) {
            setter.accept(cell);
        }
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void addPostSelectionChangedListener(ISelectionChangedListener listener) {
        postListeners.add(listener);
    }

    @Override
    public void removePostSelectionChangedListener(ISelectionChangedListener listener) {
        postListeners.remove(listener);
    }

    void close() {
        display.timerExec(-1, post);
    }
}
