package dev.errata.ui.matrix.filter;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

import dev.errata.dataset.filter.Completion;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.ui.AccessibleNames;
import dev.errata.ui.Texts;
import dev.errata.ui.fields.FieldMenu;

/** The line in which a person writes what is to be counted, and chooses a field to slice by. */
public final class FilterBar extends Composite {

    private static final String ERROR_COLOUR = "ERROR_COLOR";

    private final FilterControl control;
    private final Text text;
    private final Button clear;
    private final Button slice;
    private final Label message;

    public FilterBar(Composite parent, FilterControl control) {
        super(parent, SWT.NONE);
        this.control = control;
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 2;
        setLayout(layout);
        text = new Text(this, SWT.SINGLE | SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setMessage(Messages.Filter_Hint);
        text.setToolTipText(Messages.Filter_Tip);
        AccessibleNames.set(text, Messages.Filter_Name);
        text.addListener(SWT.FocusIn, event -> control.needFields());
        text.addListener(SWT.DefaultSelection, event -> control.write(text.getText()));
        text.addListener(SWT.Modify, event -> showClear());
        text.addListener(SWT.KeyDown, this::key);
        clear = new Button(this, SWT.PUSH | SWT.FLAT);
        clear.setText(Messages.Filter_Clear);
        clear.setToolTipText(Messages.Filter_ClearTip);
        clear.setLayoutData(new GridData());
        clear.addListener(SWT.Selection, event -> {
            set("");
            control.write("");
            text.setFocus();
        });
        slice = new Button(this, SWT.PUSH | SWT.FLAT);
        slice.setText(Messages.Slice_Button);
        slice.setToolTipText(Messages.Slice_Tip);
        slice.addListener(SWT.Selection, event -> control.withFields(this::showFields));
        message = new Label(this, SWT.WRAP);
        message.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1));
        assist();
        showClear();
        say("", false);
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            set(control.text());
            say("", false);
        }
    }

    /** Ctrl+Space offers fields, and values behind a comparison. */
    private void assist() {
        ContentProposalAdapter adapter = new ContentProposalAdapter(text, new TextContentAdapter(), this::proposals,
            KeyStroke.getInstance(SWT.MOD1, ' '), null);
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_IGNORE);
        adapter.addContentProposalListener(proposal -> {
            if (proposal instanceof Proposal chosen) {
                Completion completion = chosen.completion;
                text.setText(completion.in(text.getText()));
                text.setSelection(completion.begin() + completion.text().length());
            }
        });
    }

    private IContentProposal[] proposals(String contents, int position) {
        Optional<FieldSet> fields = control.fields();
        if (fields.isEmpty()) {
            control.needFields();
            return new IContentProposal[] {new ContentProposal("", Messages.Filter_Reading, null)};
        }
        return Completion.at(contents, position, fields.get()).stream().map(Proposal::new).toArray(IContentProposal[]::new);
    }

    /** One of the offered texts. */
    private static final class Proposal extends ContentProposal {

        private final Completion completion;

        Proposal(Completion completion) {
            super(completion.text());
            this.completion = completion;
        }
    }

    private void showFields(FieldSet fields) {
        FieldMenu.open(slice, slice.toDisplay(0, slice.getSize().y), fields, Messages.Slice_None, control.sliced(),
            control::slice);
    }

    /** Shows a filter without applying it. */
    public void set(String filter) {
        if (!text.getText().equals(filter)) {
            text.setText(filter);
            text.setSelection(filter.length());
        }
    }

    private void showClear() {
        boolean shown = !text.getText().isEmpty();
        GridData data = (GridData) clear.getLayoutData();
        if (data.exclude == shown) {
            data.exclude = !shown;
            clear.setVisible(shown);
            layout();
        }
    }

    /** The filter cannot be understood from a column on. */
    public void showError(int column, String why) {
        say(column > 0 ? NLS.bind(Messages.Filter_Error, column, why) : why, true);
        if (column > 0 && text.isFocusControl() && column <= text.getText().length()) {
            text.setSelection(column - 1, text.getText().length());
        }
    }

    /** The filter is applied; something may be odd about it. */
    public void showNotes(List<String> notes) {
        say(String.join(" ", notes), false);
    }

    private void say(String words, boolean error) {
        message.setText(Texts.inLabel(words));
        message.setForeground(error ? JFaceResources.getColorRegistry().get(ERROR_COLOUR) : null);
        GridData data = (GridData) message.getLayoutData();
        data.exclude = words.isEmpty();
        message.setVisible(!words.isEmpty());
        getParent().layout();
    }

    Text text() {
        return text;
    }
}
