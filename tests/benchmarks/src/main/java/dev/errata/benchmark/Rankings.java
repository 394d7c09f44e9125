package dev.errata.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

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
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;

/** Ranking all suspects of a dataset by each method. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class Rankings {

    /** Labels in the dataset; there are 2.3 times as many predictions. */
    @Param("1000000")
    public int labels;

    /** Every method, as {@code -p method=ERRATA} chooses one. */
    @Param
    public SuspectMethod method;

    private SuspectInput input;

    /** Makes the boxes. */
    @Setup
    public void make() {
        AnnotationColumns annotations = Boxes.annotations(labels);
        input = new SuspectInput(annotations, Boxes.predictions(annotations),
            IntStream.range(0, Boxes.CLASSES).mapToObj(Integer::toString).toList());
    }

    /** From columns to the whole list, most suspicious first. */
    @Benchmark
    public List<Suspect> rank() {
        return Suspects.rank(method, input, Progress.NONE);
    }
}
