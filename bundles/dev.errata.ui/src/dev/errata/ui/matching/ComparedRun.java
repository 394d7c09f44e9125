package dev.errata.ui.matching;

import java.util.List;
import java.util.Optional;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.EvaluationSettings;
import dev.errata.dataset.model.Run;
import dev.errata.ui.PersonalSettings;

/** The run of a dataset that a person compares with its labels, kept for the next time. */
public final class ComparedRun {

    private static final PersonalSettings SETTINGS = new PersonalSettings("dev.errata.ui.run"); //$NON-NLS-1$

    private ComparedRun() {
    }

    /** The run that the person chose last, else that which the document names, else the first; empty where there is none. */
    public static Optional<Run> of(OpenDataset dataset) {
        List<Run> runs = dataset.document().getRuns();
        EvaluationSettings settings = dataset.document().getSettings();
        return SETTINGS.get(dataset.folder().toString()).flatMap(name -> named(runs, name))
            .or(() -> settings == null ? Optional.empty() : named(runs, settings.getRun()))
            .or(() -> runs.stream().findFirst());
    }

    private static Optional<Run> named(List<Run> runs, String name) {
        return runs.stream().filter(run -> run.getName().equals(name)).findFirst();
    }

    /** The person chose a run. */
    public static void choose(OpenDataset dataset, Run run) {
        SETTINGS.put(dataset.folder().toString(), run.getName());
    }
}
