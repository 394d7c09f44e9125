package dev.errata.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.records.PredictedLabels;
import dev.errata.formats.text.Offsets;

/** A label format: reads and writes ground truth and predictions, streaming. Stateless and thread safe. */
public interface LabelFormat {

    /** The name used on the command line and in documents, for example {@code coco}. */
    String name();

    /**
     * Whether a file looks like ground truth of this format.
     *
     * @param head the first bytes of the file, at most 64 KB
     */
    boolean recognises(Path file, byte[] head);

    /**
     * Whether a file looks like predictions of this format.
     *
     * @param head the first bytes of the file, at most 64 KB
     */
    default boolean recognisesPredictions(Path file, byte[] head) {
        return recognises(file, head);
    }

    /**
     * Whether a folder or an archive looks like ground truth of this format.
     *
     * @param tree its files
     */
    default boolean recognises(LabelTree tree) throws IOException {
        return false;
    }

    /**
     * Whether a folder or an archive looks like predictions of this format.
     *
     * @param tree its files
     */
    default boolean recognisesPredictions(LabelTree tree) throws IOException {
        return recognises(tree);
    }

    /** What labels of this format can hold; everything else is lost in {@link #write}. */
    Set<Holds> holds();

    /** Whether labels of this format are many files, a folder or an archive, and not one. */
    default boolean manyFiles() {
        return false;
    }

    /** Whether a file may not tell the sizes of its images, so that they are taken from the pictures. */
    default boolean takesSizesFromPictures() {
        return false;
    }

    /** Whether numbers are fractions of the image, so that nothing is written for an image of unknown size. */
    default boolean countsInFractions() {
        return false;
    }

    /** The classes whose labels are regions in which no object counts. */
    default Set<String> ignoredClasses() {
        return Set.of();
    }

    /**
     * The file or folder that is read where somebody names a file; the folder of a file that only describes others.
     *
     * @param path a file or a folder
     */
    default Path root(Path path) {
        return path;
    }

    /**
     * Writes all labels anew.
     *
     * @param truth the labels, of whatever format
     * @param to a folder or an archive where {@link #manyFiles}, else anything
     * @throws FormatException if they cannot be written in this format at all
     */
    void write(GroundTruth truth, LabelSink to, Progress progress) throws IOException;

    /** Whether labels of this format are the places of pictures, so that writing them copies pictures. */
    default boolean copiesPictures() {
        return false;
    }

    /**
     * Writes all labels anew, with the pictures where they are part of them.
     *
     * @param pictures the picture with a name, where there is one
     */
    default void write(GroundTruth truth, Function<String, Optional<Path>> pictures, LabelSink to, Progress progress)
        throws IOException {
        write(truth, to, progress);
    }

    /**
     * Writes the predictions of a run anew.
     *
     * @param truth the labels that the predictions belong to
     * @param to a folder or an archive where {@link #manyFiles}, else anything
     * @throws IllegalArgumentException if the format does not hold {@link Holds#PREDICTIONS}
     */
    default void writePredictions(GroundTruth truth, PredictionColumns predictions, LabelSink to, Progress progress)
        throws IOException {
        if (!holds().contains(Holds.PREDICTIONS)) {
            throw new IllegalArgumentException("The format " + name() + " cannot hold predictions with their confidence.");
        }
        write(PredictedLabels.of(truth, predictions), to, progress);
    }

    /**
     * Reads ground truth of which the images lie elsewhere. Formats without image sizes need the images, to know pixels.
     *
     * @param images the folder of the images, or null
     */
    default GroundTruth readGroundTruth(Path file, Path images, Progress progress) throws IOException {
        return readGroundTruth(file, progress);
    }

    /**
     * Reads ground truth.
     *
     * @throws FormatException if the file is refused
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    GroundTruth readGroundTruth(Path file, Progress progress) throws IOException;

    /**
     * Reads what a file says of images and labels beside names, classes and boxes, in a pass of its own.
     *
     * @param images the folder of the images, or null
     * @param truth what was read of the file
     * @param into by index of the image and by position of the record
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    void readFields(Path file, Path images, GroundTruth truth, FieldCollector into, Progress progress) throws IOException;

    /**
     * Details of a file that was read before.
     *
     * @param places what {@link AnnotationDetails#places} gave then
     * @return empty if this format needs to read the file again
     */
    default Optional<AnnotationDetails> details(Path file, Offsets places) throws IOException {
        return Optional.empty();
    }

    /**
     * Reads the masks of a file's records, labels or predictions.
     *
     * @return empty if this format doesn't keep masks
     */
    default Optional<RecordMasks> readMasks(Path file, Progress progress) throws IOException {
        return Optional.empty();
    }

    /**
     * Reads the predictions of one run.
     *
     * @param truth the labels that the predictions belong to: gives images and classes
     * @throws FormatException if the file is refused
     */
    Predictions readPredictions(Path file, GroundTruth truth, Progress progress) throws IOException;

    /**
     * Reads the predictions of one run, possibly while another thread reads the labels.
     *
     * @throws FormatException if the file is refused
     */
    default UnresolvedPredictions readUnresolved(Path file, Progress progress) throws IOException {
        return truth -> readPredictions(file, truth, progress);
    }

    /**
     * Copies a label file and changes only what was edited: every other byte stays. Of a folder a zip archive is written.
     *
     * @param original the file that {@code truth} was read from
     * @param edits at most one per position
     */
    void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits, OutputStream to) throws IOException;

    /** As below, without pictures, and without anybody who watches. */
    default void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits, LabelSink to) throws IOException {
        writeEdited(original, truth, edits, name -> Optional.empty(), to, Progress.NONE);
    }

    /**
     * Copies the files of labels and changes only what was edited. Pictures are copied only where the labels are nothing but
     * their places.
     *
     * @param pictures finds a picture by the file name that the labels give it
     * @param to a folder, an archive or one stream, as the original is
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits,
        Function<String, Optional<Path>> pictures, LabelSink to, Progress progress) throws IOException;
}
