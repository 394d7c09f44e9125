package dev.errata.ui.problems;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IEncodedStorage;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

/** Shows a part of an imported file in a text editor, which cannot change it: imported files stay as they are. */
final class ExcerptInput extends PlatformObject implements IStorageEditorInput {

    private final String place;
    private final Excerpt excerpt;

    /** @param place the file, or the archive and its entry */
    ExcerptInput(String place, Excerpt excerpt) {
        this.place = place;
        this.excerpt = excerpt;
    }

    /** The same file around the same text is the same input: its editor is shown again. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ExcerptInput input && input.place.equals(place) && input.excerpt.text().equals(excerpt.text());
    }

    @Override
    public int hashCode() {
        return place.hashCode();
    }

    @Override
    public IEncodedStorage getStorage() {
        return new Storage();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        String name = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
        return NLS.bind(excerpt.whole() ? Messages.ExcerptInput_whole : Messages.ExcerptInput_part, name);
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return place;
    }

    private final class Storage extends PlatformObject implements IEncodedStorage {

        @Override
        public InputStream getContents() {
            return new ByteArrayInputStream(excerpt.text().getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getCharset() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public IPath getFullPath() {
            return null;
        }

        @Override
        public String getName() {
            return ExcerptInput.this.getName();
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }
    }
}
