package dev.errata.engine.matching;

import java.util.Locale;
import java.util.Optional;

/**
 * Ways to match labels with predictions: our own and those of other tools, to compare numbers with theirs. Whatever the
 * profile, rows are ground truth and columns are predictions.
 */
public enum Profile {

    /** Same class first, then other classes, each by IoU; see {@code Evaluation}. */
    DEFAULT(Thresholds.DEFAULT, false, false),

    /**
     * pycocotools: within a class, predictions by falling confidence, at most 100 an image and class; the annotation of the
     * highest IoU, of equal ones the last. Predictions in crowd regions of their class, and those beyond the 100, are
     * ignored.
     */
    COCO(Thresholds.DEFAULT, false, false),

    /**
     * FiftyOne with {@code classwise=False}: as COCO but for any class. Crowd regions are matched like annotations by
     * predictions of their class, by any number of them: then one annotation stands in several members of a cell.
     */
    FIFTYONE(Thresholds.DEFAULT, false, false),

    /**
     * Ultralytics: each prediction keeps its best annotation of any class, then each annotation its best prediction; losers
     * never try again. IoU and confidence must lie above the thresholds. Crowd regions are annotations like any other. Of equal
     * IoUs the last in the file wins, as in the tool for up to 16 overlaps in an image; beyond, its sort keeps no order.
     */
    ULTRALYTICS(new Thresholds(0.45, 0.25), true, true),

    /** supervision 0.27: as {@link #ULTRALYTICS}, with other usual thresholds. */
    SUPERVISION(new Thresholds(0.5, 0.3), true, true),

    /**
     * CVAT: the assignment with the largest sum of IoU, first among pairs of the same class, then of what is left; of equal sums
     * the one that SciPy finds. Crowd regions are annotations like any other.
     */
    CVAT(new Thresholds(0.4, 0), true, false),

    /**
     * Nucleus: by IoU, whatever the class; where pairs of labels are allowed, only those and equal classes match. Crowd
     * regions are annotations like any other.
     */
    NUCLEUS(Thresholds.DEFAULT, true, false);

    private final Thresholds usualThresholds;
    private final boolean crowdsOrdinary;
    private final boolean strict;

    Profile(Thresholds usualThresholds, boolean crowdsOrdinary, boolean strict) {
        this.usualThresholds = usualThresholds;
        this.crowdsOrdinary = crowdsOrdinary;
        this.strict = strict;
    }

    /** The thresholds that the tool takes where none are given. */
    public Thresholds usualThresholds() {
        return usualThresholds;
    }

    /** Whether a crowd region is an annotation like any other. */
    public boolean crowdsOrdinary() {
        return crowdsOrdinary;
    }

    /** Whether a value equal to a threshold is below it. */
    public boolean isStrict() {
        return strict;
    }

    /** The name on the command line, in exports and in stored settings, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The profile with a name. */
    public static Optional<Profile> of(String id) {
        for (Profile profile : values()) {
            if (profile.id().equals(id)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }
}
