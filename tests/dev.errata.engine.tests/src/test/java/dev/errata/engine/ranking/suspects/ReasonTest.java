package dev.errata.engine.ranking.suspects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;

class ReasonTest {

    private static final List<String> CLASSES = List.of("car", "van");

    /** The label is 10 by 10, the prediction starts {@code right} of it. */
    private static String reason(SuspectKind kind, double confidence, double right, boolean annotation, boolean prediction) {
        Scene scene = new Scene(1, 2);
        scene.labels.add(Box.label(0, 0, 0, 0, 0, 10, 10));
        scene.predictions.add(Box.prediction(0, 0, 1, confidence, right, 0, 10, 10));
        SuspectInput input = new SuspectInput(scene.annotationColumns(), scene.predictionColumns(), CLASSES);
        return new Reason(input).of(0, annotation ? 0 : -1, prediction ? 0 : -1, kind, 0.5);
    }

    @Test
    void everyKindSaysWhatDisagrees() {
        assertEquals("labelled car, the model says van at 0.70 (IoU 1.00)", reason(SuspectKind.WRONG_CLASS, 0.7, 0, true, true));
        assertEquals("labelled car, which the model doubts", reason(SuspectKind.WRONG_CLASS, 0.7, 0, true, false));
        assertEquals("the model sees van at 0.05 where there is no label", reason(SuspectKind.MISSING, 0.05, 20, false, true));
        assertEquals("the model sees van at 0.05, which no label is for (the nearest overlaps it by IoU 0.33)",
            reason(SuspectKind.MISSING, 0.05, 5, false, true));
        assertEquals("labelled car, the model sees at most van at 0.10 (IoU 0.11)",
            reason(SuspectKind.SPURIOUS, 0.1, 8, true, true));
        assertEquals("labelled car, which the model does not confirm", reason(SuspectKind.SPURIOUS, 0.1, 8, true, false));
        assertEquals("labelled car, the model's box at 0.90 overlaps it by IoU 0.67 only",
            reason(SuspectKind.LOOSE, 0.9, 2, true, true));
        assertEquals("labelled car, as the model says at 0.90 (IoU 1.00)", reason(SuspectKind.LOOSE, 0.9, 0, true, true));
        assertEquals("the box labelled car does not fit", reason(SuspectKind.LOOSE, 0.9, 0, true, false));
        assertEquals("labelled car, and so is another box in its place", reason(SuspectKind.DUPLICATE, 0.9, 0, true, true));
    }

    /** As the rest of the product does: halves up, as they are written in the files. */
    @Test
    void confidencesHaveTwoDecimals() {
        Random random = new Random(6);
        for (int i = 0; i < 3_000; i++) {
            double confidence = i < 1_001 ? i / 1000.0 : random.nextInt(10_001) / 10_000.0;
            assertEquals(String.format(Locale.ROOT, "labelled car, the model says van at %.2f (IoU 1.00)", confidence),
                reason(SuspectKind.WRONG_CLASS, confidence, 0, true, true));
        }
        assertEquals("labelled car, the model says van at 1.30 (IoU 1.00)", reason(SuspectKind.WRONG_CLASS, 1.3, 0, true, true));
        assertEquals("labelled car, the model says van at -0.50 (IoU 1.00)",
            reason(SuspectKind.WRONG_CLASS, -0.5, 0, true, true));
        assertEquals("labelled car, the model says van at NaN (IoU 1.00)",
            reason(SuspectKind.WRONG_CLASS, Double.NaN, 0, true, true));
    }
}
