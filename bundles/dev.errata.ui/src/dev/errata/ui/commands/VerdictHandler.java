package dev.errata.ui.commands;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.selection.LabelReference;

/** Records a decision about the selected objects; changes no label. */
public abstract class VerdictHandler extends AbstractHandler {

    private final VerdictKind kind;

    VerdictHandler(VerdictKind kind) {
        this.kind = kind;
    }

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<LabelReference> selected = LabelReference.of(HandlerUtil.getCurrentSelection(event));
        if (!selected.isEmpty()) {
            OpenDataset dataset = selected.get(0).dataset();
            List<Suspect> suspects = selected.stream().map(LabelReference::suspect).toList();
            DatasetCommands.run(dataset, Messages.VerdictHandler_label,
                () -> Review.of(dataset).decide(suspects, kind, "")); //$NON-NLS-1$
        }
        return null;
    }

    /** The label is right, the model wrong. */
    public static final class LabelIsRight extends VerdictHandler {

        public LabelIsRight() {
            super(VerdictKind.MODEL_WRONG);
        }
    }

    /** The label is wrong, or missing; somebody fixes it later. */
    public static final class LabelIsWrong extends VerdictHandler {

        public LabelIsWrong() {
            super(VerdictKind.LABEL_WRONG);
        }
    }

    /** Nobody can tell. */
    public static final class Ambiguous extends VerdictHandler {

        public Ambiguous() {
            super(VerdictKind.AMBIGUOUS);
        }
    }
}
