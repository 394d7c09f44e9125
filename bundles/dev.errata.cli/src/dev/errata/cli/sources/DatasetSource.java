package dev.errata.cli.sources;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.filter.FieldSet;
import dev.errata.dataset.matching.Matching;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.overlaps.Overlaps;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.formats.GroundTruth;
import dev.errata.review.Decisions;

/** A dataset and one of its runs. */
public final class DatasetSource implements Source {

    private final OpenDataset dataset;
    private final Run run;

    private DatasetSource(OpenDataset dataset, Run run) {
        this.dataset = dataset;
        this.run = run;
    }

    /**
     * Opens a dataset folder.
     *
     * @param run name of the run, or null for the first
     * @param imported whether changes are left out
     */
    public static Source open(Path folder, String run, boolean imported, Progress progress) throws DatasetException {
        OpenDataset dataset = imported ? OpenDataset.openImported(folder, progress) : OpenDataset.open(folder, progress);
        try {
            DatasetSource source = new DatasetSource(dataset, dataset.run(run));
            source.predictions();
            return source;
        } catch (DatasetException | RuntimeException unusable) {
            dataset.close();
            throw unusable;
        }
    }

    @Override
    public GroundTruth truth() {
        return dataset.source();
    }

    @Override
    public AnnotationColumns annotations() {
        return dataset.annotations();
    }

    @Override
    public PredictionColumns predictions() {
        return dataset.predictions(run);
    }

    @Override
    public Optional<String> run() {
        return Optional.of(run.getName());
    }

    @Override
    public Optional<ClassProbabilities> probabilities() {
        return Optional.ofNullable(dataset.results(run).probabilities());
    }

    @Override
    public SuspectInput suspectInput() {
        return Decisions.input(dataset, run);
    }

    @Override
    public Thresholds thresholds() {
        return dataset.evaluations().thresholds();
    }

    @Override
    public ClassRules rules() {
        return dataset.evaluations().matching().rules();
    }

    @Override
    public Evaluation evaluation(Thresholds thresholds, ClassRules rules, Progress progress) {
        Matching wanted = dataset.evaluations().matching().with(thresholds).with(rules);
        if (!wanted.equals(dataset.evaluations().matching())) {
            dataset.evaluations().setMatching(wanted, progress);
        }
        return dataset.evaluations().of(run, progress);
    }

    @Override
    public FieldSet fields(Progress progress) throws DatasetException {
        return dataset.fields(progress);
    }

    @Override
    public Overlaps masks(Progress progress) throws DatasetException {
        try {
            dataset.evaluations().setMatching(dataset.evaluations().matching().byMasks(true), progress);
            return dataset.evaluations().overlaps(run, progress);
        } catch (UncheckedIOException none) {
            throw new DatasetException(none.getCause().getMessage(), none);
        }
    }

    @Override
    public void warn(PrintWriter err) {
        // import told of it
    }

    @Override
    public void close() {
        dataset.close();
    }
}
