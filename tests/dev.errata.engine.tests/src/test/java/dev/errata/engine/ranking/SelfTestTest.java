package dev.errata.engine.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.errata.engine.Progress;
import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.ranking.suspects.SuspectInput;
import dev.errata.engine.ranking.suspects.SuspectKind;

class SelfTestTest {

    private static final List<SuspectMethod> METHODS = List.of(SuspectMethod.CONFIDENCE, SuspectMethod.GEOMETRY,
        SuspectMethod.ERRATA);

    @Test
    void aPerfectModelFindsWhatWasSeeded() {
        SuspectInput input = perfect(400);
        SelfTest.Result result = SelfTest.run(input, 1, List.of(SuspectMethod.CONFIDENCE, SuspectMethod.ERRATA), Progress.NONE);
        assertEquals(result.errorCount(), result.errors().values().stream().mapToInt(i -> i).sum());
        result.errors().forEach((kind, count) -> assertTrue(count > 0, kind + " is not seeded"));
        SelfTest.MethodResult errata = result.methods().get(1);
        assertTrue(errata.averagePrecision() > 0.9, "errata: " + errata);
        assertEquals(50, errata.found().get(0));
        assertEquals(50.0 / result.errorCount(), errata.recall().get(0));
        for (SelfTest.MethodResult method : result.methods()) {
            for (int i = 0; i < result.depths().size(); i++) {
                assertTrue(method.found().get(i) <= Math.min(result.depths().get(i), result.errorCount()));
                assertTrue(i == 0 || method.found().get(i) >= method.found().get(i - 1));
            }
        }
    }

    @Test
    void theSeedDecidesAndTheDataStay() {
        SeededScene seeded = new SeededScene(new Random(5), 120);
        SuspectInput input = input(seeded.scene);
        int labels = input.annotations().size();
        double[] before = IntStream.range(0, labels).mapToDouble(input.annotations()::x).toArray();
        SelfTest.Result once = SelfTest.run(input, 7, METHODS, Progress.NONE);
        assertEquals(once, SelfTest.run(input, 7, METHODS, Progress.NONE));
        assertNotEquals(once, SelfTest.run(input, 8, METHODS, Progress.NONE));
        assertEquals(labels, input.annotations().size());
        for (int row = 0; row < labels; row++) {
            assertEquals(before[row], input.annotations().x(row));
        }
    }

    @Test
    void labelsThatWereNotStruckAreTheSame() {
        Scene scene = Scene.random(new Random(6), 60, 3, 6, true);
        SuspectInput input = input(scene);
        SeededLabels seeded = SeededLabels.of(input, 3);
        int kept = 0;
        int original = 0;
        for (int image = 0; image < scene.images; image++) {
            for (int row = seeded.annotations.begin(image); row < seeded.annotations.end(image); row++) {
                if (!seeded.wrong[row]) {
                    int source = input.annotations().rowOf(image, seeded.annotations.id(row));
                    assertEquals(input.annotations().label(source), seeded.annotations.label(row));
                    assertEquals(input.annotations().x(source), seeded.annotations.x(row));
                    assertEquals(input.annotations().crowd(source), seeded.annotations.crowd(row));
                    kept++;
                }
            }
            original += input.annotations().end(image) - input.annotations().begin(image);
        }
        int replaced = seeded.counts.get(SuspectKind.MISSING) + seeded.counts.get(SuspectKind.WRONG_CLASS)
            + seeded.counts.get(SuspectKind.LOOSE);
        assertEquals(original, kept + replaced);
    }

    /** Of two boxes of one object the seeded one is the duplicate: that it is the one to be named, boxes alone tell. */
    @Test
    void geometryNamesTheBoxesThatWereDoubled() {
        SelfTest.Result result = SelfTest.run(perfect(400), 1, List.of(SuspectMethod.GEOMETRY), Progress.NONE);
        int doubled = result.errors().get(SuspectKind.DUPLICATE);
        SelfTest.MethodResult geometry = result.methods().getFirst();
        assertTrue(doubled > 5 && geometry.found().getLast() >= 0.9 * doubled, doubled + " doubled: " + geometry);
    }

    @Test
    void emptyDataGiveNothingToFind() {
        SelfTest.Result result = SelfTest.run(input(new Scene(3, 1)), 1, METHODS, Progress.NONE);
        assertEquals(0, result.errorCount());
        assertEquals(0, result.methods().get(2).averagePrecision());
    }

    @Test
    void stopsWhenAsked() {
        Progress stopped = new Progress() {
            @Override
            public void begin(String task, long total) {
                // only the question below matters
            }

            @Override
            public void advance(long amount) {
                // only the question below matters
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        SuspectInput input = perfect(20);
        assertThrows(CancellationException.class, () -> SelfTest.run(input, 1, METHODS, stopped));
    }

    /** Every object is labelled and seen, nothing else is. */
    private static SuspectInput perfect(int images) {
        Random random = new Random(4);
        Scene scene = new Scene(images, 4);
        for (int image = 0; image < images; image++) {
            for (int i = 0; i < 6; i++) {
                double[] box = {i * 160 + random.nextInt(40), random.nextInt(500), 40 + random.nextInt(60),
                    40 + random.nextInt(60)};
                int label = random.nextInt(4);
                scene.labels.add(Box.label(image, scene.labels.size(), label, box));
                scene.predictions.add(Box.prediction(image, scene.predictions.size(), label, 0.9 + random.nextInt(9) / 100.0,
                    box));
            }
        }
        return input(scene);
    }

    private static SuspectInput input(Scene scene) {
        return new SuspectInput(scene.annotationColumns(), scene.predictionColumns(),
            IntStream.range(0, scene.classes).mapToObj(i -> "class " + i).toList());
    }
}
