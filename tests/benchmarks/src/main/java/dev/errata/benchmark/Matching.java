package dev.errata.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.evaluation.MatchedPair;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;
import dev.errata.engine.metrics.CocoMetrics;
import dev.errata.engine.metrics.TideMetrics;
import dev.errata.engine.ranking.RankedPair;
import dev.errata.engine.ranking.Ranking;

/** Matching a whole dataset, moving a slider, matching one edited image again, opening a cell, and the metrics. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Matching {

    /** Labels in the dataset; there are 2.3 times as many predictions. */
    @Param("1000000")
    public int labels;

    /** How labels and predictions are matched. */
    @Param("DEFAULT")
    public Profile profile;

    private AnnotationColumns annotations;
    private PredictionColumns predictions;
    private Evaluation evaluation;
    private int step;

    /** Makes the boxes and matches them once. */
    @Setup
    public void make() {
        annotations = Boxes.annotations(labels);
        predictions = Boxes.predictions(annotations);
        evaluation = match();
    }

    /** Finds the pairs and matches them: what opening a run costs. */
    @Benchmark
    public Evaluation match() {
        return Evaluation.of(annotations, predictions, Boxes.CLASSES, Thresholds.DEFAULT, profile, ClassRules.NONE,
            Progress.NONE);
    }

    /** To the new matrix at quite another confidence. */
    @Benchmark
    public ConfusionMatrix moveConfidence() {
        step = (step + 13) % 100;
        evaluation.setThresholds(new Thresholds(0.5, step / 100.0), Progress.NONE);
        return evaluation.matrix();
    }

    /** To the new matrix at quite another IoU. */
    @Benchmark
    public ConfusionMatrix moveIou() {
        step = (step + 13) % 90;
        evaluation.setThresholds(new Thresholds(0.1 + step / 100.0, 0), Progress.NONE);
        return evaluation.matrix();
    }

    /** To the new matrix one step of the slider further. */
    @Benchmark
    public ConfusionMatrix stepConfidence() {
        step = (step + 1) % 100;
        evaluation.setThresholds(new Thresholds(0.5, step / 100.0), Progress.NONE);
        return evaluation.matrix();
    }

    /** To the new matrix one step of the slider further. */
    @Benchmark
    public ConfusionMatrix stepIou() {
        step = (step + 1) % 90;
        evaluation.setThresholds(new Thresholds(0.1 + step / 100.0, 0), Progress.NONE);
        return evaluation.matrix();
    }

    /** To the new matrix after an edit of one image. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public ConfusionMatrix matchOneImageAgain() {
        step = (step + 17) % annotations.imageCount();
        evaluation.rematch(step);
        return evaluation.matrix();
    }

    /** The members of the largest mismatch cell. */
    @Benchmark
    public List<MatchedPair> openCell() {
        return evaluation.cell(Boxes.CLASSES, 0);
    }

    /** The same, the most confident first. */
    @Benchmark
    public List<RankedPair> orderCell() {
        return Ranking.CONFIDENCE.order(evaluation, evaluation.cell(Boxes.CLASSES, 0));
    }

    /** The twelve COCO numbers, and those of each class. */
    @Benchmark
    public CocoMetrics cocoMetrics() {
        return CocoMetrics.of(annotations, predictions, Boxes.CLASSES, Progress.NONE);
    }

    /** TIDE's error types and what they cost. */
    @Benchmark
    public TideMetrics tideErrors() {
        return TideMetrics.of(annotations, predictions, Boxes.CLASSES, Progress.NONE);
    }
}
