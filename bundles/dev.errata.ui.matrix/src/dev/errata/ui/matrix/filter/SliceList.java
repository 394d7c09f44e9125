package dev.errata.ui.matrix.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.filter.Field;
import dev.errata.dataset.filter.Slice;
import dev.errata.ui.matrix.model.CountFormat;

/** The values of a field with what is counted of each. A click or Enter on one counts only that, and once more everything. */
public final class SliceList {

    private final Table table;
    private final TableViewer viewer;
    private final TableViewerColumn first;
    private final Predicate<Slice> chosen;
    private Consumer<Slice> listener = slice -> { };
    private boolean pressed;

    /** @param chosen tells the slice that is counted */
    public SliceList(Composite parent, Predicate<Slice> chosen) {
        this.chosen = chosen;
        Composite holder = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        holder.setLayout(layout);
        viewer = new TableViewer(holder, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        table = viewer.getTable();
        table.setHeaderVisible(true);
        table.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = NLS.bind(Messages.Slice_Name, first.getColumn().getText());
            }
        });
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        first = column(layout, "", SWT.LEFT, 40, 96, slice -> (chosen.test(slice) ? "\u2713 " : "") + slice.value());
        column(layout, Messages.Slice_Count, SWT.RIGHT, 12, 62, slice -> CountFormat.full(slice.labels()));
        column(layout, Messages.Slice_PredictionCount, SWT.RIGHT, 18, 94, slice -> CountFormat.full(slice.predictions()));
        column(layout, Messages.Slice_Recall, SWT.RIGHT, 12, 62, slice -> share(slice.recall()));
        column(layout, Messages.Slice_Precision, SWT.RIGHT, 16, 82, slice -> share(slice.precision()));
        column(layout, Messages.Slice_F1, SWT.RIGHT, 10, 52, slice -> share(slice.f1()));
        table.addListener(SWT.MouseDown, event -> pressed = true);
        table.addListener(SWT.MouseUp, this::clicked);
        table.addListener(SWT.DefaultSelection, event -> {
            // the second click of two is a click too
            if (!pressed) {
                choose((Slice) ((TableItem) event.item).getData());
            }
        });
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private TableViewerColumn column(TableColumnLayout layout, String title, int alignment, int weight, int smallest,
        Function<Slice, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, alignment);
        column.getColumn().setText(title);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, smallest));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return VisibleText.oneLine(text.apply((Slice) element));
            }
        });
        return column;
    }

    private void clicked(Event event) {
        pressed = false;
        TableItem item = event.button == 1 ? table.getItem(new Point(event.x, event.y)) : null;
        if (item != null) {
            choose((Slice) item.getData());
        }
    }

    private void choose(Slice slice) {
        listener.accept(slice);
        viewer.refresh();
    }

    public void onChoose(Consumer<Slice> newListener) {
        listener = newListener;
    }

    public void show(Field field, List<Slice> slices) {
        first.getColumn().setText(VisibleText.oneLine(field.fullName()));
        Object selected = ((IStructuredSelection) viewer.getSelection()).getFirstElement();
        viewer.setInput(slices);
        slices.stream().filter(slice -> selected instanceof Slice before && before.value().equals(slice.value())
            || chosen.test(slice)).findFirst().ifPresent(slice -> table.setSelection(slices.indexOf(slice)));
    }

    public Table table() {
        return table;
    }
}
