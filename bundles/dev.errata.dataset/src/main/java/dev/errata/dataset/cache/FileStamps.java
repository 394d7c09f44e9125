package dev.errata.dataset.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.UUID;

import dev.errata.dataset.files.DurableFiles;

/**
 * Remembers the SHA-256 of files by their length, time of change and identity, so that a file that nobody touched need not
 * be read to know that it is the same.
 */
public final class FileStamps {

    /** A file may change again within the resolution of its time stamp: one changed so lately is not remembered. */
    private static final long SETTLED_MILLISECONDS = 3_000;

    private FileStamps() {
    }

    /** The digest of a file, if it was remembered and the file was not touched since. */
    public static Optional<String> sha256(Path file) throws IOException {
        if (Files.size(file) < CacheFolder.WORTHWHILE) {
            return Optional.empty();
        }
        Optional<Path> stamp = stampFile(file);
        if (stamp.isEmpty() || !Files.isRegularFile(stamp.get())) {
            return Optional.empty();
        }
        String[] lines = Files.readString(stamp.get()).split("\n");
        return lines.length == 2 && lines[0].equals(identity(file)) ? Optional.of(lines[1]) : Optional.empty();
    }

    /** @param before what {@link #identity} was before the digest was computed */
    public static void remember(Path file, String before, String sha256) throws IOException {
        if (Files.size(file) < CacheFolder.WORTHWHILE) {
            return;
        }
        Optional<Path> stamp = stampFile(file);
        long age = System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
        if (stamp.isPresent() && age > SETTLED_MILLISECONDS && identity(file).equals(before)) {
            Files.createDirectories(stamp.get().getParent());
            DurableFiles.replace(stamp.get(), out -> out.write((before + '\n' + sha256).getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What changes when somebody touches the file. */
    public static String identity(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
    }

    private static Optional<Path> stampFile(Path file) {
        String name = UUID.nameUUIDFromBytes(file.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8)) + ".stamp";
        return CacheFolder.find().map(folder -> folder.resolve(name));
    }
}
