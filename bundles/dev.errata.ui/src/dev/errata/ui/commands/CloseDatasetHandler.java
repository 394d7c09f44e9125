package dev.errata.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import dev.errata.ui.OpenDatasets;

/** Closes the dataset that is shown; its folder and its project stay. */
public final class CloseDatasetHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        OpenDatasets.get().active().ifPresent(OpenDatasets.get()::close);
        return null;
    }
}
