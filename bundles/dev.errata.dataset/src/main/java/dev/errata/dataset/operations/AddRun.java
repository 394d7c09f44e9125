package dev.errata.dataset.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.emf.ecore.util.EcoreUtil;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.model.Dataset;
import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;

/** Adds the predictions of one more model to a dataset. */
public final class AddRun {

    private AddRun() {
    }

    /**
     * @param name no other run of the dataset has it
     * @param file the results file
     * @param linkAbove longer files are linked, not copied
     * @throws DatasetException if it could not be added; then the dataset is as it was
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static Result run(OpenDataset dataset, String name, Path file, long linkAbove, Progress progress)
        throws DatasetException {
        Origins origins = new Origins();
        try {
            Dataset written = EcoreUtil.copy(DocumentFile.load(dataset.folder()));
            if (written.getRuns().stream().anyMatch(run -> run.getName().equals(name))) {
                throw new DatasetException("The dataset has a run \"" + name + "\" already. Choose another name.");
            }
            RunImport run = RunImport.read(name, file.toAbsolutePath(), dataset.folder(),
                dataset.document().getLabels().getFormat(), linkAbove, origins, progress);
            run.resolve(dataset.source(), dataset.document().getLabels().getSha256());
            written.getRuns().add(EcoreUtil.copy(run.run()));
            save(written, dataset, run);
            dataset.addRun(run.run(), run.predictions().columns());
            return new Result(run.predictions().counts(), origins.of(run.predictions().issues()));
        } catch (DatasetException e) {
            throw e;
        } catch (FormatException e) {
            throw origins.of(e);
        } catch (IOException e) {
            throw new DatasetException(e.getMessage(), e);
        }
    }

    private static void save(Dataset written, OpenDataset dataset, RunImport run) throws IOException {
        boolean saved = false;
        try {
            DocumentFile.save(written, dataset.folder());
            saved = true;
        } finally {
            if (!saved) {
                SourceImport.forget(dataset.folder(), run.run());
            }
        }
    }

    /** What was read. */
    public record Result(RecordCounts counts, List<Issue> issues) {
    }
}
