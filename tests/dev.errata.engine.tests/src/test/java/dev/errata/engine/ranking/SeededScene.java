package dev.errata.engine.ranking;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import dev.errata.engine.Scene;
import dev.errata.engine.Scene.Box;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.ranking.suspects.Suspect;

/** True objects, a detector that sees them imperfectly, and labels in which some are wrong in known ways. */
public final class SeededScene {

    private static final int CLASSES = 4;

    public final Scene scene;
    /** Positions of wrong labels. */
    private final Set<Integer> wrong = new HashSet<>();
    /** From the position of a prediction to the object that it shows and nobody labelled. */
    private final Map<Integer, Integer> unlabelled = new HashMap<>();
    private final Set<Integer> missing = new HashSet<>();
    private final Random random;
    private final AnnotationColumns annotations;
    private final PredictionColumns predictions;

    public SeededScene(Random random, int images) {
        this.random = random;
        scene = new Scene(images, CLASSES);
        int objects = 0;
        for (int image = 0; image < images; image++) {
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                object(image, objects++);
            }
            for (int i = 0; i < 4; i++) {
                detect(image, random.nextInt(CLASSES), box(), Math.pow(random.nextDouble(), 4));
            }
        }
        annotations = scene.annotationColumns();
        predictions = scene.predictionColumns();
    }

    private double[] box() {
        double size = 15 * Math.exp(random.nextGaussian() * 0.5 + 0.8);
        return new double[] {random.nextDouble() * 1000, random.nextDouble() * 600, size * (0.7 + random.nextDouble()), size};
    }

    private void object(int image, int object) {
        double[] box = box();
        int label = random.nextInt(CLASSES);
        double chance = random.nextDouble();
        boolean unlabelledObject = chance < 0.02;
        if (unlabelledObject) {
            missing.add(object);
        } else if (chance < 0.03) {
            addWrong(image, (label + 1 + random.nextInt(CLASSES - 1)) % CLASSES, box);
        } else if (chance < 0.04) {
            addWrong(image, label, trembled(box, 0.22));
        } else {
            scene.labels.add(Box.label(image, scene.labels.size(), label, box));
            if (chance > 0.995) {
                addWrong(image, label, trembled(box, 0.03));
            } else if (chance > 0.985) {
                addWrong(image, label, box());
            }
        }
        double visible = Math.min(1, box[3] / 40);
        if (random.nextDouble() < 0.75 + 0.24 * visible) {
            int seen = random.nextDouble() < 0.06 - 0.04 * visible ? random.nextInt(CLASSES) : label;
            int position = detect(image, seen, trembled(box, 0.05), 1 - random.nextDouble() * (1.1 - visible));
            if (unlabelledObject) {
                unlabelled.put(position, object);
            }
        }
        if (random.nextInt(3) == 0) {
            detect(image, random.nextInt(CLASSES), trembled(box, 0.1), random.nextDouble() * 0.4);
        }
    }

    private double[] trembled(double[] box, double by) {
        return new double[] {box[0] + random.nextGaussian() * by * box[2], box[1] + random.nextGaussian() * by * box[3],
            box[2] * Math.exp(random.nextGaussian() * by), box[3] * Math.exp(random.nextGaussian() * by)};
    }

    private void addWrong(int image, int label, double[] box) {
        wrong.add(scene.labels.size());
        scene.labels.add(Box.label(image, scene.labels.size(), label, box));
    }

    private int detect(int image, int label, double[] box, double confidence) {
        int position = scene.predictions.size();
        scene.predictions.add(Box.prediction(image, position, label, Math.clamp(confidence, 0, 0.999), box));
        return position;
    }

    int errors() {
        return wrong.size() + missing.size();
    }

    /** Whether a suspect names a known error. */
    public boolean isError(Suspect suspect) {
        return suspect.annotation() >= 0 ? wrong.contains(annotations.position(suspect.annotation()))
            : unlabelled.containsKey(predictions.position(suspect.prediction()));
    }

    /** Over all known errors; each counts when it is named the first time. */
    double averagePrecision(List<Suspect> ranked) {
        Set<String> seen = new HashSet<>();
        double sum = 0;
        int looks = 0;
        for (Suspect suspect : ranked) {
            looks++;
            String hit = null;
            if (suspect.annotation() >= 0 && wrong.contains(annotations.position(suspect.annotation()))) {
                hit = "label " + annotations.position(suspect.annotation());
            } else if (suspect.prediction() >= 0) {
                Integer object = unlabelled.get(predictions.position(suspect.prediction()));
                hit = object == null ? null : "object " + object;
            }
            if (hit != null && seen.add(hit)) {
                sum += (double) seen.size() / looks;
            }
        }
        return sum / errors();
    }
}
