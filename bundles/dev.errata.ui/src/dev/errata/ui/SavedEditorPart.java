package dev.errata.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ui.part.EditorPart;

/** An editor that has nothing to save: every change is on disk before it is shown as done. */
public abstract class SavedEditorPart extends EditorPart {

    @Override
    public final boolean isDirty() {
        return false;
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        throw new UnsupportedOperationException("Every change is saved at once"); //$NON-NLS-1$
    }

    @Override
    public final void doSaveAs() {
        throw new UnsupportedOperationException("Every change is saved at once"); //$NON-NLS-1$
    }
}
