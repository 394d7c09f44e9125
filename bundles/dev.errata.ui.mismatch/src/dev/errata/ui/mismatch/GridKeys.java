package dev.errata.ui.mismatch;

import java.util.List;

import org.eclipse.ui.IWorkbenchCommandConstants;

import dev.errata.ui.commands.Ids;
import dev.errata.ui.keys.KeyPage;
import dev.errata.ui.keys.KeyPage.Fixed;
import dev.errata.ui.keys.KeyPage.Group;

/** The keys of a grid, as a person looks for them. */
final class GridKeys {

    private GridKeys() {
    }

    static KeyPage page() {
        return new KeyPage(Messages.GridKeys_title, Ids.GRID_CONTEXT, List.of(
            new Group(Messages.GridKeys_decide, List.of(Ids.RELABEL_TO_PREDICTED, Ids.RELABEL, Ids.ACCEPT_PREDICTION,
                Ids.DELETE_ANNOTATION, Ids.LABEL_IS_RIGHT, Ids.LABEL_IS_WRONG, Ids.AMBIGUOUS, Ids.SKIP,
                Ids.OPEN_IN_ANNOTATION_EDITOR, Ids.SEND_TO_ANNOTATION), List.of()),
            new Group(Messages.GridKeys_select, List.of(), List.of(
                new Fixed(Messages.GridKeys_arrows, Messages.GridKeys_go),
                new Fixed(Messages.GridKeys_shiftArrows, Messages.GridKeys_range),
                new Fixed(Messages.GridKeys_controlSpace, Messages.GridKeys_toggle),
                new Fixed(Messages.GridKeys_escape, Messages.GridKeys_none))),
            new Group(Messages.GridKeys_look, List.of(OutlinesHandler.COMMAND, IWorkbenchCommandConstants.FILE_REFRESH), List.of(
                new Fixed(Messages.GridKeys_plusMinus, Messages.GridKeys_size))),
            Group.everywhere()));
    }
}
