package dev.errata.ui;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IMemento;

/**
 * Lets the person choose what a view shows; kept with the view.
 *
 * @param <E> the choices, in words by {@link Object#toString}
 */
public final class FilterBox<E extends Enum<E>> {

    private static final String KEY = "filter"; //$NON-NLS-1$

    private final List<E> choices;
    private final Consumer<E> chosen;
    /** Jobs ask for it, too. */
    private volatile E choice;
    private Combo combo;

    /**
     * @param type its first constant is chosen at first
     * @param chosen told on the UI thread of what the person chooses, and of what {@link #choose} does
     */
    public FilterBox(Class<E> type, Consumer<E> chosen) {
        choices = List.of(type.getEnumConstants());
        choice = choices.get(0);
        this.chosen = chosen;
    }

    /** What was chosen when the view was closed. @param memento null where nothing was kept */
    public void restore(IMemento memento) {
        String kept = memento == null ? null : memento.getString(KEY);
        choices.stream().filter(each -> each.name().equals(kept)).forEach(each -> choice = each);
    }

    public void save(IMemento memento) {
        memento.putString(KEY, choice.name());
    }

    /** Adds the label and the box to a line of them. */
    public void create(Composite line, String label) {
        new Label(line, SWT.NONE).setText(label);
        combo = new Combo(line, SWT.READ_ONLY);
        choices.forEach(each -> combo.add(each.toString()));
        combo.select(choice.ordinal());
        combo.addSelectionListener(
            SelectionListener.widgetSelectedAdapter(event -> choose(choices.get(combo.getSelectionIndex()))));
    }

    /** Chooses as the person does. */
    public void choose(E next) {
        choice = next;
        combo.select(next.ordinal());
        chosen.accept(next);
    }

    /** Any thread. */
    public E choice() {
        return choice;
    }
}
