package dev.errata.engine.ranking.suspects;

import java.util.List;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;

/**
 * What the ranking methods look at.
 *
 * @param annotations the labels
 * @param predictions the run that is compared with them
 * @param classNames the label classes by index, for the reasons
 * @param otherRuns further runs on the same images, for methods in which runs vote; may be empty, and may be a list that
 *            reads a run when it is asked for
 * @param imageWidth pixels by image, 0 where not known; an empty array where none is known
 * @param imageHeight as {@code imageWidth}
 * @param verdicts what people decided about suspects so far, or null
 * @param probabilities what the run gives to every class, by the position of a prediction; null where only the best is known
 */
public record SuspectInput(AnnotationColumns annotations, PredictionColumns predictions, List<String> classNames,
    List<PredictionColumns> otherRuns, int[] imageWidth, int[] imageHeight, Verdicts verdicts,
    ClassProbabilities probabilities) {

    /** Nothing is decided yet. */
    public SuspectInput(AnnotationColumns annotations, PredictionColumns predictions, List<String> classNames,
        List<PredictionColumns> otherRuns, int[] imageWidth, int[] imageHeight) {
        this(annotations, predictions, classNames, otherRuns, imageWidth, imageHeight, null, null);
    }

    /** One run on images of unknown size. */
    public SuspectInput(AnnotationColumns annotations, PredictionColumns predictions, List<String> classNames) {
        this(annotations, predictions, classNames, List.of(), new int[0], new int[0]);
    }

    public SuspectInput {
        if (annotations.imageCount() != predictions.imageCount()) {
            throw new IllegalArgumentException("annotations of " + annotations.imageCount()
                + " images cannot be compared with predictions of " + predictions.imageCount());
        }
        classNames = List.copyOf(classNames);
    }

    /** The same with what people decided. */
    public SuspectInput with(Verdicts decided) {
        return new SuspectInput(annotations, predictions, classNames, otherRuns, imageWidth, imageHeight, decided,
            probabilities);
    }

    /** The same with the probabilities of all classes; null takes them away. */
    public SuspectInput with(ClassProbabilities all) {
        return new SuspectInput(annotations, predictions, classNames, otherRuns, imageWidth, imageHeight, verdicts, all);
    }

    public int width(int image) {
        return image < imageWidth.length ? imageWidth[image] : 0;
    }

    public int height(int image) {
        return image < imageHeight.length ? imageHeight[image] : 0;
    }
}
