package dev.errata.ui.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

import dev.errata.ui.Texts;
import dev.errata.ui.matrix.model.MatrixModel;
import dev.errata.ui.matrix.model.MatrixText;
import dev.errata.ui.matrix.model.Normalisation;

/** Takes the matrix out of the view: as tab-separated text, to a file as CSV. */
final class MatrixExport {

    private static final String BUNDLE = "dev.errata.ui.matrix";

    private MatrixExport() {
    }

    static String tsv(MatrixModel model, Normalisation normalisation) {
        return MatrixText.tsv(model, normalisation, corner(model), Messages.Export_Total);
    }

    /** Names what counted, so that a table that was handed on tells. */
    private static String corner(MatrixModel model) {
        String profile = model.facts().profile();
        return NLS.bind(Messages.Export_Corner, new Object[] {
            model.facts().byMasks() ? NLS.bind(Messages.Facts_Masks, profile) : profile, model.thresholds().iou(),
            model.thresholds().confidence()});
    }

    /** Asks for a file and writes it in a job. */
    static void save(Shell shell, MatrixModel model, Normalisation normalisation) {
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.Export_Title);
        dialog.setFilterExtensions(new String[] {"*.csv", "*"});
        dialog.setFilterNames(new String[] {Messages.Export_Csv, Messages.Export_All});
        dialog.setFileName(Texts.fileName(NLS.bind(Messages.Export_FileName, model.facts().dataset(), model.facts().run())));
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file == null) {
            return;
        }
        Job job = Job.create(NLS.bind(Messages.Export_Job, file), monitor -> {
            return write(Path.of(file), MatrixText.csv(model, normalisation, corner(model), Messages.Export_Total));
        });
        job.setUser(true);
        job.schedule();
    }

    private static IStatus write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return Status.OK_STATUS;
        } catch (IOException failure) {
            return new Status(IStatus.ERROR, BUNDLE, NLS.bind(Messages.Export_Failed, file, failure.getMessage()), failure);
        }
    }
}
