package dev.errata.ui.annotation.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPersistableElement;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.VisibleText;
import dev.errata.ui.OpenDatasets;

/**
 * The tasks of one batch, or all images of one dataset. Two inputs are equal where folder and batch are: there is one editor for
 * each. Kept across restarts.
 */
public final class AnnotationEditorInput extends PlatformObject implements IEditorInput, IPersistableElement {

    private final Path folder;
    private final String batch;
    private final String name;

    /**
     * @param folder of the dataset
     * @param batch id of the batch; empty for the images of the dataset
     * @param name for the editor's tab
     */
    public AnnotationEditorInput(Path folder, String batch, String name) {
        this.folder = folder;
        this.batch = batch;
        this.name = name;
    }

    public Path folder() {
        return folder;
    }

    /** Id of the batch; empty for the images of the dataset. */
    public String batch() {
        return batch;
    }

    @Override
    public boolean exists() {
        return Files.isRegularFile(folder.resolve("dataset.errata")); //$NON-NLS-1$
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return VisibleText.oneLine(name);
    }

    @Override
    public IPersistableElement getPersistable() {
        return this;
    }

    @Override
    public String getToolTipText() {
        return NLS.bind(batch.isEmpty() ? Messages.Input_imagesTip : Messages.Input_batchTip, getName(), folder);
    }

    @Override
    public String getFactoryId() {
        return AnnotationEditorInputFactory.ID;
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(AnnotationEditorInputFactory.FOLDER, folder.toString());
        memento.putString(AnnotationEditorInputFactory.BATCH, batch);
        memento.putString(AnnotationEditorInputFactory.NAME, name);
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == OpenDataset.class) {
            return adapter.cast(OpenDatasets.get().find(folder).orElse(null));
        }
        return super.getAdapter(adapter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnnotationEditorInput input && input.folder.equals(folder) && input.batch.equals(batch);
    }

    @Override
    public int hashCode() {
        return Objects.hash(folder, batch);
    }
}
