package dev.errata.dataset.sources;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.cache.SourceCache;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.model.LabelClass;
import dev.errata.dataset.model.Run;
import dev.errata.dataset.model.Source;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.fields.FieldTable;
import dev.errata.formats.io.FileFaults;

/**
 * The files of a dataset as read: the labels at once, the first run in the background meanwhile, other runs when first asked
 * for.
 */
public final class Sources {

    private final Path folder;
    private final Path labelFile;
    private final String labelSha256;
    private final LabelFormat format;
    private final Path images;
    private final GroundTruth truth;
    private final OriginalLabels original;
    private final Map<Run, RunReading> readings = new HashMap<>();
    private final Map<Run, Predictions> predictions = new HashMap<>();

    private Sources(Path folder, LabelFormat format, Path labelFile, String labelSha256, Path images, GroundTruth truth,
        OriginalLabels original) {
        this.folder = folder;
        this.format = format;
        this.labelFile = labelFile;
        this.labelSha256 = labelSha256;
        this.images = images;
        this.truth = truth;
        this.original = original;
    }

    public static Sources read(Path folder, Dataset document, Progress progress) throws DatasetException {
        Optional<Run> firstRun = document.getRuns().stream().findFirst();
        Optional<RunReading> first = firstRun
            .map(run -> RunReading.start(folder, run, document.getLabels().getSha256(), progress));
        boolean read = false;
        try {
            Sources sources = labels(folder, document, progress);
            first.ifPresent(reading -> sources.readings.put(firstRun.get(), reading));
            read = true;
            return sources;
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(FileFaults.told(e), e);
        } finally {
            if (!read) {
                first.ifPresent(RunReading::stop);
            }
        }
    }

    private static Sources labels(Path folder, Dataset document, Progress progress) throws IOException {
        Path file = SourceFiles.verified(folder, document.getLabels(), progress);
        String sha256 = document.getLabels().getSha256();
        LabelFormat format = format(document.getLabels());
        Path images = images(folder, document);
        GroundTruth truth = truth(format, file, images, sha256, progress);
        List<String> names = document.getClasses().stream().map(LabelClass::getName).toList();
        if (!names.equals(truth.classes().stream().map(GroundTruth.ClassEntry::name).toList())) {
            throw new DatasetException("The document of " + folder + " has other label classes than " + file
                + ". Restore the document from a backup or import the labels again.");
        }
        OriginalLabels original = document.getOriginal() == null ? null : original(folder, document, truth, progress);
        return new Sources(folder, format, file, sha256, images, original == null ? truth : original.joined(), original);
    }

    private static OriginalLabels original(Path folder, Dataset document, GroundTruth imported, Progress progress)
        throws IOException {
        Source source = document.getOriginal();
        Path file = SourceFiles.verified(folder, source, progress);
        LabelFormat format = format(source);
        GroundTruth original = truth(format, file, images(folder, document), source.getSha256(), progress);
        return OriginalLabels.of(format, file, original, imported, format(document.getLabels()));
    }

    /** The labels that a sidecar brought; null where there was none. */
    public OriginalLabels original() {
        return original;
    }

    /** The folder that pictures were looked for first; null where nobody named one. */
    private static Path images(Path folder, Dataset document) {
        return document.getImageFolders().stream().findFirst().map(folder::resolve).orElse(null);
    }

    private static GroundTruth truth(LabelFormat format, Path file, Path images, String sha256, Progress progress)
        throws IOException {
        Optional<GroundTruth> cached = SourceCache.truth(format, file, sha256);
        if (cached.isPresent()) {
            return cached.get();
        }
        GroundTruth truth = format.readGroundTruth(file, images, progress);
        SourceCache.keep(truth, format, file, sha256);
        return truth;
    }

    static LabelFormat format(Source source) throws DatasetException {
        return Formats.named(source.getFormat()).orElseThrow(() -> new DatasetException("The format " + source.getFormat()
            + " of " + source.getPath() + " is not known to this version. Use a newer one."));
    }

    public GroundTruth truth() {
        return truth;
    }

    /** What the label file says of images and labels beside names, classes and boxes; read anew at every call. */
    public FieldTable fields(Progress progress) throws IOException {
        return SourceFields.read(format, labelFile, images, labelSha256, truth, original, progress);
    }

    public Path labelFile() {
        return labelFile;
    }

    /** @throws UncheckedIOException with a {@link DatasetException} if the run's file cannot be read */
    public Predictions predictions(Run run) {
        RunReading reading;
        synchronized (this) {
            Predictions known = predictions.get(run);
            if (known != null) {
                return known;
            }
            reading = readings.computeIfAbsent(run, missing -> RunReading.start(folder, run, labelSha256, Progress.NONE));
        }
        Predictions read;
        try {
            read = reading.predictions(truth);
        } catch (UncheckedIOException e) {
            forget(run);
            throw e;
        }
        add(run, read);
        return read;
    }

    /** What was wrong in the label file and in the files of runs, in their order; those not read yet are read for it. */
    public List<SourceIssues> issues(List<Run> runs) {
        SourceIssues ofLabels = SourceIssues.of(labelFile, truth);
        return Stream.concat(Stream.of(ofLabels), List.copyOf(runs).stream().map(this::issues)).toList();
    }

    /** What was wrong in a run's file; if it cannot be read, that is. */
    private SourceIssues issues(Run run) {
        Path file = folder.resolve(run.getPath());
        try {
            return SourceIssues.of(run.getName(), file, predictions(run));
        } catch (UncheckedIOException unreadable) {
            return SourceIssues.unreadable(run.getName(), file, unreadable.getCause());
        }
    }

    /** A file that could not be read may be readable when somebody asks again. */
    private synchronized void forget(Run run) {
        readings.remove(run);
    }

    public synchronized void add(Run run, Predictions read) {
        readings.remove(run);
        predictions.put(run, read);
    }

    public synchronized void close() {
        readings.values().forEach(RunReading::stop);
    }
}
