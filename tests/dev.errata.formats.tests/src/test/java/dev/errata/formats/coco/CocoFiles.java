package dev.errata.formats.coco;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;

/** Files that the tests read. */
final class CocoFiles {

    static final CocoFormat COCO = new CocoFormat();

    private CocoFiles() {
    }

    static Path resource(String name) {
        try {
            return Path.of(CocoFiles.class.getResource("/coco/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path file(Path folder, String text) throws IOException {
        return Files.write(Files.createTempFile(folder, "labels", ".json"), text.getBytes(StandardCharsets.UTF_8));
    }

    static GroundTruth read(Path file) throws IOException {
        return COCO.readGroundTruth(file, Progress.NONE);
    }

    static byte[] edited(Path file, Collection<LabelEdit> edits) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        COCO.writeEdited(file, read(file), edits, out);
        return out.toByteArray();
    }
}
