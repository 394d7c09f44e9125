package dev.errata.ui.journal;

import java.io.IOException;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.errata.dataset.VisibleText;
import dev.errata.dataset.journal.postgres.ServerAddress;
import dev.errata.dataset.operations.MoveJournal;

/** Asks where changes are to be kept: in files, or at the address of a database. */
final class MoveJournalDialog extends TitleAreaDialog {

    private static final int WIDTH = 480;
    private static final int INDENT = 20;

    private final String dataset;
    private final String before;
    private Button files;
    private Button server;
    private Text address;
    private String place;

    /** @param before where they are kept now */
    MoveJournalDialog(Shell shell, String dataset, String before) {
        super(shell);
        this.dataset = dataset;
        this.before = before;
        setHelpAvailable(false);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** A place in words, as the end of a sentence. */
    static String words(String place) {
        return place.equals(MoveJournal.FILES) ? Messages.Move_nowInFiles : NLS.bind(Messages.Move_nowAt, place);
    }

    /** What was chosen. */
    String place() {
        return place;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.Move_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(VisibleText.oneLine(NLS.bind(Messages.Move_heading, dataset)));
        Composite content = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).applyTo(content);
        files = radio(content, Messages.Move_inFiles);
        server = radio(content, Messages.Move_onServer);
        Label label = new Label(content, SWT.NONE);
        label.setText(Messages.Move_address);
        GridDataFactory.swtDefaults().indent(INDENT, 0).applyTo(label);
        address = new Text(content, SWT.BORDER);
        address.setMessage(Messages.Move_addressHint);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(address);
        Label explanation = new Label(content, SWT.WRAP);
        explanation.setText(Messages.Move_explanation);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, 10).hint(convertHorizontalDLUsToPixels(WIDTH / 2),
            SWT.DEFAULT).applyTo(explanation);
        boolean inFiles = before.equals(MoveJournal.FILES);
        // to move is what the person came for
        files.setSelection(!inFiles);
        server.setSelection(inFiles);
        address.setText(inFiles ? "" : before); //$NON-NLS-1$
        address.addModifyListener(event -> check());
        return area;
    }

    private Button radio(Composite parent, String text) {
        Button radio = new Button(parent, SWT.RADIO);
        radio.setText(text);
        radio.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> check()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(radio);
        return radio;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.Move_ok, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    public void create() {
        super.create();
        check();
        (server.getSelection() ? address : files).setFocus();
    }

    private void check() {
        address.setEnabled(server.getSelection());
        String wrong = null;
        place = null;
        if (files.getSelection()) {
            place = before.equals(MoveJournal.FILES) ? null : MoveJournal.FILES;
        } else if (!address.getText().isBlank()) {
            try {
                place = ServerAddress.parse(address.getText().strip()).toString();
            } catch (IOException noAddress) {
                wrong = noAddress.getMessage();
            }
        }
        setMessage(NLS.bind(Messages.Move_now, words(before)));
        setErrorMessage(wrong);
        getButton(IDialogConstants.OK_ID).setEnabled(place != null);
    }
}
