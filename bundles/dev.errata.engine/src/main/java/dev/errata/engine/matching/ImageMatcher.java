package dev.errata.engine.matching;

/** Matches the boxes of one image. One instance serves one thread. */
public interface ImageMatcher {

    /**
     * Matches an image whose annotations and predictions above the confidence threshold are all set to
     * {@link Partner#UNMATCHED}, ignore regions and what is ignored anyway to {@link Partner#IGNORED}.
     *
     * @param candidates the image's pairs; see {@link Candidates}
     */
    void match(int image, int[] candidates);

    /** The matcher of a profile. */
    static ImageMatcher of(Profile profile, ClassRules rules, Matches matches) {
        return switch (profile) {
            case DEFAULT -> new SameClassFirstMatcher(matches);
            case COCO -> new ConfidenceMatcher(matches, true);
            case FIFTYONE -> new ConfidenceMatcher(matches, false);
            case ULTRALYTICS, SUPERVISION -> new TwoStageMatcher(matches);
            case CVAT -> new AssignmentMatcher(matches);
            case NUCLEUS -> new IouMatcher(matches, rules);
        };
    }
}
