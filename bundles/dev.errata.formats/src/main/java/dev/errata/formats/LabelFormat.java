package dev.errata.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;

import dev.errata.engine.Progress;

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
     * Reads ground truth.
     *
     * @throws FormatException if the file is refused
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    GroundTruth readGroundTruth(Path file, Progress progress) throws IOException;

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
     * Copies a label file and changes only what was edited: every other byte stays.
     *
     * @param original the file that {@code truth} was read from
     * @param edits at most one per position
     */
    void writeEdited(Path original, GroundTruth truth, Collection<LabelEdit> edits, OutputStream to) throws IOException;
}
