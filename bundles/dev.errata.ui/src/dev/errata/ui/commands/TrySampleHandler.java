package dev.errata.ui.commands;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.SampleDataset;

/** Opens the sample dataset. */
public final class TrySampleHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        SampleDataset.open();
        ShowPerspective.in(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        return null;
    }
}
