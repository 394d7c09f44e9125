package dev.errata.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.NearNames;
import dev.errata.dataset.model.LabelClass;
import dev.errata.ui.AccessibleNames;

/**
 * A small window in which a label class is found by typing a part of its name. The classes used last come first; the first ten
 * classes of the dataset have a digit as shortcut, as they have in the grid and on the canvas.
 */
public final class ClassChooser extends PopupDialog {

    private static final int WIDTH = 320;
    private static final int LEAST_ROWS = 4;
    private static final int MOST_ROWS = 12;

    private final Point location;
    private final OpenDataset dataset;
    private final Consumer<LabelClass> receiver;
    private List<LabelClass> shown = List.of();
    private Text filter;
    private Table list;

    private ClassChooser(Shell parent, Point location, OpenDataset dataset, Consumer<LabelClass> receiver) {
        super(parent, INFOPOPUP_SHELLSTYLE, true, false, false, false, false, null, Messages.ClassChooser_hint);
        this.location = location;
        this.dataset = dataset;
        this.receiver = receiver;
    }

    /**
     * Shows the window; Escape or a click elsewhere closes it.
     *
     * @param location where its top left corner should be, on the display
     * @param receiver gets the chosen class after the window is closed
     */
    public static void open(Shell parent, Point location, OpenDataset dataset, Consumer<LabelClass> receiver) {
        new ClassChooser(parent, location, dataset, receiver).open();
    }

    @Override
    protected Point getInitialLocation(Point initialSize) {
        return location;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.swtDefaults().applyTo(area);
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.ClassChooser_message);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(filter);
        list = new Table(area, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
        int rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, dataset.document().getClasses().size()));
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, rows * list.getItemHeight()).applyTo(list);
        AccessibleNames.set(filter, Messages.ClassChooser_message);
        AccessibleNames.set(list, Messages.ClassChooser_list);
        filter.addModifyListener(event -> fill());
        filter.addKeyListener(KeyListener.keyPressedAdapter(this::keyInFilter));
        filter.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> chooseSelected()));
        list.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> chooseSelected()));
        fill();
        return area;
    }

    @Override
    protected Control getFocusControl() {
        return filter;
    }

    private void keyInFilter(KeyEvent event) {
        if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
            int step = event.keyCode == SWT.ARROW_DOWN ? 1 : -1;
            int next = Math.max(0, Math.min(list.getItemCount() - 1, list.getSelectionIndex() + step));
            list.setSelection(next);
            event.doit = false;
        } else if (filter.getText().isEmpty() && Character.isDigit(event.character) && !startsName(event.character)) {
            int number = event.character == '0' ? 9 : event.character - '1';
            if (number < dataset.document().getClasses().size()) {
                event.doit = false;
                choose(dataset.labelClass(number));
            }
        }
    }

    private boolean startsName(char digit) {
        return dataset.document().getClasses().stream().anyMatch(c -> c.getName().indexOf(digit) == 0);
    }

    private void fill() {
        String typed = filter.getText().trim();
        shown = matches(typed.toLowerCase(Locale.ROOT));
        boolean meant = !shown.isEmpty();
        if (!meant) {
            shown = near(typed);
        }
        setInfoText(meant ? Messages.ClassChooser_hint
            : shown.isEmpty() ? Messages.ClassChooser_none : Messages.ClassChooser_near);
        list.removeAll();
        List<LabelClass> all = dataset.document().getClasses();
        for (LabelClass labelClass : shown) {
            int number = all.indexOf(labelClass) + 1;
            TableItem item = new TableItem(list, SWT.NONE);
            String name = VisibleText.oneLine(labelClass.getName());
            item.setText(number > 10 ? name : NLS.bind(Messages.ClassChooser_numbered, name, number % 10));
        }
        // what nobody typed is not chosen by Enter alone
        if (meant) {
            list.setSelection(0);
        }
    }

    /** The classes whose names look like the typed text. */
    private List<LabelClass> near(String typed) {
        List<LabelClass> all = dataset.document().getClasses();
        List<String> names = NearNames.of(typed, all.stream().map(LabelClass::getName).toList());
        return names.stream().map(name -> all.stream().filter(c -> c.getName().equals(name)).findFirst().orElseThrow()).toList();
    }

    /** Names that begin with the typed text come first, then those that hold it; recent classes before others. */
    private List<LabelClass> matches(String typed) {
        List<LabelClass> ordered = new ArrayList<>(RecentClasses.of(dataset).latestFirst());
        dataset.document().getClasses().stream().filter(c -> !ordered.contains(c)).forEach(ordered::add);
        List<LabelClass> beginning = new ArrayList<>();
        List<LabelClass> holding = new ArrayList<>();
        for (LabelClass labelClass : ordered) {
            int at = labelClass.getName().toLowerCase(Locale.ROOT).indexOf(typed);
            if (at == 0) {
                beginning.add(labelClass);
            } else if (at > 0) {
                holding.add(labelClass);
            }
        }
        beginning.addAll(holding);
        return beginning;
    }

    private void chooseSelected() {
        int index = list.getSelectionIndex();
        if (index >= 0) {
            choose(shown.get(index));
        }
    }

    private void choose(LabelClass labelClass) {
        close();
        receiver.accept(labelClass);
    }
}
