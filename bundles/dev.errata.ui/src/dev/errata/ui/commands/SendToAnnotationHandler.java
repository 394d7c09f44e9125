package dev.errata.ui.commands;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.selection.LabelReference;

/** Makes a batch of the selected objects, one task an image; its name comes from its content, and it can be undone. */
public final class SendToAnnotationHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<LabelReference> selected = LabelReference.of(HandlerUtil.getCurrentSelection(event));
        if (!selected.isEmpty()) {
            OpenDataset dataset = selected.get(0).dataset();
            List<Suspect> suspects = selected.stream().map(LabelReference::suspect).toList();
            DatasetCommands.run(dataset, Messages.SendToAnnotationHandler_label,
                () -> Review.of(dataset).send("", suspects)); //$NON-NLS-1$
        }
        return null;
    }
}
