package dev.errata.ui.properties;

import java.util.Map;
import java.util.WeakHashMap;

import org.eclipse.jface.viewers.ISelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetPage;

/**
 * The page of the properties view for the parts of Errata. All of a window share one as long as there is one such view: to make
 * and change pages takes longer than anything else when a part is activated.
 */
final class LabelPropertyPage implements IPropertySheetPage {

    /** On the UI thread. */
    private static final Map<IWorkbenchPage, LabelPropertyPage> SHARED = new WeakHashMap<>();

    private final PropertySheetPage sheet = new LabelSheet();

    private LabelPropertyPage() {
    }

    static LabelPropertyPage of(IWorkbenchPage window) {
        int views = 0;
        for (var view : window.getViewReferences()) {
            views += IPageLayout.ID_PROP_SHEET.equals(view.getId()) ? 1 : 0;
        }
        return views > 1 ? new LabelPropertyPage() : SHARED.computeIfAbsent(window, first -> new LabelPropertyPage());
    }

    /** The view asks for it for each part. */
    @Override
    public void createControl(Composite parent) {
        if (sheet.getControl() == null) {
            sheet.createControl(parent);
        }
    }

    @Override
    public Control getControl() {
        return sheet.getControl();
    }

    @Override
    public void setActionBars(IActionBars bars) {
        sheet.setActionBars(bars);
    }

    @Override
    public void setFocus() {
        sheet.setFocus();
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        sheet.selectionChanged(part, selection);
    }

    /** Shows the values as they are now. */
    void refresh() {
        sheet.refresh();
    }

    @Override
    public void dispose() {
        SHARED.values().remove(this);
        sheet.dispose();
    }
}
