package dev.errata.ui.annotation.editor.commands;

import java.util.List;

import org.eclipse.ui.IWorkbenchCommandConstants;

import dev.errata.ui.commands.Ids;
import dev.errata.ui.keys.KeyPage;
import dev.errata.ui.keys.KeyPage.Fixed;
import dev.errata.ui.keys.KeyPage.Group;

/** The keys of the annotation editor, as a person looks for them. */
public final class EditorKeys {

    private EditorKeys() {
    }

    public static KeyPage page() {
        return new KeyPage(Messages.Keys_title, Ids.CANVAS_CONTEXT, List.of(
            new Group(Messages.Keys_decide, List.of(Ids.RELABEL_TO_PREDICTED, Ids.RELABEL, Ids.ACCEPT_PREDICTION,
                Ids.DELETE_ANNOTATION, CanvasCommands.DELETE_LOCKED, Ids.LABEL_IS_RIGHT, Ids.LABEL_IS_WRONG, Ids.AMBIGUOUS,
                Ids.SKIP), List.of()),
            new Group(Messages.Keys_draw, List.of(CanvasCommands.DRAW_BOX, CanvasCommands.DRAW_POLYGON, CanvasCommands.SELECT,
                CanvasCommands.DUPLICATE, IWorkbenchCommandConstants.EDIT_COPY, IWorkbenchCommandConstants.EDIT_PASTE), List.of(
                    new Fixed(Messages.Keys_arrows, Messages.Keys_nudge),
                    new Fixed(Messages.Keys_shiftArrows, Messages.Keys_nudgeFar),
                    new Fixed(Messages.Keys_backspace, Messages.Keys_stepBack),
                    new Fixed(Messages.Keys_escape, Messages.Keys_cancel))),
            new Group(Messages.Keys_go, List.of(Ids.NEXT_TASK, Ids.PREVIOUS_TASK), List.of(
                new Fixed(Messages.Keys_leftRight, Messages.Keys_images),
                new Fixed(Messages.Keys_tab, Messages.Keys_labels),
                new Fixed(Messages.Keys_controlTab, Messages.Keys_leave))),
            new Group(Messages.Keys_see, List.of(CanvasCommands.OVERLAY, CanvasCommands.FIT, CanvasCommands.ACTUAL_SIZE,
                CanvasCommands.ZOOM_BOX, CanvasCommands.ZOOM_SELECTION, CanvasCommands.ZOOM_IN, CanvasCommands.ZOOM_OUT,
                CanvasCommands.HIDE, CanvasCommands.LOCK), List.of()),
            new Group(Messages.Keys_task, List.of(Ids.SUBMIT_TASK, Ids.ACCEPT_TASK, Ids.RETURN_TASK), List.of()),
            Group.everywhere()));
    }
}
