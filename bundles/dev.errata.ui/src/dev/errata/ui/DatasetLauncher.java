package dev.errata.ui;

import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorLauncher;

/** Opens the dataset when its document is opened: a dataset has views, not an editor. */
public final class DatasetLauncher implements IEditorLauncher {

    @Override
    public void open(IPath document) {
        DatasetProjects.open(document.removeLastSegments(1).toPath());
    }
}
