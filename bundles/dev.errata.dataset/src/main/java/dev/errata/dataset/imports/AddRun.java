package dev.errata.dataset.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.io.FileFaults;

/** Adds the predictions of one more model to a dataset. */
public final class AddRun {

    private AddRun() {
    }

    /** Adds a run whose unusable records are set aside; see {@link #run(OpenDataset, String, Path, boolean, long, Progress)}. */
    public static SourceIssues run(OpenDataset dataset, String name, Path file, long linkAbove, Progress progress)
        throws DatasetException {
        return run(dataset, name, file, false, linkAbove, progress);
    }

    /**
     * @param name no other run of the dataset has it
     * @param file the results file
     * @param strict whether one record that would be set aside refuses the run
     * @param linkAbove longer files are linked, not copied
     * @return what was read, and what was wrong
     * @throws StrictImportException if a record would be set aside in a strict import; then the dataset is as it was
     * @throws DatasetException if it could not be added; likewise
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static SourceIssues run(OpenDataset dataset, String name, Path file, boolean strict, long linkAbove,
        Progress progress) throws DatasetException {
        Origins origins = new Origins();
        try {
            withoutRun(dataset, name);
            RunImport run = RunImport.read(name, file.toAbsolutePath(), dataset.folder(),
                dataset.document().getLabels().getFormat(), linkAbove, origins, progress);
            run.resolve(dataset.source(), dataset.document().getLabels().getSha256());
            SourceIssues issues = origins.of(SourceIssues.of(name, file, run.predictions()));
            save(dataset, run, strict ? List.of(issues) : List.of());
            dataset.addRun(run.run(), run.predictions());
            return issues;
        } catch (DatasetException e) {
            throw e;
        } catch (FormatException e) {
            throw origins.of(e);
        } catch (IOException e) {
            throw new DatasetException("The run could not be added: " + FileFaults.told(e), e);
        }
    }

    /** The document as it is on disk now: somebody else may have changed it since the dataset was opened. */
    private static Dataset withoutRun(OpenDataset dataset, String name) throws DatasetException {
        Dataset document = EcoreUtil.copy(DocumentFile.load(dataset.folder()));
        if (document.getRuns().stream().anyMatch(run -> run.getName().equals(name))) {
            throw new DatasetException("The dataset has a run \"" + name + "\" already. Choose another name.");
        }
        return document;
    }

    private static void save(OpenDataset dataset, RunImport run, List<SourceIssues> checked) throws IOException {
        boolean saved = false;
        try {
            StrictImportException.check(checked);
            Dataset written = withoutRun(dataset, run.run().getName());
            written.getRuns().add(EcoreUtil.copy(run.run()));
            DocumentFile.save(written, dataset.folder());
            saved = true;
        } finally {
            if (!saved) {
                SourceImport.forget(dataset.folder(), run.run());
            }
        }
    }
}
