package dev.errata.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

import dev.errata.ui.commands.Ids;

/** Explorer at the left, matrix above the editors, tasks, properties and progress below. */
public final class ErrataPerspective implements IPerspectiveFactory {

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.addView("org.eclipse.ui.navigator.ProjectExplorer", IPageLayout.LEFT, 0.18f, editors);
        layout.addView(Ids.MATRIX_VIEW, IPageLayout.TOP, 0.5f, editors);
    }
}
