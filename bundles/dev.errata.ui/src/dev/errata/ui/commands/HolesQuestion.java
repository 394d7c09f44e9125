package dev.errata.ui.commands;

import java.util.List;

import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.ComparedOutlines;
import dev.errata.dataset.model.Prediction;
import dev.errata.ui.PersonalSettings;

/** Asks before labels are made of masks with holes, which their outlines leave out; not again, if the person likes. */
final class HolesQuestion {

    private static final String ANSWERED = "acceptMasksWithHoles"; //$NON-NLS-1$
    private static final PersonalSettings SETTINGS = new PersonalSettings("dev.errata.ui"); //$NON-NLS-1$

    private HolesQuestion() {
    }

    /** Whether the person wants the labels; not on the UI thread. */
    static boolean isFine(OpenDataset dataset, List<Prediction> predictions) {
        if (SETTINGS.get(ANSWERED).isPresent()) {
            return true;
        }
        long holed = predictions.stream().filter(prediction -> ComparedOutlines.holes(dataset, prediction) > 0).count();
        return holed == 0 || PlatformUI.getWorkbench().getDisplay().syncCall(() -> ask(holed));
    }

    private static boolean ask(long holed) {
        MessageDialogWithToggle dialog = MessageDialogWithToggle.openOkCancelConfirm(
            PlatformUI.getWorkbench().getModalDialogShellProvider().getShell(), Messages.HolesQuestion_title,
            NLS.bind(Messages.HolesQuestion_message, Long.toString(holed)), Messages.HolesQuestion_again, false, null, null);
        boolean fine = dialog.getReturnCode() == Window.OK;
        if (fine && dialog.getToggleState()) {
            SETTINGS.put(ANSWERED, Boolean.TRUE.toString());
        }
        return fine;
    }
}
