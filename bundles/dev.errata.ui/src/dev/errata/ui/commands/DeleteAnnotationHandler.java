package dev.errata.ui.commands;

import java.util.List;

import org.eclipse.emf.common.command.Command;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.ui.selection.LabelReference;

/** Deletes the selected annotations; asks nothing, for it can be undone. */
public final class DeleteAnnotationHandler extends LabelHandler {

    @Override
    protected boolean concerns(LabelReference reference) {
        return reference.hasAnnotation();
    }

    @Override
    protected Command command(List<LabelReference> selected) {
        List<Annotation> annotations = annotations(selected);
        return annotations.isEmpty() ? null : LabelCommands.delete(selected.get(0).target(), annotations, ""); //$NON-NLS-1$
    }
}
