package dev.errata.ui.wizards;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.ui.wizards.ImportInput.RunInput;

/** Asks for the results files. */
final class AddRunPage extends WizardPage {

    private final OpenDataset dataset;
    private final List<RunInput> runs = new ArrayList<>();
    private boolean strict;

    AddRunPage(OpenDataset dataset) {
        super("runs"); //$NON-NLS-1$
        this.dataset = dataset;
        setTitle(NLS.bind(Messages.AddRunPage_title, dataset.name()));
        setDescription(Messages.AddRunPage_description);
    }

    List<RunInput> runs() {
        return runs;
    }

    /** Whether one record that would be set aside refuses its file. */
    boolean strict() {
        return strict;
    }

    @Override
    public void createControl(Composite parent) {
        initializeDialogUnits(parent);
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(convertHorizontalDLUsToPixels(7), 7).applyTo(area);
        new RunsTable(area, runs, this::validate);
        StrictBox.add(area, 3, chosen -> strict = chosen);
        validate();
        setControl(area);
        Dialog.applyDialogFont(area);
    }

    private void validate() {
        String ofNames = ImportInput.problem(runs);
        String problem = ofNames != null ? ofNames : known();
        setErrorMessage(problem);
        setPageComplete(problem == null && !runs.isEmpty());
    }

    /** Why a run cannot be added beside those that are there, or null. */
    private String known() {
        for (Run known : dataset.document().getRuns()) {
            if (runs.stream().anyMatch(run -> run.name().equals(known.getName()))) {
                return NLS.bind(Messages.AddRunPage_known, known.getName());
            }
        }
        return null;
    }
}
