package dev.errata.ui;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectNature;

import dev.errata.dataset.imports.ImportDataset;

/** Marks projects that are dataset folders. */
public final class DatasetNature implements IProjectNature {

    /** The id that imports write into a dataset folder. */
    public static final String ID = ImportDataset.NATURE;

    private IProject project;

    @Override
    public void configure() {
        // a dataset needs no builder
    }

    @Override
    public void deconfigure() {
        // nothing was configured
    }

    @Override
    public IProject getProject() {
        return project;
    }

    @Override
    public void setProject(IProject value) {
        project = value;
    }
}
