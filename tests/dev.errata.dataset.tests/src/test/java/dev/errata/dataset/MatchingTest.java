package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.matching.Matching;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.ConfusionMatrix;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.ClassRules;
import dev.errata.engine.matching.Profile;
import dev.errata.engine.matching.Thresholds;

/** A dataset is matched as other tools do, and goes on to follow fixes. */
class MatchingTest {

    @TempDir
    Path temporary;
    OpenDataset dataset;
    Run run;

    @BeforeEach
    void open() throws Exception {
        dataset = new SmallDataset(temporary).open();
        run = dataset.document().getRuns().get(0);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    @Test
    void everyProfileIsThatOfANewEvaluation() {
        for (Profile profile : Profile.values()) {
            dataset.evaluations().setMatching(dataset.evaluations().matching().as(profile), Progress.NONE);
            assertEquals(profile.usualThresholds(), dataset.evaluations().thresholds());
            assertSame(profile, dataset.evaluations().of(run, Progress.NONE).profile());
            assertArrayEquals(fresh(), live(), profile.id());
            dataset.evaluations().setThresholds(new Thresholds(0.6, 0.65), Progress.NONE);
            assertSame(profile, dataset.evaluations().matching().profile());
            assertArrayEquals(fresh(), live(), profile.id() + " at other thresholds");
        }
    }

    @Test
    void fixesAreFollowedInAnotherProfile() {
        dataset.evaluations().of(run, Progress.NONE);
        dataset.evaluations().setMatching(dataset.evaluations().matching().as(Profile.NUCLEUS), Progress.NONE);
        long[] before = live();
        dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(SmallDataset.annotation(dataset, 107)),
            dataset.labelClass(2), ""));
        assertNotEquals(Arrays.toString(before), Arrays.toString(live()));
        assertArrayEquals(fresh(), live());
    }

    @Test
    void whatIsStoppedLeavesAllRunsAsTheyWere() {
        dataset.document().getRuns().forEach(each -> dataset.evaluations().of(each, Progress.NONE));
        Matching before = dataset.evaluations().matching();
        for (int steps = 0; steps < 6; steps++) {
            Progress stopping = new CancelAfter(steps);
            for (Matching wanted : List.of(before.with(new Thresholds(0.95, 0.85)), before.as(Profile.CVAT))) {
                try {
                    dataset.evaluations().setMatching(wanted, stopping);
                    dataset.evaluations().setMatching(before, Progress.NONE);
                } catch (CancellationException stopped) {
                    assertEquals(before, dataset.evaluations().matching());
                }
                for (Run each : dataset.document().getRuns()) {
                    assertEquals(before.thresholds(), dataset.evaluations().of(each, Progress.NONE).thresholds());
                    assertSame(before.profile(), dataset.evaluations().of(each, Progress.NONE).profile());
                }
            }
        }
    }

    private long[] live() {
        return flat(dataset.evaluations().of(run, Progress.NONE).matrix());
    }

    private long[] fresh() {
        Matching matching = dataset.evaluations().matching();
        return flat(Evaluation.of(dataset.annotations(), dataset.predictions(run), dataset.document().getClasses().size(),
            matching.thresholds(), matching.profile(), ClassRules.NONE, Progress.NONE).matrix());
    }

    private static long[] flat(ConfusionMatrix matrix) {
        int side = matrix.background() + 1;
        long[] counts = new long[side * side];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = matrix.count(i / side, i % side);
        }
        return counts;
    }
}
