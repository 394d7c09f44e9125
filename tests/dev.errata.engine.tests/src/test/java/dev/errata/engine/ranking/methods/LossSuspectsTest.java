package dev.errata.engine.ranking.methods;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.ranking.SuspectMethod;
import dev.errata.engine.ranking.Suspects;
import dev.errata.engine.ranking.suspects.Suspect;
import dev.errata.engine.ranking.suspects.SuspectInput;

class LossSuspectsTest {

    private static final double EXACT = 1e-12;

    /** Two classes and the background: what is left of the confidence is halved. */
    @Test
    void lossIsTheCrossEntropyOfWhatTheLabelSays() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(0, 1, 0, 20, 0, 10, 10));
        scene.labels.add(Box.label(0, 2, 1, 40, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.8, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 1, 1, 0.9, 20, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 2, 1, 0.6, 0, 40, 10, 10));
        scene.predictions.add(Box.prediction(0, 3, 1, 0.1, 40, 40, 10, 10));
        Map<String, Double> scores = new HashMap<>();
        for (Suspect suspect : Suspects.rank(SuspectMethod.LOSS, new SuspectInput(scene.annotationColumns(),
            scene.predictionColumns(), List.of("a", "b")), Progress.NONE)) {
            scores.put(suspect.kind().id() + " " + suspect.annotation() + "/" + suspect.prediction(), suspect.score());
        }
        assertEquals(5, scores.size());
        assertEquals(-Math.log(0.8), scores.get("wrong-class 0/0"), EXACT);
        assertEquals(-Math.log(0.05), scores.get("wrong-class 1/1"), EXACT);
        assertEquals(-Math.log(0.1), scores.get("spurious 2/-1"), EXACT);
        assertEquals(-Math.log(0.2), scores.get("missing -1/2"), EXACT);
        assertEquals(-Math.log(0.45), scores.get("missing -1/3"), EXACT);
    }

    /** The run's own probabilities count, not the spread confidence; what they leave of 1 is the background's. */
    @Test
    void probabilitiesOfAllClassesAreUsedWhereARunHasThem() {
        Scene scene = new Scene(1, 3);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(0, 1, 0, 20, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 1, 0.6, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 1, 1, 0.6, 20, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 2, 2, 0.6, 0, 40, 10, 10));
        SuspectInput input = new SuspectInput(scene.annotationColumns(), scene.predictionColumns(), List.of("a", "b", "c"));
        ClassProbabilities all = ClassProbabilities.of(List.of(new double[] {0.35, 0.6, 0.05}, new double[] {0.01, 0.6, 0.09},
            new double[] {0.1, 0.5, 0.6}), 3, List.of(), new int[] {0, 1, 2}, new int[3]);
        List<Suspect> loss = Suspects.rank(SuspectMethod.LOSS, input.with(all), Progress.NONE);
        assertEquals(List.of(-1, 1, 0), loss.stream().map(Suspect::annotation).toList());
        assertEquals(-Math.log(1e-6), loss.get(0).score(), EXACT, "nothing is left for the background");
        assertEquals(-Math.log(0.01), loss.get(1).score(), EXACT);
        assertEquals(-Math.log(0.35), loss.get(2).score(), EXACT);

        List<Suspect> learned = Suspects.rank(SuspectMethod.CONFIDENT_LEARNING, input.with(all), Progress.NONE);
        assertEquals(List.of(1, 0), learned.stream().map(Suspect::annotation).filter(row -> row >= 0).toList());
        List<Suspect> blind = Suspects.rank(SuspectMethod.CONFIDENT_LEARNING, input, Progress.NONE);
        assertEquals(1, blind.stream().filter(s -> s.annotation() >= 0).map(Suspect::score).distinct().count());
    }

    @Test
    void aTableOfOtherClassesIsNotLookedAt() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 0, 0.8, 0, 0, 10, 10));
        SuspectInput input = new SuspectInput(scene.annotationColumns(), scene.predictionColumns(), List.of("a", "b"));
        ClassProbabilities three = new ClassProbabilities(1, new int[] {0, 1, 2});
        three.set(0, 0, 0.1);
        ClassProbabilities unknown = new ClassProbabilities(1, new int[] {0, 1});
        for (ClassProbabilities odd : List.of(three, unknown, new ClassProbabilities(0, new int[] {0, 1}))) {
            assertEquals(-Math.log(0.8), Suspects.rank(SuspectMethod.LOSS, input.with(odd), Progress.NONE).get(0).score(), EXACT);
        }
    }
}
