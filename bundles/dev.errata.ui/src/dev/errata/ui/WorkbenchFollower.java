package dev.errata.ui;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.OpenDataset;

/** Makes the selected dataset the active one, in every window, and closes datasets whose project goes away. */
final class WorkbenchFollower implements ISelectionListener, IWindowListener {

    private final OpenDatasets datasets;

    private WorkbenchFollower(OpenDatasets datasets) {
        this.datasets = datasets;
    }

    /** On the UI thread. */
    static void install(OpenDatasets datasets) {
        WorkbenchFollower follower = new WorkbenchFollower(datasets);
        IWorkbench workbench = PlatformUI.getWorkbench();
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            follower.windowOpened(window);
        }
        workbench.addWindowListener(follower);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(event -> follower.projectGoes(event.getResource()),
            IResourceChangeEvent.PRE_CLOSE | IResourceChangeEvent.PRE_DELETE);
    }

    @Override
    public void selectionChanged(IWorkbenchPart part, ISelection selection) {
        if (!(selection instanceof IStructuredSelection structured) || structured.isEmpty()) {
            return;
        }
        Object first = structured.getFirstElement();
        OpenDataset dataset = Adapters.adapt(first, OpenDataset.class);
        if (dataset != null) {
            datasets.setActive(dataset);
            return;
        }
        IProject project = datasetProject(first);
        if (project != null) {
            // what failed once is tried again only when somebody asks for it: an error for each click would be rude
            DatasetProjects.folder(project).filter(folder -> !datasets.hasFailed(folder)).ifPresent(datasets::open);
        }
    }

    private static IProject datasetProject(Object selected) {
        IResource resource = Adapters.adapt(selected, IResource.class);
        if (resource instanceof IProject project && DatasetProjects.isDataset(project)) {
            return project;
        }
        return resource instanceof IFile file && DatasetProjects.isDocument(file) ? file.getProject() : null;
    }

    private void projectGoes(IResource resource) {
        IPath location = resource.getLocation();
        if (location != null) {
            Optional<OpenDataset> dataset = datasets.find(Path.of(location.toOSString()));
            dataset.ifPresent(datasets::close);
        }
    }

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        window.getSelectionService().addPostSelectionListener(this);
    }

    @Override
    public void windowClosed(IWorkbenchWindow window) {
        window.getSelectionService().removePostSelectionListener(this);
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) {
        // the selection says it
    }

    @Override
    public void windowDeactivated(IWorkbenchWindow window) {
        // the selection says it
    }
}
