package dev.errata.ui.wizards;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A page that asks for files in three columns: label, field, buttons. On a small screen it scrolls. */
abstract class FilesPage extends WizardPage {

    static final int COLUMNS = 3;
    private static final int WIDTH_IN_CHARACTERS = 60;

    FilesPage(String name) {
        super(name);
    }

    @Override
    public final void createControl(Composite parent) {
        initializeDialogUnits(parent);
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        Composite area = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(convertHorizontalDLUsToPixels(7), 7).applyTo(area);
        scrolled.setContent(area);
        fill(area);
        Dialog.applyDialogFont(area);
        scrolled.setMinSize(area.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        setControl(scrolled);
        filled();
    }

    /** Makes the controls of the page. */
    abstract void fill(Composite area);

    /** The page has all its controls. */
    void filled() {
    }

    /** A field with its label, and a button that opens a dialog of the system; null for none. */
    final Text row(Composite area, String label, String hint, Runnable browse) {
        new Label(area, SWT.NONE).setText(label);
        Text text = new Text(area, SWT.BORDER);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER)
            .hint(convertWidthInCharsToPixels(WIDTH_IN_CHARACTERS), SWT.DEFAULT).span(browse == null ? 2 : 1, 1).applyTo(text);
        if (browse != null) {
            Button button = new Button(area, SWT.PUSH);
            button.setText(Messages.Button_browse);
            setButtonLayoutData(button);
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse.run()));
        }
        return text;
    }
}
