package dev.errata.cli.sources;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import dev.errata.cli.console.CommandFailure;
import dev.errata.cli.console.ConsoleProgress;
import dev.errata.cli.console.Issues;
import dev.errata.cli.console.Texts;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.filter.LabelEdits;
import dev.errata.dataset.matching.Matching;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.UnresolvedPredictions;
import dev.errata.formats.fields.FieldCollector;

/** A label file and a file of predictions on the same images, read without a dataset. */
public final class FileSource implements Source {

    private final GroundTruth truth;
    private final Predictions predicted;
    private final LabelFormat format;
    private final Path labels;
    private final Path images;
    private final Path predictions;
    private FieldSet fields;

    private FileSource(GroundTruth truth, Predictions predicted, LabelFormat format, Path labels, Path images,
        Path predictions) {
        this.truth = truth;
        this.predicted = predicted;
        this.format = format;
        this.labels = labels;
        this.images = images;
        this.predictions = predictions;
    }

    /**
     * Reads both files at the same time.
     *
     * @param images the folder of the images, or null
     * @param named the label format, or null for what the content tells
     */
    public static Source read(Path labels, Path images, Path predictions, LabelFormat named, Progress progress)
        throws IOException {
        FutureTask<UnresolvedPredictions> reading = new FutureTask<>(
            () -> Formats.predictions(predictions, named).readUnresolved(predictions, progress));
        Thread thread = new Thread(reading, "predictions");
        thread.setDaemon(true);
        thread.start();
        // only the longer file tells how far it is
        LabelFormat reader = named == null ? Formats.detect(labels) : named;
        GroundTruth truth = reader.readGroundTruth(labels, images, ConsoleProgress.quiet());
        return new FileSource(truth, result(reading).resolve(truth), reader, labels, images, predictions);
    }

    private static UnresolvedPredictions result(FutureTask<UnresolvedPredictions> reading) throws IOException {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException unreadable -> throw unreadable;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                default -> throw new IOException(failed.getCause());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    @Override
    public GroundTruth truth() {
        return truth;
    }

    @Override
    public AnnotationColumns annotations() {
        return truth.annotations();
    }

    @Override
    public PredictionColumns predictions() {
        return predicted.columns();
    }

    @Override
    public Optional<ClassProbabilities> probabilities() {
        return Optional.ofNullable(predicted.probabilities());
    }

    @Override
    public Thresholds thresholds() {
        return Thresholds.DEFAULT;
    }

    @Override
    public ClassRules rules() {
        return Matching.rules(truth);
    }

    @Override
    public Evaluation evaluation(Thresholds thresholds, ClassRules rules, Progress progress) {
        return Evaluation.of(annotations(), predictions(), truth.classes().size(), thresholds, Profile.DEFAULT, rules, progress);
    }

    @Override
    public Overlaps masks(Progress progress) throws IOException, CommandFailure {
        return Masks.of(truth, labels, predicted, predictions, progress);
    }

    @Override
    public FieldSet fields(Progress progress) throws IOException {
        if (fields == null) {
            FieldCollector collector = new FieldCollector();
            format.readFields(labels, images, truth, collector, progress);
            fields = FieldSet.of(truth, collector.table(), new LabelEdits());
        }
        return fields;
    }

    @Override
    public void warn(PrintWriter err) {
        warn(err, truth.counts(), truth.issues());
        warn(err, predicted.counts(), predicted.issues());
    }

    private static void warn(PrintWriter err, RecordCounts counts, List<Issue> issues) {
        if (counts.quarantined() > 0) {
            String first = issues.stream().filter(issue -> issue.severity() == Issue.Severity.QUARANTINED).findFirst()
                .map(issue -> "; the first: " + Issues.sentence(issue)).orElse("");
            err.println("errata: " + counts.quarantined() + " of " + Texts.count(counts.read(), "record")
                + " were set aside and are not counted" + first);
        }
    }

    @Override
    public void close() {
        // the files are read whole
    }
}
