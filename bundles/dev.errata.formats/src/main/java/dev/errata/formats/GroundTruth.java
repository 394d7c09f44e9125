package dev.errata.formats;

import java.util.List;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.metrics.FederatedRules;

/**
 * Labels as read.
 *
 * @param format the name of the format
 * @param images in file order; the index in this list is the image index everywhere
 * @param classes in file order; the index in this list is the label everywhere
 * @param annotations the boxes; positions count the records of the file
 * @param details what the columns don't hold, read from the file when asked for
 * @param issues at most the first 1,000
 * @param counts how many records were read, imported and quarantined
 * @param issueCounts all issues, by severity and code
 * @param federated which classes each image was checked for, or null where every image was checked for all
 */
public record GroundTruth(String format, List<ImageEntry> images, List<ClassEntry> classes, AnnotationColumns annotations,
    AnnotationDetails details, List<Issue> issues, RecordCounts counts, IssueCounts issueCounts,
    FederatedRules federated) {

    /** Labels of which every image was checked for all classes. */
    public GroundTruth(String format, List<ImageEntry> images, List<ClassEntry> classes, AnnotationColumns annotations,
        AnnotationDetails details, List<Issue> issues, RecordCounts counts, IssueCounts issueCounts) {
        this(format, images, classes, annotations, details, issues, counts, issueCounts, null);
    }

    /**
     * An image that the file names.
     *
     * @param fileName as written in the file; hostile until checked
     * @param originalId as written in the file
     * @param width pixels; 0 where the file doesn't tell
     * @param height pixels; 0 where the file doesn't tell
     */
    public record ImageEntry(String fileName, String originalId, int width, int height) {
    }

    /**
     * A label class that the file names.
     *
     * @param name as written in the file
     * @param originalId the category id
     * @param supercategory empty where there is none
     */
    public record ClassEntry(String name, long originalId, String supercategory) {
    }

    /**
     * The count identity: read = imported + quarantined.
     *
     * @param read records in the file
     * @param imported records in the columns
     * @param quarantined records set aside
     * @param warnings records imported with a warning
     */
    public record RecordCounts(long read, long imported, long quarantined, long warnings) {
    }
}
