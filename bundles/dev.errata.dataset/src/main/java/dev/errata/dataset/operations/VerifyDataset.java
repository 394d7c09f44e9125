package dev.errata.dataset.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.Digests;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Source;
import dev.errata.dataset.pictures.PictureHeaders;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;
import dev.errata.formats.io.FileFaults;

/**
 * Checks that a dataset folder is whole: the document, the imported files against their SHA-256, the journals, open
 * conflicts, the pictures and their sizes, and that every object is in exactly one cell of each run's matrix. Changes nothing.
 */
public final class VerifyDataset {

    private static final int NAMED_PICTURES = 3;

    private final Path folder;
    private final Progress progress;
    private final List<Check> more;
    private final List<Issue> problems = new ArrayList<>();
    private final Set<Path> damaged = new HashSet<>();

    private VerifyDataset(Path folder, Progress progress, List<Check> more) {
        this.folder = folder.toAbsolutePath().normalize();
        this.progress = progress;
        this.more = more;
    }

    /** Looks at what another part of the program keeps in a dataset. */
    @FunctionalInterface
    public interface Check {

        /** @return what is wrong */
        List<Issue> of(OpenDataset dataset, Progress progress);
    }

    /**
     * @param more checks beside those of this class
     * @return what is wrong; an {@link Severity#ERROR} means that labels or changes are lost or cannot be trusted
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static List<Issue> run(Path folder, Progress progress, Check... more) {
        VerifyDataset check = new VerifyDataset(folder, progress, List.of(more));
        check.document();
        return check.problems;
    }

    private void add(String code, Severity severity, Path file, String record, String message) {
        problems.add(new Issue(code, severity, file.toString(), 0, 0, record, "", message));
    }

    private void document() {
        Dataset document;
        try {
            document = DocumentFile.load(folder);
        } catch (DatasetException unreadable) {
            add("dataset.document", Severity.ERROR, folder.resolve(DocumentFile.NAME), "", unreadable.getMessage());
            return;
        }
        if (document.getLabels() != null) {
            source(document.getLabels());
        }
        if (document.getOriginal() != null) {
            source(document.getOriginal());
        }
        document.getRuns().forEach(this::source);
        try (OpenDataset dataset = OpenDataset.open(folder, progress)) {
            labels(dataset);
            dataset.document().getRuns().forEach(run -> run(dataset, run));
            journals(dataset);
            pictures(dataset);
            more.forEach(check -> problems.addAll(check.of(dataset, progress)));
        } catch (DatasetException unusable) {
            if (document.getLabels() != null && damaged.contains(folder.resolve(document.getLabels().getPath()))) {
                return;
            }
            add("dataset.open", Severity.ERROR, folder, "", unusable.getMessage());
        }
    }

    /** Opening may trust a cache; here every byte is read. */
    private void source(Source source) {
        Path file = folder.resolve(source.getPath());
        try {
            // labels of many files are checked when they are opened
            if (Files.isRegularFile(file) && (Files.size(file) != source.getBytes()
                || !Digests.sha256(file, progress).equals(source.getSha256()))) {
                damaged.add(file);
                add("source.changed", Severity.ERROR, file, "", "This is not the file that was imported. Put that one back.");
            }
        } catch (IOException unreadable) {
            damaged.add(file);
            add("source.unreadable", Severity.ERROR, file, "", "It cannot be read: " + FileFaults.why(unreadable));
        }
    }

    private void labels(OpenDataset dataset) {
        problems.addAll(dataset.source().issues());
        long imported = dataset.source().counts().imported();
        int expected = dataset.document().getLabels().getAnnotations();
        if (imported != expected) {
            add("source.count", Severity.ERROR, dataset.labelFile(), "", imported + " annotations are read now, " + expected
                + " were when they were imported. A newer version may read more: import the labels again.");
        }
    }

    private void run(OpenDataset dataset, Run run) {
        Path file = folder.resolve(run.getPath());
        if (damaged.contains(file)) {
            return;
        }
        try {
            int read = dataset.predictions(run).size();
            if (read != run.getPredictions()) {
                add("source.count", Severity.ERROR, file, run.getName(), read + " predictions are read now, "
                    + run.getPredictions() + " were when they were imported. Import the run again.");
            }
            totals(dataset, run, file);
        } catch (UncheckedIOException unreadable) {
            add("source.run", Severity.ERROR, file, run.getName(), unreadable.getCause().getMessage());
        }
    }

    private void totals(OpenDataset dataset, Run run, Path file) {
        Evaluation evaluation = dataset.evaluations().of(run, progress);
        ConfusionMatrix matrix = evaluation.matrix();
        long annotations = evaluation.ignoredAnnotations();
        long predictions = evaluation.ignoredPredictions();
        for (int label = 0; label < matrix.background(); label++) {
            annotations += matrix.rowTotal(label);
            predictions += matrix.columnTotal(label);
        }
        if (annotations != dataset.annotations().size() || predictions != evaluation.predictionCount()) {
            add("matrix.totals", Severity.ERROR, file, run.getName(), "The matrix holds " + annotations + " of "
                + dataset.annotations().size() + " annotations and " + predictions + " of " + evaluation.predictionCount()
                + " predictions. This is a fault of the program: report it.");
        }
    }

    private void journals(OpenDataset dataset) throws DatasetException {
        Path journals = folder.resolve(FileJournal.FOLDER);
        dataset.changes().problems().forEach(problem -> add("journal", Severity.ERROR, journals, "", problem));
        String server = dataset.document().getJournal();
        // what is in files is read already where these are the journal
        int left = server == null ? 0 : JournalSummary.of(folder).left();
        if (left > 0) {
            add("journal.left", Severity.ERROR, journals, "", left + " changes are in these files alone, though the team's"
                + " changes are kept at " + server + ". Take them over: errata journal DATASET --to " + server);
        }
        problems.addAll(ConflictIssues.of(dataset));
    }

    private void pictures(OpenDataset dataset) {
        List<String> missing = new ArrayList<>();
        PictureHeaders headers = new PictureHeaders();
        progress.begin("Looking at pictures", dataset.imageCount());
        for (int image = 0; image < dataset.imageCount(); image++) {
            Optional<Path> picture = dataset.picture(image);
            if (picture.isEmpty()) {
                missing.add(dataset.fileName(image));
            } else {
                headers.check(dataset.imageEntry(image), picture.get());
            }
            progress.advance(1);
        }
        problems.addAll(headers.all(folder));
        if (!missing.isEmpty()) {
            add("images.missing", Severity.WARNING, folder, "", missing.size() + " of " + dataset.imageCount()
                + " images are in none of the folders " + dataset.document().getImageFolders() + ", for example "
                + String.join(", ", missing.subList(0, Math.min(NAMED_PICTURES, missing.size())))
                + ". Labels work without them.");
        }
    }
}
