package dev.errata.ui.commands;

import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;

/** Opens wizards from commands. */
final class Wizards {

    private Wizards() {
    }

    static void open(Shell shell, IWizard wizard) {
        WizardDialog dialog = new WizardDialog(shell, wizard);
        dialog.setHelpAvailable(false);
        dialog.create();
        dialog.getShell().setText(wizard.getWindowTitle());
        dialog.open();
    }
}
