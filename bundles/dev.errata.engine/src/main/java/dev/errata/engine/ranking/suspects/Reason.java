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
    /** 0.285 is a little less in binary, and is rounded up as everywhere else. */
    private static final double HALF_AS_WRITTEN = 1e-9;

    private final SuspectInput input;

    public Reason(SuspectInput input) {
        this.input = input;
    }

    @Override
    public String of(int image, int annotation, int prediction, SuspectKind kind, double score) {
        return switch (kind) {
            case WRONG_CLASS -> "labelled " + label(annotation) + (prediction < 0 ? ", which the model doubts"
                : ", the model says " + predicted(prediction) + " at " + confidence(prediction) + " (IoU "
                    + iouText(annotation, prediction) + ")");
            case MISSING -> prediction < 0 ? "an object without a label" : missing(image, prediction);
            // it may see something there that goes with another label, or fits too badly
            case SPURIOUS -> "labelled " + label(annotation) + (prediction < 0
                ? isFlat(annotation) ? ", the box has no area" : ", which the model does not confirm"
                : ", the model sees at most " + predicted(prediction) + " at " + confidence(prediction) + " (IoU "
                    + iouText(annotation, prediction) + ")");
            case LOOSE -> prediction < 0 ? "the box labelled " + label(annotation) + " does not fit"
                : loose(annotation, prediction);
            case DUPLICATE -> "labelled " + label(annotation) + ", and so is another box in its place";
        };
    }

    private String loose(int annotation, int prediction) {
        double iou = iou(annotation, prediction);
        return "labelled " + label(annotation) + (iou < FITS
            ? ", the model's box at " + confidence(prediction) + " overlaps it by IoU " + decimals(iou) + " only"
            : ", as the model says at " + confidence(prediction) + " (IoU " + decimals(iou) + ")");
    }

    private String missing(int image, int prediction) {
        double nearest = 0;
        for (int row = input.annotations().begin(image); row < input.annotations().end(image); row++) {
            nearest = Math.max(nearest, iou(row, prediction));
        }
        return "the model sees " + predicted(prediction) + " at " + confidence(prediction)
            + (nearest < BESIDE ? " where there is no label"
                : ", which no label is for (the nearest overlaps it by IoU " + decimals(nearest) + ")");
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

    private String confidence(int prediction) {
        return decimals(input.predictions().confidence(prediction));
    }

    private String iouText(int annotation, int prediction) {
        return decimals(iou(annotation, prediction));
    }

    private double iou(int annotation, int prediction) {
        return Overlap.iou(input.annotations(), annotation, input.predictions(), prediction);
    }

    /** Two decimals of a share; a formatter takes longer than all else that a list of a million suspects needs. */
    private static String decimals(double share) {
        if (!(share >= 0 && share <= 1)) {
            return String.format(Locale.ROOT, "%.2f", share);
        }
        long hundredths = Math.round(share * 100 + HALF_AS_WRITTEN);
        return hundredths / 100 + (hundredths % 100 < 10 ? ".0" : ".") + hundredths % 100;
    }
}
