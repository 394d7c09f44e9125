package dev.errata.ui.wizards;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.exports.ExportRun;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.compare.Loss;
import dev.errata.ui.Texts;

/**
 * What is to be written.
 *
 * @param run the run whose predictions are written; null for the labels
 * @param format the name of the format
 */
record ExportChoice(OpenDataset dataset, Run run, String format) {

    /** The names of the formats that can hold it, its own first. */
    static List<String> formats(OpenDataset dataset, Run run) {
        String own = run == null ? dataset.document().getLabels().getFormat() : run.getFormat();
        return Stream.concat(Stream.of(own), Formats.all().stream()
            .filter(format -> run == null || format.holds().contains(Holds.PREDICTIONS)).map(LabelFormat::name))
            .distinct().toList();
    }

    /** What gets lost; nothing in the format that it came in. */
    List<Loss> losses(Progress progress) throws DatasetException {
        return run == null ? new ExportDataset(dataset, format).losses(progress)
            : new ExportRun(dataset, run, format).losses(progress);
    }

    /**
     * Writes it.
     *
     * @param sidecar whether what labels lose is kept in a file beside them
     * @return what was done, for a person to read
     */
    String write(Path target, boolean sidecar, Progress progress) throws DatasetException {
        if (run != null) {
            new ExportRun(dataset, run, format).run(target, progress);
            return NLS.bind(Messages.ExportLabelsWizard_runDone, run.getName(), target);
        }
        ExportDataset.Result result = new ExportDataset(dataset, format).sidecar(sidecar).run(target, progress);
        String done = NLS.bind(Messages.ExportLabelsWizard_done, result.file(),
            Texts.number(result.edits()));
        return result.sidecar()
            .map(file -> done + "\n\n" + NLS.bind(Messages.ExportLabelsWizard_sidecarDone, file.getFileName())) //$NON-NLS-1$
            .orElse(done);
    }
}
