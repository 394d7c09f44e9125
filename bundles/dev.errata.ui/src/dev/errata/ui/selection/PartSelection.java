package dev.errata.ui.selection;

import java.util.function.Consumer;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.jface.util.SafeRunnable;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Display;

/** What is selected in a part. Those who do costly things listen for the post selection: they hear of it after a pause. */
public final class PartSelection implements IPostSelectionProvider {

    /** Milliseconds: a person who goes on with the arrow keys is faster. */
    private static final int PAUSE = 150;

    private final Display display;
    private final Consumer<ISelection> setter;
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final ListenerList<ISelectionChangedListener> postListeners = new ListenerList<>();
    private final Runnable rested = () -> fire(postListeners);
    private ISelection selection = StructuredSelection.EMPTY;

    /** @param setter shows what another part selects */
    public PartSelection(Display display, Consumer<ISelection> setter) {
        this.display = display;
        this.setter = setter;
    }

    /** The person selected something; tells the listeners unless it was selected before. */
    public void select(ISelection next) {
        if (!next.equals(selection)) {
            selection = next;
            fire(listeners);
            display.timerExec(PAUSE, rested);
        }
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

    @Override
    public void setSelection(ISelection other) {
        setter.accept(other);
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

    /** The part is closed: nobody hears of it any more. */
    public void close() {
        if (!display.isDisposed()) {
            display.timerExec(-1, rested);
        }
    }
}
