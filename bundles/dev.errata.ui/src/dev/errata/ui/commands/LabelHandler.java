package dev.errata.ui.commands;

import java.util.List;
import java.util.Objects;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.emf.common.command.Command;
import org.eclipse.ui.handlers.HandlerUtil;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.state.Fields;
import dev.errata.ui.edit.DatasetCommands;
import dev.errata.ui.selection.LabelReference;

/** Changes the selected labels by one undoable command, made and executed in the background. */
abstract class LabelHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<LabelReference> selected = LabelReference.of(HandlerUtil.getCurrentSelection(event)).stream()
            .filter(this::concerns).toList();
        if (!selected.isEmpty()) {
            DatasetCommands.run(selected.get(0).dataset(), name(event), () -> command(selected));
        }
        return null;
    }

    private static String name(ExecutionEvent event) throws ExecutionException {
        try {
            return event.getCommand().getName();
        } catch (NotDefinedException impossible) {
            throw new ExecutionException(impossible.getMessage(), impossible);
        }
    }

    /** Whether the command has anything to do with an object; reads nothing. */
    protected abstract boolean concerns(LabelReference reference);

    /**
     * Called in the background.
     *
     * @param selected of one dataset or task, at least one
     * @return null where nothing is to be done
     */
    protected abstract Command command(List<LabelReference> selected);

    static List<Annotation> annotations(List<LabelReference> selected) {
        return selected.stream().map(LabelReference::annotation).filter(Objects::nonNull).distinct().toList();
    }

    /** Whether an annotation gets another class, or people disagree about its class and this one decides. */
    static boolean changes(OpenDataset dataset, Annotation annotation, LabelClass to) {
        return annotation.getLabel() != to || dataset.changes().isConflicting(annotation, Fields.LABEL);
    }

    static List<Prediction> predictions(List<LabelReference> selected) {
        return selected.stream().map(LabelReference::prediction).filter(Objects::nonNull).distinct().toList();
    }
}
