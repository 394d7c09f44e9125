package dev.errata.ui.mismatch.selftest;

import java.util.Locale;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

import dev.errata.engine.ranking.SelfTest.MethodResult;
import dev.errata.engine.ranking.SelfTest;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.Failures;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.mismatch.GridPreferences;
import dev.errata.ui.mismatch.inputs.MismatchInput;
import dev.errata.ui.mismatch.tiles.Texts;

/** How many seeded errors each method finds, a row each, the best first; opens the suspects of the chosen one. */
final class SelfTestDialog extends TitleAreaDialog {

    private final IWorkbenchWindow window;
    private final MismatchInput suspects;
    private final SelfTest.Result result;
    private Table table;

    SelfTestDialog(IWorkbenchWindow window, MismatchInput suspects, SelfTest.Result result) {
        super(window.getShell());
        this.window = window;
        this.suspects = suspects;
        this.result = result;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.SelfTest_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(NLS.bind(Messages.SelfTest_heading, Texts.count(result.errorCount()), Texts.count(result.labels())));
        setMessage(Messages.SelfTest_explanation);
        table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        AccessibleNames.set(table, Messages.SelfTest_title);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        column(Messages.SelfTest_method, SWT.LEFT);
        column(Messages.SelfTest_averagePrecision, SWT.RIGHT);
        for (int depth : result.depths()) {
            column(NLS.bind(Messages.SelfTest_first, Texts.count(depth)), SWT.RIGHT);
        }
        result.methods().stream().sorted((one, other) -> Double.compare(other.averagePrecision(), one.averagePrecision()))
            .forEach(this::row);
        for (TableColumn column : table.getColumns()) {
            column.pack();
        }
        table.select(0);
        table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(event -> okPressed()));
        return area;
    }

    private void column(String title, int style) {
        new TableColumn(table, style).setText(title);
    }

    private void row(MethodResult method) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setData(method.method().id());
        item.setText(0, Texts.order(method.method().id()));
        item.setText(1, String.format(Locale.ROOT, "%.3f", method.averagePrecision())); //$NON-NLS-1$
        for (int i = 0; i < result.depths().size(); i++) {
            item.setText(2 + i, String.format(Locale.ROOT, "%s (%.0f %%)", Texts.count(method.found().get(i)), //$NON-NLS-1$
                100 * method.recall().get(i)));
        }
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, Messages.SelfTest_use, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, false);
    }

    /** Opens the suspects of the selected method. */
    @Override
    protected void okPressed() {
        String method = (String) table.getSelection()[0].getData();
        super.okPressed();
        IWorkbenchPage page = window.getActivePage();
        try {
            IEditorPart open = page.findEditor(suspects);
            if (open != null) {
                page.closeEditor(open, false);
            }
            new GridPreferences().choose(suspects, method);
            page.openEditor(suspects, Ids.MISMATCH_EDITOR);
        } catch (PartInitException failure) {
            Failures.show(Messages.SelfTest_notOpened, failure);
        }
    }
}
