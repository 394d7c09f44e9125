package dev.errata.ui.annotation.editor.controls;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.menus.IMenuService;

import dev.errata.ui.Texts;
import dev.errata.ui.commands.Ids;

/** The first line of the editor: the way to the next image, where one is, and the tools. */
public final class EditorHeader {

    private static final String TOOLS = "toolbar:dev.errata.ui.annotation.tools"; //$NON-NLS-1$

    private final IMenuService menus;
    private final ToolBarManager navigation = new ToolBarManager(SWT.FLAT);
    private final ToolBarManager tools = new ToolBarManager(SWT.FLAT);
    private final Label position;

    public EditorHeader(Composite parent, IWorkbenchPartSite site) {
        menus = site.getService(IMenuService.class);
        Composite line = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 2).applyTo(line);
        menus.populateContributionManager(tools, TOOLS);
        tools.createControl(line);
        menus.populateContributionManager(navigation, Ids.TASKS_TOOLBAR);
        navigation.createControl(line);
        position = new Label(line, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(position);
        line.addListener(SWT.Dispose, event -> dispose());
    }

    public void setPosition(String text) {
        position.setText(Texts.inLabel(text));
        position.setToolTipText(Texts.inLabel(text));
    }

    private void dispose() {
        menus.releaseContributions(navigation);
        menus.releaseContributions(tools);
        navigation.dispose();
        tools.dispose();
    }
}
