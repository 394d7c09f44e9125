package dev.errata.ui.journal;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.journal.postgres.ServerLogin;

/** Asks who somebody is for a server. */
final class LoginDialog extends TitleAreaDialog {

    private final ServerAddress server;
    private final String offered;
    private final boolean refused;
    private Text user;
    private Text password;
    private Button keep;
    private ServerLogin login;
    private boolean kept;

    /**
     * @param offered who it may be
     * @param refused whether the server refused what was said before
     */
    LoginDialog(Shell shell, ServerAddress server, String offered, boolean refused) {
        super(shell);
        this.server = server;
        this.offered = offered;
        this.refused = refused;
        setHelpAvailable(false);
    }

    ServerLogin login() {
        return login;
    }

    /** Whether it is to be remembered when the program has ended. */
    boolean isToBeKept() {
        return kept;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Login_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(Messages.Login_title);
        setMessage(NLS.bind(Messages.Login_message, server.place()));
        setErrorMessage(refused ? Messages.Login_refused : null);
        Composite content = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).applyTo(content);
        user = text(content, Messages.Login_user, SWT.BORDER);
        user.setText(offered);
        password = text(content, Messages.Login_password, SWT.BORDER | SWT.PASSWORD);
        keep = new Button(content, SWT.CHECK);
        keep.setText(Messages.Login_keep);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(keep);
        user.addModifyListener(event -> getButton(IDialogConstants.OK_ID).setEnabled(!user.getText().isBlank()));
        password.setFocus();
        return area;
    }

    private static Text text(Composite parent, String label, int style) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, style);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    @Override
    protected void okPressed() {
        login = new ServerLogin(user.getText().strip(), password.getText());
        kept = keep.getSelection();
        super.okPressed();
    }
}
