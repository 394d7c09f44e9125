package dev.errata.ui.commands;

import java.util.List;

import org.eclipse.emf.common.command.Command;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.LabelTarget;
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
        LabelTarget target = selected.get(0).target();
        // keys come faster than commands are done: a prediction may be selected that was accepted a moment ago
        List<Prediction> predictions = predictions(selected).stream()
            .filter(prediction -> !LabelCommands.isAccepted(target, prediction)).toList();
        boolean fine = !predictions.isEmpty() && HolesQuestion.isFine(target.dataset(), predictions);
        return !fine ? null : LabelCommands.accept(target, predictions,
            NLS.bind(Messages.LabelCommand_predictedBy, predictions.get(0).getRun().getName()));
    }
}
