package dev.errata.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.DatasetProjects;

/** Opens the dataset of the selected project and shows it. */
public final class ShowDatasetHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IResource resource = Adapters.adapt(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement(), IResource.class);
        if (resource != null) {
            DatasetProjects.folder(resource.getProject()).ifPresent(DatasetProjects::open);
            ShowPerspective.in(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        }
        return null;
    }
}
