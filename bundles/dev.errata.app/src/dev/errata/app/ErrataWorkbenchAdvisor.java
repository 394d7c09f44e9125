package dev.errata.app;

import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;

import dev.errata.ui.DatasetProjects;
import dev.errata.ui.SampleDataset;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

/** Sets the workbench up for resources, which a plain one does not know, and saves the workspace at the end. */
final class ErrataWorkbenchAdvisor extends WorkbenchAdvisor {

    private static final int PULSE_MILLISECONDS = 50;

    private final StartArguments arguments;

    ErrataWorkbenchAdvisor(StartArguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Ids.PERSPECTIVE;
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT, "icons/dataset.svg"); //$NON-NLS-1$
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "icons/closedDataset.svg"); //$NON-NLS-1$
    }

    private static void declare(IWorkbenchConfigurer configurer, String name, String path) {
        ResourceLocator.imageDescriptorFromBundle("dev.errata.ui", path) //$NON-NLS-1$
            .ifPresent(image -> configurer.declareImage(name, image, true));
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ErrataWindowAdvisor(configurer);
    }

    /**
     * Wakes the display now and then meanwhile. The platform waits here for the thread that restores the windows, and the display
     * may miss that thread's call (eclipse-platform/eclipse.platform.ui, pull request 4297): every third start stood still for
     * some seconds then, until an event of another kind came.
     */
    @Override
    public boolean openWindows() {
        Display display = Display.getCurrent();
        Runnable pulse = new Runnable() {
            @Override
            public void run() {
                display.timerExec(PULSE_MILLISECONDS, this);
            }
        };
        pulse.run();
        try {
            return super.openWindows();
        } finally {
            display.timerExec(-1, pulse);
        }
    }

    @Override
    public void postStartup() {
        if (arguments.sample()) {
            SampleDataset.open();
        }
        // after what the workbench reopens by itself: the last one asked for is shown
        arguments.dataset().ifPresent(dataset -> Display.getCurrent().asyncExec(() -> DatasetProjects.open(dataset)));
    }

    @Override
    public boolean preShutdown() {
        DatasetCommands.awaitAll();
        return true;
    }

    @Override
    public void postShutdown() {
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        try {
            workspace.save(true, new NullProgressMonitor());
        } catch (CoreException failure) {
            ILog.of(ErrataWorkbenchAdvisor.class).log(failure.getStatus());
        }
    }
}
