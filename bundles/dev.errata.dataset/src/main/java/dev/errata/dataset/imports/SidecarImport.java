package dev.errata.dataset.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;

import dev.errata.dataset.exports.Sidecar;
import dev.errata.dataset.files.Digests;
import dev.errata.dataset.journal.Json;
import dev.errata.dataset.model.LabelSource;
import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;

/** Brings the labels of a sidecar, those that the imported ones were written from, into a dataset. */
final class SidecarImport {

    private SidecarImport() {
    }

    /**
     * Brings the labels of a sidecar into a dataset folder.
     *
     * @param labels the labels that are imported
     * @param source gets format, path, length and SHA-256
     * @return the file to read from, or null where there is no sidecar
     * @throws FormatException if the sidecar is damaged, or newer than this program
     */
    static Path bring(Path labels, Path folder, LabelSource source, Progress progress) throws IOException {
        Path sidecar = Sidecar.beside(labels);
        if (!Files.isRegularFile(sidecar)) {
            return null;
        }
        try (LabelTree tree = LabelTree.of(sidecar)) {
            Map<?, ?> description = description(sidecar, tree);
            source.setFormat((String) description.get("format"));
            String file = (String) description.get("file");
            if (!file.isEmpty() && (!tree.names().contains(Sidecar.LABELS + file) || file.indexOf('/') >= 0)) {
                throw refused(sidecar, "it has no file " + file);
            }
            Path copy = SourceImport.copy("original-" + (file.isEmpty() ? "labels.zip" : file), folder, source,
                out -> copy(tree, file, out, progress));
            source.setSha256(Digests.sha256(copy, progress));
            return copy;
        }
    }

    private static Map<?, ?> description(Path sidecar, LabelTree tree) throws IOException {
        if (!tree.names().contains(Sidecar.DESCRIPTION)) {
            throw refused(sidecar, "it has no description");
        }
        Object json;
        try {
            json = Json.parse(new String(tree.head(Sidecar.DESCRIPTION), StandardCharsets.UTF_8));
        } catch (JsonProcessingException damaged) {
            throw refused(sidecar, "its description is damaged");
        }
        if (!(json instanceof Map<?, ?> map) || !(map.get("version") instanceof Long version)
            || !(map.get("format") instanceof String format) || !(map.get("file") instanceof String)) {
            throw refused(sidecar, "its description is damaged");
        }
        if (version > Sidecar.VERSION || Formats.named(format).isEmpty()) {
            throw refused(sidecar, "a newer version of this program wrote it");
        }
        return map;
    }

    private static FormatException refused(Path sidecar, String why) {
        return new FormatException(new Issue("sidecar.damaged", Severity.ERROR, sidecar.toString(), 0, 0, "", "",
            "The sidecar of the labels cannot be read: " + why + ". Import without it, or get a whole copy."));
    }

    private static String copy(LabelTree tree, String file, OutputStream to, Progress progress) throws IOException {
        if (!file.isEmpty()) {
            try (InputStream in = tree.open(Sidecar.LABELS + file)) {
                progress.advance(in.transferTo(to));
            }
        } else {
            try (LabelSink archive = LabelSink.archive(to)) {
                for (String name : tree.names()) {
                    if (name.startsWith(Sidecar.LABELS)) {
                        String inside = name.substring(Sidecar.LABELS.length());
                        try (InputStream in = tree.open(name); OutputStream entry = archive.file(inside)) {
                            progress.advance(in.transferTo(entry));
                        }
                    }
                }
            }
        }
        // what was written is read once more for its digest
        return "";
    }
}
