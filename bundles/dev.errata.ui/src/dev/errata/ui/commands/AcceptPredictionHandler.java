package dev.errata.ui.commands;

import java.util.List;

import org.eclipse.emf.common.command.Command;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Prediction;
import dev.errata.ui.selection.LabelReference;

/** Makes annotations of the selected predictions. */
public final class AcceptPredictionHandler extends LabelHandler {

    @Override
    protected boolean concerns(LabelReference reference) {
        return reference.hasPrediction();
    }

    @Override
    protected Command command(List<LabelReference> selected) {
        List<Prediction> predictions = predictions(selected);
        return predictions.isEmpty() ? null : LabelCommands.accept(selected.get(0).target(), predictions,
            NLS.bind(Messages.LabelCommand_predictedBy, predictions.get(0).getRun().getName()));
    }
}
