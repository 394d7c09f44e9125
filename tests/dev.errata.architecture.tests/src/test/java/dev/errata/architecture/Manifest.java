package dev.errata.architecture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.Attributes;

/** The headers of a plug-in. */
final class Manifest {

    private final Attributes headers;

    private Manifest(Attributes headers) {
        this.headers = headers;
    }

    /** The manifest of a bundle, empty for a plain module, whose manifest the build writes. */
    static Manifest of(Path bundle) {
        Path file = bundle.resolve("META-INF/MANIFEST.MF");
        if (!Files.exists(file)) {
            return new Manifest(new Attributes());
        }
        String text = Repository.read(file);
        try {
            return new Manifest(new java.util.jar.Manifest(new ByteArrayInputStream(
                (text + "\n").getBytes(StandardCharsets.UTF_8))).getMainAttributes());
        } catch (IOException broken) {
            throw new UncheckedIOException(file.toString(), broken);
        }
    }

    String value(String header) {
        String value = headers.getValue(header);
        return value == null ? "" : value;
    }

    /** The names in a header, without their attributes. */
    Set<String> names(String header) {
        Set<String> names = new LinkedHashSet<>();
        // commas inside quotes part version ranges
        for (String clause : value(header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            String name = clause.split(";")[0].strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }
}
