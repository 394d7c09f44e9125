package dev.errata.dataset.matching;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.dataset.DatasetException;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.RecordMasks;
import dev.errata.formats.io.FileFaults;

/** A file that is read for the masks of its records. */
public final class MaskFile {

    private MaskFile() {
    }

    /**
     * The masks of a file.
     *
     * @throws DatasetException if it has records, and none of them has a mask
     */
    public static RecordMasks read(String format, Path file, Progress progress) throws DatasetException {
        try {
            RecordMasks masks = Formats.named(format).orElseThrow().readMasks(file, progress).orElseThrow(
                () -> new DatasetException("masks are read from COCO files only, and " + file + " is " + format));
            if (masks.count() == 0 && !masks.shapes().isEmpty()) {
                throw new DatasetException("masks are needed on both sides, and " + file + " has none");
            }
            return masks;
        } catch (DatasetException none) {
            throw none;
        } catch (IOException unreadable) {
            throw new DatasetException(FileFaults.told(unreadable), unreadable);
        }
    }
}
