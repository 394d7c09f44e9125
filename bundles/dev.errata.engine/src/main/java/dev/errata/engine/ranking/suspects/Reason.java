package dev.errata.engine.ranking.suspects;

import java.util.Locale;

import dev.errata.engine.overlaps.Overlap;
import dev.errata.engine.ranking.scene.Boxes;

/** The sentences that say what a label and a prediction disagree about. */
public final class Reason implements SuspectList.Reasons {

    /** From this IoU on nobody says that boxes overlap "only" so far. */
    private static final double FITS = 0.9;
    /** From this IoU on nobody says that there is no label. */
    private static final double BESIDE = 0.1;

    private final SuspectInput input;

    public Reason(SuspectInput input) {
        this.input = input;
    }

    @Override
    public String of(int image, int annotation, int prediction, SuspectKind kind, double score) {
        return switch (kind) {
            case WRONG_CLASS -> prediction < 0 ? format("labelled %s, which the model doubts", label(annotation))
                : format("labelled %s, the model says %s at %.2f (IoU %.2f)", label(annotation), predicted(prediction),
                    confidence(prediction), iou(annotation, prediction));
            case MISSING -> prediction < 0 ? "an object without a label" : missing(image, prediction);
            // it may see something there that goes with another label, or fits too badly
            case SPURIOUS -> prediction < 0 ? isFlat(annotation) ? format("labelled %s, the box has no area", label(annotation))
                : format("labelled %s, which the model does not confirm", label(annotation))
                : format("labelled %s, the model sees at most %s at %.2f (IoU %.2f)", label(annotation),
                    predicted(prediction), confidence(prediction), iou(annotation, prediction));
            case LOOSE -> prediction < 0 ? format("the box labelled %s does not fit", label(annotation))
                : format(iou(annotation, prediction) < FITS ? "labelled %s, the model's box at %.2f overlaps it by IoU %.2f only"
                    : "labelled %s, as the model says at %.2f (IoU %.2f)", label(annotation), confidence(prediction),
                    iou(annotation, prediction));
            case DUPLICATE -> format("labelled %s, and so is another box in its place", label(annotation));
        };
    }

    private String missing(int image, int prediction) {
        double nearest = 0;
        for (int row = input.annotations().begin(image); row < input.annotations().end(image); row++) {
            nearest = Math.max(nearest, iou(row, prediction));
        }
        return nearest < BESIDE ? format("the model sees %s at %.2f where there is no label", predicted(prediction),
            confidence(prediction))
            : format("the model sees %s at %.2f, which no label is for (the nearest overlaps it by IoU %.2f)",
                predicted(prediction), confidence(prediction), nearest);
    }

    private boolean isFlat(int annotation) {
        return !Boxes.hasArea(input.annotations().x(annotation), input.annotations().y(annotation),
            input.annotations().width(annotation), input.annotations().height(annotation));
    }

    private String label(int annotation) {
        return name(input.annotations().label(annotation));
    }

    private String predicted(int prediction) {
        return name(input.predictions().label(prediction));
    }

    private String name(int label) {
        return label >= 0 && label < input.classNames().size() ? input.classNames().get(label) : "class " + label;
    }

    private double confidence(int prediction) {
        return input.predictions().confidence(prediction);
    }

    private double iou(int annotation, int prediction) {
        return Overlap.iou(input.annotations(), annotation, input.predictions(), prediction);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
