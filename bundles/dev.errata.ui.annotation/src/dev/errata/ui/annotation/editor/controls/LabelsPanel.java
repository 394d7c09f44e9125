package dev.errata.ui.annotation.editor.controls;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Attribute;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.verdicts.VerdictMark;

/** All labels of the image as a table, and the attributes of the selected one. */
public final class LabelsPanel {

    private final Client client;
    private final TableViewer labels;
    private final TableViewer attributes;
    private final Button crowd;
    private final Button add;
    private final Button remove;
    private Scene scene = Scene.EMPTY;
    private Annotation edited;
    private boolean possible;
    private boolean following;

    /** What the panel asks for. */
    public interface Client {

        void select(List<Shape> shapes);

        /** Whether a label may be changed now. */
        boolean mayChange(Shape shape);

        /** @param value null removes the attribute */
        void setAttribute(Annotation annotation, String key, String value);

        void setCrowd(Annotation annotation, boolean crowd);
    }

    LabelsPanel(Composite parent, Client client) {
        this.client = client;
        SashForm halves = new SashForm(parent, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(halves);
        Composite top = part(halves, Messages.Labels_title);
        labels = table(top, SWT.MULTI, Messages.Labels_title);
        labels.getControl().getParent().setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
        column(labels, Messages.Labels_class, 50, 60, shape -> ((Shape) shape).label());
        column(labels, Messages.Labels_source, 40, 84, shape -> source((Shape) shape));
        labels.addSelectionChangedListener(event -> {
            if (!following) {
                @SuppressWarnings("unchecked") List<Shape> chosen = event.getStructuredSelection().toList();
                client.select(chosen);
            }
        });
        Composite bottom = part(halves, Messages.Attributes_title);
        attributes = table(bottom, SWT.SINGLE, Messages.Attributes_title);
        attributes.getControl().getParent().setLayoutData(GridDataFactory.fillDefaults().grab(true, true).create());
        column(attributes, Messages.Attributes_key, 50, 60, attribute -> ((Attribute) attribute).getKey());
        column(attributes, Messages.Attributes_value, 50, 60, attribute -> ((Attribute) attribute).getValue())
            .setEditingSupport(new ValueEditing());
        crowd = new Button(bottom, SWT.CHECK);
        crowd.setText(Messages.Attributes_crowd);
        crowd.setToolTipText(Messages.Attributes_crowdTip);
        crowd.addSelectionListener(SelectionListener.widgetSelectedAdapter(
            event -> client.setCrowd(edited, crowd.getSelection())));
        Composite buttons = new Composite(bottom, SWT.NONE);
        buttons.setLayout(RowLayoutFactory.fillDefaults().wrap(true).create());
        GridDataFactory.fillDefaults().applyTo(buttons);
        add = push(buttons, Messages.Attributes_add, this::askForAttribute);
        remove = push(buttons, Messages.Attributes_remove, () -> client.setAttribute(edited,
            ((Attribute) attributes.getStructuredSelection().getFirstElement()).getKey(), null));
        attributes.addSelectionChangedListener(event -> enable());
        halves.setWeights(3, 2);
        enable();
    }

    private static Composite part(Composite parent, String title) {
        Composite part = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 2).applyTo(part);
        new Label(part, SWT.NONE).setText(title);
        return part;
    }

    private static TableViewer table(Composite parent, int style, String name) {
        Composite frame = new Composite(parent, SWT.NONE);
        frame.setLayout(new TableColumnLayout());
        TableViewer viewer = new TableViewer(frame, style | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        viewer.getTable().setHeaderVisible(true);
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.setUseHashlookup(true);
        AccessibleNames.set(viewer.getControl(), name);
        return viewer;
    }

    private static TableViewerColumn column(TableViewer viewer, String title, int weight, int least,
        Function<Object, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(
            row -> VisibleText.oneLine(text.apply(row))));
        ((TableColumnLayout) viewer.getControl().getParent().getLayout()).setColumnData(column.getColumn(),
            new ColumnWeightData(weight, least));
        return column;
    }

    private static Button push(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
        return button;
    }

    private String source(Shape shape) {
        String source = shape.isPrediction() ? NLS.bind(Messages.Labels_prediction, Math.round(shape.confidence() * 100))
            : Messages.Labels_annotation;
        VerdictKind verdict = scene.verdict(shape);
        return verdict == null ? source : NLS.bind(Messages.Labels_verdict, source, VerdictMark.inWords(verdict));
    }

    /** The table of the labels. */
    public Control list() {
        return labels.getControl();
    }

    public void show(Scene shown, List<Shape> selection) {
        scene = shown;
        following = true;
        labels.setInput(scene.shapes());
        following = false;
        select(selection);
    }

    public void select(List<Shape> selection) {
        following = true;
        labels.setSelection(new StructuredSelection(selection), true);
        following = false;
        Object element = selection.size() == 1 ? selection.get(0).element() : null;
        edited = element instanceof Annotation annotation ? annotation : null;
        possible = edited != null && client.mayChange(selection.get(0));
        attributes.setInput(edited == null ? List.of() : List.copyOf(edited.getAttributes()));
        crowd.setSelection(edited != null && edited.isCrowd());
        enable();
    }

    private void enable() {
        crowd.setEnabled(possible);
        add.setEnabled(possible);
        remove.setEnabled(possible && !attributes.getSelection().isEmpty());
    }

    private void askForAttribute() {
        Annotation annotation = edited;
        InputDialog dialog = new InputDialog(add.getShell(), Messages.Attributes_title, Messages.Attributes_addPrompt,
            "", key -> refusal(annotation, key)); //$NON-NLS-1$
        if (dialog.open() == Window.OK) {
            client.setAttribute(annotation, dialog.getValue().trim(), ""); //$NON-NLS-1$
        }
    }

    private static String refusal(Annotation annotation, String key) {
        if (key.isBlank()) {
            return Messages.Attributes_keyEmpty;
        }
        boolean taken = annotation.getAttributes().stream().anyMatch(attribute -> attribute.getKey().equals(key.trim()));
        return taken ? Messages.Attributes_keyTaken : null;
    }

    /** Changes a value in its cell. */
    private final class ValueEditing extends EditingSupport {

        ValueEditing() {
            super(attributes);
        }

        @Override
        protected CellEditor getCellEditor(Object element) {
            return new TextCellEditor(attributes.getTable());
        }

        @Override
        protected boolean canEdit(Object element) {
            return possible;
        }

        @Override
        protected Object getValue(Object element) {
            return Objects.requireNonNullElse(((Attribute) element).getValue(), ""); //$NON-NLS-1$
        }

        @Override
        protected void setValue(Object element, Object value) {
            if (!value.equals(getValue(element))) {
                client.setAttribute(edited, ((Attribute) element).getKey(), value.toString());
            }
        }
    }
}
