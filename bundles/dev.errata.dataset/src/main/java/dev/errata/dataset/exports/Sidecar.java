package dev.errata.dataset.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;


import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.journal.Json;
import dev.errata.engine.Progress;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.ImageSizes;
import dev.errata.formats.files.LabelTree;

/**
 * What lies beside labels that were written in a format that cannot hold all of them: an archive with the labels in the format
 * that they came from, fixed likewise. An import of the labels reads it again. Entries: {@code labels/...}, and a description,
 * {@code .errata-rest}.
 */
public final class Sidecar {

    /** The entry that says in which format the labels are, in which file, and which version of a sidecar this is. */
    public static final String DESCRIPTION = ".errata-rest";
    /** What the names of the entries that are labels begin with. */
    public static final String LABELS = "labels/";
    /** The newest version that this program reads. */
    public static final long VERSION = 1;

    private static final String ENDING = ".errata-rest.zip";

    private Sidecar() {
    }

    /** The sidecar of labels. */
    public static Path beside(Path labels) {
        return labels.resolveSibling(labels.getFileName() + ENDING);
    }

    /** Writes the labels that a sidecar is of. */
    @FunctionalInterface
    interface Labels {
        void write() throws IOException;
    }

    /** Writes labels and their sidecar; where one of them fails, both are what they were. */
    static void write(Path labels, OriginalExport original, Labels writing, Progress progress) throws IOException {
        String file = original.many() ? "" : original.file().getFileName().toString();
        DurableFiles.replace(beside(labels), out -> {
            try (LabelSink archive = LabelSink.archive(out)) {
                Map<String, Object> description = new LinkedHashMap<>();
                description.put("version", VERSION);
                description.put("format", original.format().name());
                description.put("file", file);
                try (OutputStream entry = archive.file(DESCRIPTION)) {
                    entry.write(Json.write(description).getBytes(StandardCharsets.UTF_8));
                }
                original.write(name -> archive.file(LABELS + (file.isEmpty() ? name : file)), progress);
                if (file.isEmpty()) {
                    try (OutputStream entry = archive.file(LABELS + LabelTree.SIZES)) {
                        entry.write(ImageSizes.lines(original.labels()).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            out.flush();
            writing.write();
        });
    }
}
