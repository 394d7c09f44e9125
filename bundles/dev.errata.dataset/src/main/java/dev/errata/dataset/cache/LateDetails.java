package dev.errata.dataset.cache;

import java.io.IOException;
import java.nio.file.Path;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.LabelFormat;

/** Reads the label file when somebody first asks for a detail. */
final class LateDetails implements AnnotationDetails {

    private final LabelFormat format;
    private final Path file;
    private AnnotationDetails details;

    LateDetails(LabelFormat format, Path file) {
        this.format = format;
        this.file = file;
    }

    @Override
    public Detail read(int position) throws IOException {
        return details().read(position);
    }

    private synchronized AnnotationDetails details() throws IOException {
        if (details == null) {
            details = format.readGroundTruth(file, Progress.NONE).details();
        }
        return details;
    }
}
