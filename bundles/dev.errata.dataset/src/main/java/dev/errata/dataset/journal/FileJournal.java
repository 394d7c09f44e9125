package dev.errata.dataset.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import dev.errata.dataset.files.DurableFiles;

/**
 * A journal in a folder that a team shares: one file per running program, which only that program appends to. No file has two
 * writers, so nothing is asked of locks, shared appending or atomic replacement, which network drives and file
 * synchronisers don't keep. The file is made at the first change.
 */
public final class FileJournal implements Journal {

    /** The folder of the journals in a dataset folder. */
    public static final String FOLDER = "journal";

    static final String SUFFIX = ".jsonl";

    private final Path folder;
    private final String person;
    private final String host;
    /** Null before the first change. */
    private OwnFile own;

    /**
     * @param folder need not exist, in a folder that does
     * @param person who the changes are recorded for; part of the file's name
     * @param host the computer; part of the file's name
     */
    public FileJournal(Path folder, String person, String host) {
        this.folder = folder;
        this.person = person;
        this.host = host;
    }

    @Override
    public synchronized Optional<Cursor> append(JournalEntry entry, Cursor read) throws IOException {
        byte[] line = JournalLines.encode(EntryText.write(entry));
        if (line.length > JournalLines.LONGEST) {
            throw new IOException("This is too much for one change (" + line.length / 1_000_000
                + " MB). Change fewer annotations at a time.");
        }
        if (own == null) {
            own = begin();
        }
        try {
            own.append(line);
            return Optional.of(read);
        } catch (IOException e) {
            if (own.isTorn()) {
                abandon(own, e);
                own = null;
            }
            throw e;
        }
    }

    private OwnFile begin() throws IOException {
        if (!Files.isDirectory(folder)) {
            // not its parents: a folder that was moved away must not come back with nothing but this journal in it
            Files.createDirectory(folder);
        }
        String name = forFileName(person) + "-" + forFileName(host) + "-" + UUID.randomUUID() + SUFFIX;
        OwnFile file = new OwnFile(folder.resolve(name));
        try {
            file.append(JournalLines.encode(JournalRecords.head(person, host, false)));
            DurableFiles.forceFolder(folder);
            DurableFiles.forceFolder(folder.toAbsolutePath().getParent());
            return file;
        } catch (IOException e) {
            abandon(file, e);
            throw e;
        }
    }

    private static void abandon(OwnFile file, IOException failure) {
        try {
            file.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private static String forFileName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "_");
        String cut = plain.substring(0, Math.min(plain.length(), 40));
        return cut.isEmpty() ? "_" : cut;
    }

    @Override
    public synchronized Additions since(Cursor cursor) throws IOException {
        Map<String, Long> offsets = new HashMap<>();
        if (cursor instanceof FileCursor known) {
            offsets.putAll(known.offsets());
        }
        JournalReading reading = new JournalReading();
        if (Files.isDirectory(folder)) {
            for (Map.Entry<String, Path> file : files().entrySet()) {
                long from = offsets.getOrDefault(file.getKey(), 0L);
                offsets.put(file.getKey(), reading.read(file.getKey(), file.getValue(), from, cursor == null));
            }
        }
        return reading.records().until(new FileCursor(Map.copyOf(offsets)));
    }

    /** By name, so that a reader meets them in the same order everywhere. */
    private Map<String, Path> files() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : stream) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(file.getFileName().toString(), file);
                }
            }
        }
        return files;
    }

    @Override
    public void onNews(Runnable listener) {
        // network drives and synchronisers don't tell: who wants to know asks again
    }

    @Override
    public synchronized void close() throws IOException {
        if (own != null) {
            own.close();
            own = null;
        }
    }

    private record FileCursor(Map<String, Long> offsets) implements Cursor {
    }
}
