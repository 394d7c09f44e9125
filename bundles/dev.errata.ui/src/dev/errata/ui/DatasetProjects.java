package dev.errata.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.OpenDataset;

/** Dataset folders as projects of the workspace. */
public final class DatasetProjects {

    /** The document of a dataset, in the top folder of its project. */
    public static final String DOCUMENT = "dataset.errata"; //$NON-NLS-1$

    private DatasetProjects() {
    }

    /** Whether a project is open and is a dataset folder; asks the workspace, not the disk. */
    public static boolean isDataset(IProject project) {
        return project.isAccessible() && project.getFile(DOCUMENT).exists();
    }

    public static boolean isDocument(IFile file) {
        return file.getName().equals(DOCUMENT) && file.getParent() instanceof IProject;
    }

    /** The folder of a project on the local disk. */
    public static Optional<Path> folder(IProject project) {
        return Optional.ofNullable(project.getLocation()).map(location -> Path.of(location.toOSString()));
    }

    /** The project that shows a dataset, if there is one in this workspace. */
    public static Optional<IProject> project(OpenDataset dataset) {
        return project(dataset.folder());
    }

    /** The project at a folder, if there is one in this workspace; it may be closed. */
    public static Optional<IProject> project(Path folder) {
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            Optional<Path> location = folder(project);
            if (location.isPresent() && same(location.get(), folder)) {
                return Optional.of(project);
            }
        }
        return Optional.empty();
    }

    private static boolean same(Path one, Path other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Shows a dataset folder in the workspace and opens it; errors are shown. Any thread. */
    public static CompletableFuture<OpenDataset> open(Path folder) {
        CompletableFuture<OpenDataset> result = new CompletableFuture<>();
        Job job = Job.create(NLS.bind(Messages.DatasetProjects_connect, folder.getFileName()), monitor -> {
            connect(folder, monitor);
            OpenDatasets.get().open(folder).whenComplete((dataset, failure) -> {
                if (failure == null) {
                    result.complete(dataset);
                } else {
                    result.completeExceptionally(failure);
                }
            });
        });
        job.setRule(ResourcesPlugin.getWorkspace().getRoot());
        job.addJobChangeListener(IJobChangeListener.onDone(event -> {
            if (!event.getResult().isOK()) {
                result.completeExceptionally(new CoreException(event.getResult()));
            }
        }));
        job.schedule();
        return result;
    }

    /**
     * Shows a dataset folder in the workspace: finds, opens or makes the project there. Where the folder has no project
     * description one is written; its name is the folder's, made different from all others.
     */
    public static IProject connect(Path folder, IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, 3);
        Optional<IProject> known = project(folder);
        if (known.isPresent()) {
            known.get().open(IResource.BACKGROUND_REFRESH, progress.split(1));
            known.get().refreshLocal(IResource.DEPTH_ONE, progress.split(1));
            return known.get();
        }
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IPath location = IPath.fromOSString(folder.toAbsolutePath().toString());
        String base = folder.getFileName().toString();
        String name = base;
        for (int count = 2; workspace.getRoot().getProject(name).exists(); count++) {
            name = base + " (" + count + ')'; //$NON-NLS-1$
        }
        IProject project = workspace.getRoot().getProject(name);
        IProjectDescription description = workspace.newProjectDescription(name);
        // a project in the workspace folder itself is there by its name, and may not give its location
        if (!location.removeLastSegments(1).equals(workspace.getRoot().getLocation()) || !base.equals(name)) {
            description.setLocation(location);
        }
        description.setNatureIds(new String[] {DatasetNature.ID});
        project.create(description, progress.split(1));
        // a folder of a million pictures is read behind the person's back; the document is seen at once
        project.open(IResource.BACKGROUND_REFRESH, progress.split(1));
        project.refreshLocal(IResource.DEPTH_ONE, progress.split(1));
        return project;
    }
}
