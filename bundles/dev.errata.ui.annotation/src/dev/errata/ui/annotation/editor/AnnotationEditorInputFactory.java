package dev.errata.ui.annotation.editor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IElementFactory;
import org.eclipse.ui.IMemento;

/** Makes the inputs of the editors that were open when the workbench was closed. */
public final class AnnotationEditorInputFactory implements IElementFactory {

    static final String ID = "dev.errata.ui.annotation.inputFactory"; //$NON-NLS-1$
    static final String FOLDER = "folder"; //$NON-NLS-1$
    static final String BATCH = "batch"; //$NON-NLS-1$
    static final String NAME = "name"; //$NON-NLS-1$

    @Override
    public IAdaptable createElement(IMemento memento) {
        String folder = memento.getString(FOLDER);
        String batch = memento.getString(BATCH);
        String name = memento.getString(NAME);
        if (folder == null || batch == null || name == null) {
            return null;
        }
        try {
            return new AnnotationEditorInput(Path.of(folder), batch, name);
        } catch (InvalidPathException moved) {
            ILog.of(AnnotationEditorInputFactory.class).warn(moved.getMessage(), moved);
            return null;
        }
    }
}
