package dev.errata.dataset.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.errata.dataset.files.PersonalFolders;

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
        return Optional.of(chosen == null || chosen.isBlank() ? PersonalFolders.caches().resolve("columns") : Path.of(chosen));
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
