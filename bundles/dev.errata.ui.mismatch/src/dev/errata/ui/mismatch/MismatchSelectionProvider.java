package dev.errata.ui.mismatch;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.util.SafeRunnable;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;

/** Tells the workbench what is selected, and those who want to read about it, once the person has come to rest. */
final class MismatchSelectionProvider implements IPostSelectionProvider {

    private static final int REST_MILLISECONDS = 150;

    private final Display display;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final ListenerList<ISelectionChangedListener> postListeners = new ListenerList<>();
    private final Runnable rested = () -> fire(postListeners);
    private ISelection selection = StructuredSelection.EMPTY;

    MismatchSelectionProvider(Display display) {
        this.display = display;
    }

    void select(ISelection newSelection) {
        if (!newSelection.equals(selection)) {
            selection = newSelection;
            fire(listeners);
            display.timerExec(REST_MILLISECONDS, rested);
        }
    }

    void dispose() {
        display.timerExec(-1, rested);
    }

    private void fire(ListenerList<ISelectionChangedListener> to) {
        SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        for (ISelectionChangedListener listener : to) {
            SafeRunnable.run(() -> listener.selectionChanged(event));
        }
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    /** The grid's tiles are selected by the person alone. */
    @Override
    public void setSelection(ISelection newSelection) {
        fire(listeners);
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
}
