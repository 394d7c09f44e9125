package dev.errata.engine.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;

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
}
