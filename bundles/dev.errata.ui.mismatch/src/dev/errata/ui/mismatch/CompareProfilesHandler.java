package dev.errata.ui.mismatch;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.ui.commands.Ids;
import dev.errata.ui.mismatch.inputs.MismatchInput;

/** Opens a grid of what another profile counts differently. */
public final class CompareProfilesHandler extends OpenMismatchesHandler {

    @Override
    protected List<MismatchInput> inputs(ExecutionEvent event) throws ExecutionException {
        String profile = event.getParameter(Ids.COMPARE_PROFILES_WITH);
        return ofRun(HandlerUtil.getCurrentSelection(event),
            (dataset, run) -> MismatchInput.differences(dataset, run, profile));
    }
}
