package dev.errata.ui.annotation.editor.image;

import java.util.HashMap;
import java.util.Map;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Verdict;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.review.ImageVerdicts;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;

/** Puts the verdicts about an image on its shapes: one about a label and a prediction together is about the label. */
final class SceneVerdicts {

    private SceneVerdicts() {
    }

    /** In the background, under the dataset's read lock. */
    static Scene judged(Scene scene, OpenDataset dataset, int image) {
        Map<Shape.Key, VerdictKind> verdicts = new HashMap<>();
        for (Verdict verdict : ImageVerdicts.of(dataset, image)) {
            verdicts.put(key(verdict.getTarget()), verdict.getKind());
        }
        return scene.judged(verdicts);
    }

    private static Shape.Key key(Target target) {
        return target.getAnnotation() == -1 ? Shape.Key.prediction(target.getRun(), target.getPrediction())
            : Shape.Key.annotation(target.getAnnotation());
    }
}
