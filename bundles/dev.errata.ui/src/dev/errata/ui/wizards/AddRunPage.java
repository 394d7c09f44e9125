package dev.errata.ui.wizards;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Run;
import dev.errata.ui.wizards.ImportInput.RunInput;

/** Asks for the results files. */
final class AddRunPage extends FilesPage {

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
    void fill(Composite area) {
        new RunsTable(area, runs, this::validate, () -> null);
        StrictBox.add(area, COLUMNS, chosen -> strict = chosen);
        validate();
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
