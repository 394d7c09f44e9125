package dev.errata.ui.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.common.command.Command;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Prediction;
import dev.errata.ui.selection.LabelReference;

/** Gives each selected annotation the class that the model saw there. */
public final class RelabelToPredictedHandler extends LabelHandler {

    @Override
    protected boolean concerns(LabelReference reference) {
        return reference.hasAnnotation();
    }

    @Override
    protected Command command(List<LabelReference> selected) {
        Map<Annotation, LabelClass> wanted = new LinkedHashMap<>();
        String run = ""; //$NON-NLS-1$
        for (LabelReference reference : selected) {
            Annotation annotation = reference.annotation();
            Prediction prediction = annotation == null ? null : reference.prediction();
            if (prediction != null && changes(reference.dataset(), annotation, prediction.getLabel())) {
                wanted.put(annotation, prediction.getLabel());
                run = prediction.getRun().getName();
            }
        }
        return wanted.isEmpty() ? null : LabelCommands.relabelEach(selected.get(0).target(), wanted,
            NLS.bind(Messages.LabelCommand_predictedBy, run));
    }
}
