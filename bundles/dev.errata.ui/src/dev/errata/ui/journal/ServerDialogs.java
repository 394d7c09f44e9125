package dev.errata.ui.journal;

import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.journal.postgres.ServerLogin;
import dev.errata.dataset.journal.postgres.ServerQuestions;

/** Asks the person at the window about servers; what they want remembered is not asked again. */
public final class ServerDialogs implements ServerQuestions {

    @Override
    public boolean mayConnect(ServerAddress server) {
        boolean[] connect = new boolean[1];
        // the first is what Enter does
        ask(shell -> connect[0] = MessageDialog.open(MessageDialog.QUESTION, shell, Messages.Connect_title,
            NLS.bind(Messages.Connect_message, server), SWT.SHEET, Messages.Connect_cancel, Messages.Connect_connect) == 1);
        return connect[0];
    }

    @Override
    public Optional<ServerLogin> login(ServerAddress server, String user, boolean refused) {
        Optional<ServerLogin> kept = refused ? Optional.empty() : KeptLogins.get(server);
        if (kept.isPresent()) {
            return kept;
        }
        LoginDialog[] answered = new LoginDialog[1];
        ask(shell -> {
            LoginDialog dialog = new LoginDialog(shell, server, user, refused);
            if (dialog.open() == Window.OK) {
                answered[0] = dialog;
            }
        });
        if (answered[0] == null) {
            return Optional.empty();
        }
        if (answered[0].isToBeKept()) {
            KeptLogins.put(server, answered[0].login());
        }
        return Optional.of(answered[0].login());
    }

    /** Something that is asked over a window. */
    private interface Question {
        void ask(Shell shell);
    }

    private static void ask(Question question) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.syncExec(() -> question.ask(PlatformUI.getWorkbench().getModalDialogShellProvider().getShell()));
    }
}
