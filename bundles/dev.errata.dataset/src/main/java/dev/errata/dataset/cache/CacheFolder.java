package dev.errata.dataset.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of this person's caches on this computer. All of it can be deleted at any time. The system property
 * {@code errata.cache} names another folder, or is {@code off}.
 */
final class CacheFolder {

    /** Shorter files are read as fast as a cache. */
    static final long WORTHWHILE = 4_000_000;

    private static final long MOST_BYTES = 8L << 30;

    private CacheFolder() {
    }

    /** Empty where nothing is to be cached. */
    static Optional<Path> find() {
        String chosen = System.getProperty("errata.cache");
        if ("off".equals(chosen)) {
            return Optional.empty();
        }
        return Optional.of(chosen == null || chosen.isBlank() ? usual() : Path.of(chosen));
    }

    private static Path usual() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (system.contains("win")) {
            return from("LOCALAPPDATA", home.resolve("AppData/Local")).resolve("Errata/columns");
        }
        return system.contains("mac")
            ? home.resolve("Library/Caches/dev.errata/columns")
            : from("XDG_CACHE_HOME", home.resolve(".cache")).resolve("errata/columns");
    }

    private static Path from(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }

    /** Remembers that a file was of use. */
    static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    }

    /** Deletes the files that were not of use for the longest time, until the rest is small enough. */
    static void prune(Path folder) throws IOException {
        record Entry(Path file, long bytes, FileTime used) {
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        }
        long total = entries.stream().mapToLong(Entry::bytes).sum();
        entries.sort(Comparator.comparing(Entry::used));
        for (Entry entry : entries) {
            if (total <= MOST_BYTES) {
                return;
            }
            Files.deleteIfExists(entry.file());
            total -= entry.bytes();
        }
    }
}
