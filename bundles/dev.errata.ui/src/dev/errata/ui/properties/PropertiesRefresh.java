package dev.errata.ui.properties;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.IPage;
import org.eclipse.ui.views.properties.PropertySheet;
import org.eclipse.ui.views.properties.PropertySheetPage;

import dev.errata.dataset.DatasetListener;

/** Shows the new values in the properties view after a change; many changes at once make one refresh. */
public final class PropertiesRefresh implements DatasetListener {

    private final AtomicBoolean pending = new AtomicBoolean();

    @Override
    public void changed(DatasetEvent event) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (!display.isDisposed() && pending.compareAndSet(false, true)) {
            display.asyncExec(this::refresh);
        }
    }

    private void refresh() {
        pending.set(false);
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            for (IWorkbenchPage page : window.getPages()) {
                if (page.findView(IPageLayout.ID_PROP_SHEET) instanceof PropertySheet view) {
                    refresh(view.getCurrentPage());
                }
            }
        }
    }

    private static void refresh(IPage shown) {
        if (shown == null || shown.getControl() == null || shown.getControl().isDisposed()) {
            return;
        }
        if (shown instanceof LabelPropertyPage ours) {
            ours.refresh();
        } else if (shown instanceof PropertySheetPage sheet) {
            sheet.refresh();
        }
    }
}
