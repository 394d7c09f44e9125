package dev.errata.ui.annotation.editor.image;

import java.util.List;

import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.common.command.CompoundCommand;
import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.LabelClass;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.tools.Edit;

/** Makes a command of what a tool asks for. */
final class EditCommands {

    private EditCommands() {
    }

    /**
     * One undo step.
     *
     * @param image index of the image
     * @param label class of what is drawn
     */
    static Command of(Edit edit, LabelTarget target, int image, LabelClass label) {
        return switch (edit) {
            case Edit.Draw draw -> LabelCommands.add(target, image, label, draw.box().toArray(), draw.polygons());
            case Edit.Reshape reshape -> reshape(target, reshape.changed());
        };
    }

    private static Command reshape(LabelTarget target, List<Shape> changed) {
        List<Command> commands = changed.stream().map(shape -> reshape(target, shape)).toList();
        return commands.size() == 1 ? commands.get(0)
            : new CompoundCommand(NLS.bind(Messages.Edit_moveSeveral, commands.size()), "", commands); //$NON-NLS-1$
    }

    private static Command reshape(LabelTarget target, Shape shape) {
        Annotation annotation = (Annotation) shape.element();
        return shape.isPolygon() ? LabelCommands.setPolygons(target, annotation, shape.polygons())
            : LabelCommands.setBox(target, annotation, shape.box().toArray());
    }
}
