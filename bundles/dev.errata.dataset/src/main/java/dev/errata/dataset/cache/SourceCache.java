package dev.errata.dataset.cache;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import dev.errata.dataset.files.DurableFiles;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;
import dev.errata.formats.fields.FieldTable;
import dev.errata.formats.files.ImageSizes;

/**
 * Sources as columns, so that a dataset opens fast the second time. A cache file is found by the SHA-256 of its source and by
 * the code that read it; a damaged one is deleted and counts as missing. Small sources are not worth it.
 */
public final class SourceCache {

    private static final Logger LOGGER = Logger.getLogger(SourceCache.class.getName());
    private static final String FIELDS = "fields of ";
    private static final int VERSION = 7;

    private SourceCache() {
    }

    /** How something is read from a cache file. */
    private interface Content<T> {
        T read(ColumnReader in) throws IOException;
    }

    /** How something is written to a cache file. */
    private interface Output {
        void write(ColumnWriter out) throws IOException;
    }

    /** @param file the source: unchanged, the digest says so */
    public static Optional<GroundTruth> truth(LabelFormat format, Path file, String sha256) throws IOException {
        return read(cacheFile(format, file, sha256), in -> CachedTruth.read(in, format, file));
    }

    public static void keep(GroundTruth truth, LabelFormat format, Path file, String sha256) throws IOException {
        write(cacheFile(format, file, sha256), out -> CachedTruth.write(truth, file, out));
    }

    /** @param labelSha256 the digest of the labels: images and classes are numbered as there */
    public static Optional<Predictions> predictions(LabelFormat format, Path file, String sha256, String labelSha256)
        throws IOException {
        return read(cacheFile(format, file, sha256 + labelSha256), in -> CachedRecords.read(in, format, file));
    }

    public static void keep(Predictions predictions, LabelFormat format, Path file, String sha256, String labelSha256)
        throws IOException {
        if (predictions.probabilities() != null) {
            // a table of numbers is read as fast
            return;
        }
        write(cacheFile(format, file, sha256 + labelSha256), out -> CachedRecords.write(predictions, file, out));
    }

    /** The fields of a label file. */
    public static Optional<FieldTable> fields(LabelFormat format, Path file, String sha256) throws IOException {
        return read(cacheFile(format, file, FIELDS + sha256), CachedFields::read);
    }

    public static void keep(FieldTable fields, LabelFormat format, Path file, String sha256) throws IOException {
        write(cacheFile(format, file, FIELDS + sha256), out -> CachedFields.write(fields, out));
    }

    private static Optional<Path> cacheFile(LabelFormat format, Path source, String digest) throws IOException {
        if (Files.isDirectory(source) || Files.size(source) < CacheFolder.WORTHWHILE) {
            return Optional.empty();
        }
        String key = VERSION + " " + readerVersion() + " " + format.name() + " " + digest + ImageSizes.fingerprint(source);
        String name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + ".columns";
        return CacheFolder.find().map(folder -> folder.resolve(name));
    }

    /** Another build of the readers may read differently: its file is another, or has another time. */
    private static String readerVersion() throws IOException {
        CodeSource code = LabelFormat.class.getProtectionDomain().getCodeSource();
        if (code == null || code.getLocation() == null || !code.getLocation().getProtocol().equals("file")) {
            return "";
        }
        try {
            File file = new File(code.getLocation().toURI());
            return file + " " + file.lastModified() + " " + file.length();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return code.getLocation().toString();
        }
    }

    private static <T> Optional<T> read(Optional<Path> file, Content<T> content) throws IOException {
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            ColumnReader reader = new ColumnReader(in, Files.size(file.get()));
            T read = content.read(reader);
            reader.check();
            CacheFolder.touch(file.get());
            return Optional.of(read);
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "A damaged cache is deleted; the source is read instead", e);
            Files.deleteIfExists(file.get());
            return Optional.empty();
        }
    }

    private static void write(Optional<Path> file, Output output) {
        if (file.isEmpty()) {
            return;
        }
        Path folder = file.get().getParent();
        try {
            Files.createDirectories(folder);
            DurableFiles.replace(file.get(), out -> {
                ColumnWriter writer = new ColumnWriter(out);
                output.write(writer);
                writer.close();
            });
            CacheFolder.prune(folder);
        } catch (IOException e) {
            // a full disk or a write-protected home keeps nobody from working: it only opens slower
            LOGGER.log(Level.FINE, "Columns were not cached", e);
        }
    }
}
