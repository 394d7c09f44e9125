package dev.errata.ui;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;

import dev.errata.ui.commands.Ids;

/** Explorer, tasks, properties and progress at the left; beside them the matrix with the history, and the editors. */
public final class ErrataPerspective implements IPerspectiveFactory {

    private static final String EXPLORER = "org.eclipse.ui.navigator.ProjectExplorer"; //$NON-NLS-1$

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.19f, editors); //$NON-NLS-1$
        left.addView(EXPLORER);
        IFolderLayout tasks = layout.createFolder("tasks", IPageLayout.BOTTOM, 0.26f, "left"); //$NON-NLS-1$ //$NON-NLS-2$
        tasks.addView(Ids.TASKS_VIEW);
        tasks.addView(Ids.PROBLEMS_VIEW);
        IFolderLayout details = layout.createFolder("details", IPageLayout.BOTTOM, 0.42f, "tasks"); //$NON-NLS-1$ //$NON-NLS-2$
        details.addView(IPageLayout.ID_PROP_SHEET);
        details.addView(IProgressConstants.PROGRESS_VIEW_ID);
        IFolderLayout matrix = layout.createFolder("matrix", IPageLayout.LEFT, 0.45f, editors); //$NON-NLS-1$
        matrix.addView(Ids.MATRIX_VIEW);
        matrix.addView(Ids.HISTORY_VIEW);
        layout.createPlaceholderFolder("guide", IPageLayout.RIGHT, 0.5f, editors).addPlaceholder(Ids.GUIDE_VIEW); //$NON-NLS-1$
        layout.addShowViewShortcut(Ids.MATRIX_VIEW);
        layout.addShowViewShortcut(Ids.TASKS_VIEW);
        layout.addShowViewShortcut(Ids.PROBLEMS_VIEW);
        layout.addShowViewShortcut(Ids.HISTORY_VIEW);
        layout.addShowViewShortcut(Ids.GUIDE_VIEW);
        layout.addShowViewShortcut(EXPLORER);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(IProgressConstants.PROGRESS_VIEW_ID);
        layout.addNewWizardShortcut("dev.errata.ui.newDataset"); //$NON-NLS-1$
    }
}
