package dev.errata.dataset.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import dev.errata.dataset.files.DurableFiles;

/**
 * A journal in a folder that a team shares: one file per running program, which only that program appends to. No file has two
 * writers, so nothing is asked of locks, shared appending or atomic replacement, which network drives and file
 * synchronisers don't keep. The file is made at the first change.
 */
public final class FileJournal implements Journal {

    /** The version of the format that this program writes. */
    public static final int VERSION = 1;

    static final String SUFFIX = ".jsonl";

    private final Path folder;
    private final String person;
    private final String host;
    /** Not a channel: an interrupted thread would close that in the middle of a line. */
    private RandomAccessFile own;
    private Path ownFile;
    private long ownLength;

    /**
     * @param folder need not exist
     * @param person who the changes are recorded for; part of the file's name
     * @param host the computer; part of the file's name
     */
    public FileJournal(Path folder, String person, String host) {
        this.folder = folder;
        this.person = person;
        this.host = host;
    }

    @Override
    public synchronized void append(JournalEntry entry) throws IOException {
        byte[] line = JournalLines.encode(EntryText.write(entry));
        if (line.length > JournalLines.LONGEST) {
            throw new IOException("This is too much for one change (" + line.length / 1_000_000
                + " MB). Change fewer annotations at a time.");
        }
        if (own == null) {
            begin();
        }
        appendDurably(line);
    }

    private void begin() throws IOException {
        Files.createDirectories(folder);
        String id = UUID.randomUUID().toString();
        ownFile = folder.resolve(forFileName(person) + "-" + forFileName(host) + "-" + id + SUFFIX);
        Files.createFile(ownFile);
        own = new RandomAccessFile(ownFile.toFile(), "rw");
        ownLength = 0;
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("journal", "errata");
        head.put("version", VERSION);
        head.put("person", person);
        head.put("host", host);
        appendDurably(JournalLines.encode(Json.write(head)));
        DurableFiles.forceFolder(folder);
        DurableFiles.forceFolder(folder.toAbsolutePath().getParent());
    }

    private void appendDurably(byte[] bytes) throws IOException {
        try {
            own.seek(ownLength);
            own.write(bytes);
            own.getFD().sync();
            ownLength += bytes.length;
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
    }

    /** What was written of a failed append must not be read as a line later. */
    private void takeBack(IOException failure) {
        try {
            own.setLength(ownLength);
            own.getFD().sync();
            if (ownLength == 0) {
                startAnotherFile();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
            startAnotherFile();
        }
    }

    private void startAnotherFile() {
        RandomAccessFile broken = own;
        own = null;
        ownFile = null;
        try {
            broken.close();
        } catch (IOException e) {
            throw new IllegalStateException("The journal could not be closed after a failed write", e);
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
        return new Additions(reading.entries(), reading.issues(), new FileCursor(Map.copyOf(offsets)), reading.newer());
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
    public synchronized void close() throws IOException {
        if (own != null) {
            own.close();
            own = null;
        }
    }

    private record FileCursor(Map<String, Long> offsets) implements Cursor {
    }
}
