package dev.errata.ui.annotation.editor;

import java.util.function.Consumer;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.menus.IMenuService;

import dev.errata.ui.commands.Ids;

/** The first line of the editor: where one is, the tools, the class of what is drawn and which predictions are shown. */
final class EditorHeader {

    private static final String TOOLS = "toolbar:dev.errata.ui.annotation.tools"; //$NON-NLS-1$

    private final IMenuService menus;
    private final ToolBarManager navigation = new ToolBarManager(SWT.FLAT);
    private final ToolBarManager tools = new ToolBarManager(SWT.FLAT);
    private final Composite line;
    private final Label position;
    private final Button drawingClass;
    private final Combo overlay;

    /** @param chooseClass gets the place for a chooser, on the display */
    EditorHeader(Composite parent, IWorkbenchPartSite site, Consumer<Point> chooseClass, Consumer<Overlay> chooseOverlay) {
        menus = site.getService(IMenuService.class);
        line = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(6, 2).applyTo(line);
        menus.populateContributionManager(navigation, Ids.TASKS_TOOLBAR);
        navigation.createControl(line);
        position = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(position);
        new Label(line, SWT.NONE).setText(Messages.Header_newLabels);
        drawingClass = new Button(line, SWT.PUSH);
        drawingClass.setToolTipText(Messages.Header_newLabelsTip);
        drawingClass.addSelectionListener(SelectionListener.widgetSelectedAdapter(
            event -> chooseClass.accept(drawingClass.toDisplay(0, drawingClass.getSize().y))));
        overlay = new Combo(line, SWT.READ_ONLY);
        overlay.setItems(Messages.Header_overlayDisagreeing, Messages.Header_overlayAll, Messages.Header_overlayNone);
        overlay.select(0);
        overlay.addSelectionListener(SelectionListener.widgetSelectedAdapter(
            event -> chooseOverlay.accept(Overlay.values()[overlay.getSelectionIndex()])));
        overlay.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = overlay.getText();
            }
        });
        menus.populateContributionManager(tools, TOOLS);
        tools.createControl(line);
        line.addListener(SWT.Dispose, event -> dispose());
    }

    void setPosition(String text) {
        position.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        position.setToolTipText(text);
    }

    void setDrawingClass(String name) {
        drawingClass.setText(name.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        line.layout();
    }

    void setOverlay(Overlay shown) {
        overlay.select(shown.ordinal());
    }

    private void dispose() {
        menus.releaseContributions(navigation);
        menus.releaseContributions(tools);
        navigation.dispose();
        tools.dispose();
    }
}
