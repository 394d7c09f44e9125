package dev.errata.ui.commands;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.LabelClass;
import dev.errata.ui.edit.ClassChooser;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.edit.RecentClasses;
import dev.errata.ui.selection.LabelReference;

/** Gives the selected annotations the class with the number in the parameter, or one that the person chooses. */
public final class RelabelHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<LabelReference> selected = LabelReference.of(HandlerUtil.getCurrentSelection(event)).stream()
            .filter(LabelReference::hasAnnotation).toList();
        if (selected.isEmpty()) {
            return null;
        }
        OpenDataset dataset = selected.get(0).dataset();
        String number = event.getParameter(Ids.RELABEL_CLASS);
        if (number != null) {
            int label = Integer.parseInt(number) - 1;
            if (label < dataset.document().getClasses().size()) {
                relabel(dataset, selected, dataset.labelClass(label));
            }
            return null;
        }
        Point cursor = HandlerUtil.getActiveShellChecked(event).getDisplay().getCursorLocation();
        ClassChooser.open(HandlerUtil.getActiveShellChecked(event), cursor, dataset,
            chosen -> relabel(dataset, selected, chosen));
        return null;
    }

    private static void relabel(OpenDataset dataset, List<LabelReference> selected, LabelClass to) {
        RecentClasses.of(dataset).used(to);
        DatasetCommands.run(dataset, Messages.RelabelHandler_label, () -> {
            List<Annotation> annotations = LabelHandler.annotations(selected).stream()
                .filter(annotation -> LabelHandler.changes(dataset, annotation, to)).toList();
            return annotations.isEmpty() ? null
                : LabelCommands.relabel(selected.get(0).target(), annotations, to, ""); //$NON-NLS-1$
        });
    }
}
