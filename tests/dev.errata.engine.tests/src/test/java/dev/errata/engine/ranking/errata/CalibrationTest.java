package dev.errata.engine.ranking.errata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.learning.FeatureScale;
import dev.errata.engine.ranking.SeededScene;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;
import dev.errata.engine.ranking.suspects.Verdicts;

class CalibrationTest {

    private static final int VERDICTS = 120;
    private static final int NEXT = 300;
    private static final double EXACT = 1e-9;
    private static final int CLASS = 3;
    private static final int SIZE = 11;

    @Test
    void nothingIsLearnedFromNoVerdicts() {
        Calibration calibration = calibration(List.of());
        for (SuspectKind kind : SuspectKind.values()) {
            assertEquals(0.3, calibration.probability(kind, CLASS, 0.3, usual(kind)), EXACT);
        }
    }

    @Test
    void aKindThatIsSeldomRightFallsBehindOneThatOftenIs() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            SuspectKind kind = i % 2 == 0 ? SuspectKind.MISSING : SuspectKind.LOOSE;
            lessons.add(lesson(kind, CLASS, i % 2 == 0 ? i % 20 != 0 : i % 20 == 1));
        }
        Calibration calibration = calibration(lessons);
        assertEquals(0.9, probability(calibration, SuspectKind.MISSING, CLASS), 0.05);
        assertEquals(0.1, probability(calibration, SuspectKind.LOOSE, CLASS), 0.05);
        assertTrue(calibration.probability(SuspectKind.MISSING, CLASS, 0.6, usual(SuspectKind.MISSING))
            > probability(calibration, SuspectKind.MISSING, CLASS));
    }

    @Test
    void aClassWhoseLabelsAreRightFallsBehindOneWhoseAreWrong() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lessons.add(lesson(SuspectKind.LOOSE, i % 2, i % 2 == 0));
        }
        Calibration calibration = calibration(lessons);
        assertTrue(probability(calibration, SuspectKind.LOOSE, 0) > 0.7);
        assertTrue(probability(calibration, SuspectKind.LOOSE, 1) < 0.3);
        assertEquals(0.5, probability(calibration, SuspectKind.LOOSE, 2), 0.01, "nobody looked at this class");
    }

    /** If small ones are wrong, another small one is suspicious and a large one is not; of missing labels it says nothing. */
    @Test
    void evidenceThatGoesWithErrorsCounts() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            lessons.add(new Lesson(SuspectKind.SPURIOUS, CLASS, 0.5, sized(i % 2 == 0 ? -1 : 1), i % 2 == 0));
        }
        Calibration calibration = calibration(lessons);
        assertTrue(calibration.probability(SuspectKind.SPURIOUS, CLASS, 0.5, sized(-1)) > 0.7);
        assertTrue(calibration.probability(SuspectKind.SPURIOUS, CLASS, 0.5, sized(1)) < 0.3);
        assertEquals(0.5, probability(calibration, SuspectKind.MISSING, CLASS), 0.05);
    }

    @Test
    void fewVerdictsMoveLittleAndManyDecide() {
        assertEquals(0.32, afterVerdictsThatItIsRight(3, SuspectKind.LOOSE), 0.02);
        assertEquals(0.42, afterVerdictsThatItIsRight(3, SuspectKind.MISSING), 0.02);
        double last = 0.5;
        for (int verdicts = 1; verdicts <= 1000; verdicts *= 10) {
            double probability = afterVerdictsThatItIsRight(verdicts, SuspectKind.LOOSE);
            assertTrue(probability < last, verdicts + " verdicts: " + probability);
            last = probability;
        }
        assertTrue(last < 0.02, "probability " + last);
    }

    /** What is then said of a suspect of a kind that the model gives even odds, as it gave the loose ones that were right. */
    private static double afterVerdictsThatItIsRight(int verdicts, SuspectKind kind) {
        return probability(calibration(Collections.nCopies(verdicts, lesson(SuspectKind.LOOSE, CLASS, false))), kind, CLASS);
    }

    @Test
    void oneSidedVerdictsStayFinite() {
        Lesson passed = new Lesson(SuspectKind.SPURIOUS, CLASS, 1, usual(SuspectKind.SPURIOUS), false);
        double probability = probability(calibration(Collections.nCopies(50, passed)), SuspectKind.SPURIOUS, CLASS);
        assertTrue(probability > 0 && probability < 0.1, "probability " + probability);
    }

    private static Calibration calibration(List<Lesson> lessons) {
        return new Calibration(lessons, scale(LabelEvidence.WIDTH), scale(ObjectEvidence.WIDTH));
    }

    private static FeatureScale scale(int width) {
        double[] deviation = new double[width];
        Arrays.fill(deviation, 1);
        return new FeatureScale(new double[width], deviation);
    }

    private static Lesson lesson(SuspectKind kind, int label, boolean wrong) {
        return new Lesson(kind, label, 0.5, usual(kind), wrong);
    }

    private static double probability(Calibration calibration, SuspectKind kind, int label) {
        return calibration.probability(kind, label, 0.5, usual(kind));
    }

    private static float[] usual(SuspectKind kind) {
        return new float[kind == SuspectKind.MISSING ? ObjectEvidence.WIDTH : LabelEvidence.WIDTH];
    }

    private static float[] sized(float size) {
        float[] evidence = usual(SuspectKind.SPURIOUS);
        evidence[SIZE] = size;
        return evidence;
    }

    /** People who let loose boxes pass look at the first suspects; what is then said of the next is nearer to their truth. */
    @Test
    void verdictsMakeTheProbabilitiesOfTheNextSuspectsBetter() {
        SeededScene seeded = new SeededScene(new Random(77), 900);
        SuspectInput input = new SuspectInput(seeded.scene.annotationColumns(), seeded.scene.predictionColumns(),
            IntStream.range(0, seeded.scene.classes).mapToObj(i -> "class " + i).toList());
        List<Suspect> before = Suspects.rank(SuspectMethod.ERRATA, input, Progress.NONE);
        List<Suspect> decided = IntStream.range(0, VERDICTS * 3).filter(i -> i % 3 == 0).mapToObj(before::get).toList();
        Verdicts verdicts = new Verdicts(input.annotations(), decided.stream().mapToInt(Suspect::image).toArray(),
            decided.stream().mapToLong(s -> s.annotation() < 0 ? -1 : input.annotations().id(s.annotation())).toArray(),
            decided.stream().mapToInt(s -> s.annotation() < 0 ? s.prediction() : -1).toArray(), truth(seeded, decided));
        List<Suspect> after = Suspects.rank(SuspectMethod.ERRATA, input.with(verdicts), Progress.NONE);
        assertEquals(before.size() - decided.size(), after.size());
        assertEquals(after, Suspects.rank(SuspectMethod.ERRATA, input.with(verdicts), Progress.NONE));

        Set<List<Integer>> known = decided.stream().map(CalibrationTest::key).collect(Collectors.toSet());
        List<Suspect> rest = before.stream().filter(s -> !known.contains(key(s))).limit(NEXT).toList();
        after = after.subList(0, NEXT);
        assertTrue(logLoss(seeded, after) < logLoss(seeded, rest), logLoss(seeded, after) + " of " + logLoss(seeded, rest));
        assertTrue(calibrationError(seeded, after) < calibrationError(seeded, rest),
            calibrationError(seeded, after) + " of " + calibrationError(seeded, rest));
        int real = 0;
        for (boolean wrong : truth(seeded, after.subList(0, 200))) {
            real += wrong ? 1 : 0;
        }
        assertEquals(real, Suspects.expectedErrors(after, 200), 30);
    }

    /** That somebody lets a box without area pass says nothing about what the model is sure of. */
    @Test
    void aVerdictAboutABoxWithoutAreaTeachesNothing() {
        Scene scene = new SeededScene(new Random(78), 60).scene;
        scene.labels.add(Scene.Box.label(3, scene.labels.size(), 1, 40, 50, 0, 30));
        SuspectInput input = new SuspectInput(scene.annotationColumns(), scene.predictionColumns(),
            IntStream.range(0, scene.classes).mapToObj(i -> "class " + i).toList());
        List<Suspect> before = Suspects.rank(SuspectMethod.ERRATA, input, Progress.NONE);
        Suspect flat = before.getFirst();
        Verdicts passed = new Verdicts(input.annotations(), new int[] {flat.image()},
            new long[] {input.annotations().id(flat.annotation())}, new int[] {-1}, new boolean[1]);
        List<Suspect> after = Suspects.rank(SuspectMethod.ERRATA, input.with(passed), Progress.NONE);
        assertEquals(before.size() - 1, after.size());
        for (int i = 0; i < after.size(); i++) {
            assertEquals(before.get(i + 1).score(), after.get(i).score(), 1e-5);
        }
    }

    private static List<Integer> key(Suspect suspect) {
        return List.of(suspect.annotation(), suspect.annotation() < 0 ? suspect.prediction() : -1);
    }

    private static boolean[] truth(SeededScene seeded, List<Suspect> suspects) {
        boolean[] truth = new boolean[suspects.size()];
        for (int i = 0; i < truth.length; i++) {
            truth[i] = seeded.isError(suspects.get(i)) && suspects.get(i).kind() != SuspectKind.LOOSE;
        }
        return truth;
    }

    private static double logLoss(SeededScene seeded, List<Suspect> suspects) {
        boolean[] wrong = truth(seeded, suspects);
        double sum = 0;
        for (int i = 0; i < wrong.length; i++) {
            double probability = Math.clamp(suspects.get(i).score(), 1e-6, 1 - 1e-6);
            sum -= Math.log(wrong[i] ? probability : 1 - probability);
        }
        return sum / wrong.length;
    }

    /** Mean distance of probability and frequency in ten bins, weighted by their size. */
    private static double calibrationError(SeededScene seeded, List<Suspect> suspects) {
        boolean[] wrong = truth(seeded, suspects);
        double[] difference = new double[10];
        for (int i = 0; i < wrong.length; i++) {
            int bin = (int) Math.min(9, suspects.get(i).score() * 10);
            difference[bin] += suspects.get(i).score() - (wrong[i] ? 1 : 0);
        }
        return Arrays.stream(difference).map(Math::abs).sum() / wrong.length;
    }
}
