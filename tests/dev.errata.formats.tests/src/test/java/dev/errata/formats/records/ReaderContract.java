package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Issue;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;

/**
 * What a reader owes for whatever it is given: it refuses the file, or reads it with read = imported + quarantined and shows
 * every record; nothing else comes out, in less than a second of the processor a megabyte (a tenth of a second for the smallest
 * files), and with no more memory than the file explains.
 *
 * @param folder for files that are written back
 */
record ReaderContract(Path folder, ReadingBudget budget) {

    private static long length(LabelFormat format, Path file) throws IOException {
        return format.manyFiles() && file.toString().endsWith(".zip") ? BrokenArchive.plainLength(file) : Files.size(file);
    }

    /**
     * Reads labels, looks at what was read, and writes some of it back changed.
     *
     * @param round says which records are changed
     */
    void read(LabelFormat format, Path file, int round) throws IOException {
        try {
            GroundTruth truth = budget.keep(length(format, file), () -> format.readGroundTruth(file, Progress.NONE));
            assertEquals(truth.counts().read(), truth.counts().imported() + truth.counts().quarantined());
            AnnotationColumns columns = truth.annotations();
            assertEquals(truth.counts().imported(), columns.size());
            for (int row = 0; row < Math.min(20, columns.rowLimit()); row++) {
                assertTrue(columns.width(row) >= 0 && columns.height(row) >= 0);
                truth.details().read(columns.position(row));
            }
            for (Issue issue : truth.issues()) {
                boolean packed = format.manyFiles() && issue.file().contains("!");
                assertTrue(packed || issue.offset() < Math.max(1, Files.size(file)), issue.toString());
                assertTrue(!issue.code().isEmpty(), issue.toString());
            }
            if (columns.rowLimit() > 0) {
                writeBack(format, file, truth, round);
            }
            format.recognises(file, Arrays.copyOf(Files.readAllBytes(file), (int) Math.min(1 << 16, Files.size(file))));
        } catch (FormatException e) {
            assertTrue(e.issue().code().length() > 2);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("round " + round + " of " + format.name() + ": " + e, e);
        }
    }

    /** Whatever was read can be edited; what is written has as many records, but for the one that was left out. */
    private void writeBack(LabelFormat format, Path file, GroundTruth truth, int round) throws IOException {
        AnnotationColumns columns = truth.annotations();
        int row = round % columns.rowLimit();
        double[] box = {columns.x(row) + 1.25, columns.y(row), columns.width(row), columns.height(row) + 3};
        int other = (row + 1) % columns.rowLimit();
        List<LabelEdit> edits = new ArrayList<>(List.of(new LabelEdit.Changed(columns.position(row),
            round % truth.classes().size(), Double.isFinite(box[0] + box[1] + box[2] + box[3]) ? box : null, null, null, null)));
        if (other != row) {
            edits.add(new LabelEdit.Removed(columns.position(other)));
        }
        Path written = folder.resolve("written-" + file.getFileName());
        try (OutputStream out = Files.newOutputStream(written)) {
            format.writeEdited(file, truth, edits, out);
        }
        assertEquals(truth.counts().read() - edits.size() + 1, format.readGroundTruth(written, Progress.NONE).counts().read());
    }

    /** Reads predictions that belong to some labels. */
    void readPredictions(LabelFormat format, Path file, GroundTruth labels, int round) throws IOException {
        try {
            Predictions read = budget.keep(length(format, file), () -> format.readPredictions(file, labels, Progress.NONE));
            assertEquals(read.counts().read(), read.counts().imported() + read.counts().quarantined());
            assertEquals(read.counts().imported(), read.columns().size());
        } catch (FormatException e) {
            assertTrue(e.issue().code().length() > 2);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("round " + round + " of predictions in " + format.name() + ": " + e, e);
        }
    }
}
