package dev.errata.engine.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Thresholds;

class RankingTest {

    @Test
    void confidenceFallsAndMissesComeLastInFileOrder() {
        Scene scene = new Scene(3, 2);
        scene.labels.add(Box.label(2, 0, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(0, 1, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(1, 2, 0, 50, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 1, 0.4, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(1, 1, 1, 0.7, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(1, 2, 0, 0.4, 20, 0, 10, 10));
        List<RankedPair> ranked = order(scene, Ranking.CONFIDENCE);
        assertEquals(List.of("-/1 0.7", "1/0 0.4", "-/2 0.4", "0/- NaN", "2/- NaN"), describe(scene, ranked));
    }

    @Test
    void areaAndIouFall() {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.labels.add(Box.label(0, 1, 0, 50, 0, 30, 10));
        scene.predictions.add(Box.prediction(0, 0, 1, 0.4, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 1, 1, 0.4, 50, 0, 30, 8));
        scene.predictions.add(Box.prediction(0, 2, 1, 0.9, 0, 90, 20, 10));
        assertEquals(List.of("1/1 300.0", "-/2 200.0", "0/0 100.0"), describe(scene, order(scene, Ranking.AREA)));
        assertEquals(List.of("0/0 1.0", "1/1 0.8", "-/2 NaN"), describe(scene, order(scene, Ranking.IOU)));
    }

    @Test
    void orderIsFoundByName() {
        assertEquals(Ranking.CONFIDENCE, Ranking.of("confidence").orElseThrow());
        assertTrue(Ranking.of("astrology").isEmpty());
    }

    private static List<RankedPair> order(Scene scene, Ranking ranking) {
        Evaluation evaluation = Evaluation.of(scene.annotationColumns(), scene.predictionColumns(), scene.classes,
            Thresholds.DEFAULT, Progress.NONE);
        return ranking.order(evaluation, evaluation.mismatches());
    }

    private static List<String> describe(Scene scene, List<RankedPair> ranked) {
        var annotations = scene.annotationColumns();
        var predictions = scene.predictionColumns();
        return ranked.stream().map(r -> (r.pair().annotation() < 0 ? "-" : annotations.position(r.pair().annotation()))
            + "/" + (r.pair().prediction() < 0 ? "-" : predictions.position(r.pair().prediction())) + " " + r.score())
            .toList();
    }
}
