package dev.errata.formats.files;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.FileFaults;
import dev.errata.formats.io.ProgressStream;
import dev.errata.formats.io.TextBytes;

/**
 * A label file that was found readable. Remembers size and time of change, so that a file that is replaced while it is being
 * read, or between reading and a later look at one record, is noticed.
 */
public final class LabelInput {

    private static final int HEAD = 1 << 16;
    private static final int MOST_EXPECTED = 4_000_000;
    /** Of the whole memory for one expected record, some four times of what it takes. */
    private static final int BYTES_OF_ROOM = 256;

    private final Path path;
    private final long size;
    private final FileTime modified;
    private final byte[] head;
    private final boolean gzip;
    /** The entry of the archive at the path; null where that is the file itself. */
    private final String entry;
    private SoftReference<FileText> unpacked = new SoftReference<>(null);

    private LabelInput(Path path, String entry, long size, FileTime modified, byte[] head, boolean gzip) {
        this.path = path;
        this.entry = entry;
        this.size = size;
        this.modified = modified;
        this.head = head;
        this.gzip = gzip;
    }

    /**
     * Looks at a file.
     *
     * @throws FormatException if there is no readable file, with the cause
     */
    public static LabelInput of(Path path) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            String why = Files.isSymbolicLink(path) ? "the link points to nothing" : "there is no such file";
            throw refused(path, "file.missing", why + "; check the path");
        } catch (IOException e) {
            throw refused(path, "file.unreadable", "cannot be looked at (" + e + ")");
        }
        if (attributes.isDirectory()) {
            throw refused(path, "file.directory", "is a folder, but one file is needed here");
        }
        if (!attributes.isRegularFile()) {
            throw refused(path, "file.special", "is not a regular file");
        }
        byte[] head;
        boolean gzip;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
            gzip = head.length > 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
        } catch (IOException e) {
            throw refused(path, "file.unreadable", "cannot be read (" + FileFaults.why(e) + "); check its permissions");
        }
        if (gzip) {
            head = unzippedHead(path, head);
        }
        return new LabelInput(path, null, attributes.size(), attributes.lastModifiedTime(), head, gzip);
    }

    /** A file of a folder or an archive. */
    public static LabelInput of(LabelTree tree, String name) throws IOException {
        if (Files.isDirectory(tree.path())) {
            return of(tree.path().resolve(name));
        }
        BasicFileAttributes attributes = Files.readAttributes(tree.path(), BasicFileAttributes.class);
        return new LabelInput(tree.path(), name, attributes.size(), attributes.lastModifiedTime(), tree.rawHead(name), false);
    }

    private static byte[] unzippedHead(Path path, byte[] packed) throws IOException {
        byte[] plain = new byte[HEAD];
        int length = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            int read = in.read(plain, 0, HEAD);
            while (read > 0) {
                length += read;
                read = length < HEAD ? in.read(plain, length, HEAD - length) : -1;
            }
        } catch (EOFException e) {
            if (packed.length < HEAD && length == 0) {
                throw refused(path, "gzip.truncated", "the compressed file is cut off");
            }
        } catch (ZipException e) {
            throw refused(path, "gzip.damaged", "the compressed file is damaged (" + e.getMessage() + ")");
        }
        return Arrays.copyOf(plain, length);
    }

    private static FormatException refused(Path path, String code, String message) {
        return new FormatException(new Issue(code, Severity.ERROR, path.toString(), 0, 0, "", "", message));
    }

    /** The file that is read. */
    public Path path() {
        return path;
    }

    /** How issues name this file. */
    public String place() {
        return entry == null ? path.toString() : path + "!" + entry;
    }

    /** The size on disk, bytes; of an archive as a whole. */
    public long size() {
        return size;
    }

    /**
     * How many records to make room for at first: few where the file or the memory is small.
     *
     * @param bytesPerRecord at least so many bytes a record has
     */
    public int expectedRecords(int bytesPerRecord) {
        long room = Runtime.getRuntime().maxMemory() / BYTES_OF_ROOM;
        return (int) Math.min(Math.min(room, MOST_EXPECTED), size / bytesPerRecord);
    }

    /** Whether the file is compressed by gzip; its bytes are then no places in the text. */
    public boolean gzip() {
        return gzip;
    }

    /** Whether places in the text are none in the file on disk. */
    public boolean isPacked() {
        return entry != null || gzip;
    }

    /** The first bytes of the (uncompressed) text, at most 64 KB. */
    public byte[] head() {
        return head.clone();
    }

    /** The first bytes of the text as UTF-8, whatever the file is. */
    public byte[] textHead() {
        return TextBytes.headToUtf8(head);
    }

    /** How many bytes of byte-order mark the text begins with. */
    public int byteOrderMark() {
        if (head.length >= 3 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB && (head[2] & 0xFF) == 0xBF) {
            return 3;
        }
        return charset() != StandardCharsets.UTF_8 && (head[0] & 0xFF) >= 0xFE ? 2 : 0;
    }

    /** UTF-8 or one of the UTF-16, by the byte-order mark or by where the zeros of the first ASCII characters are. */
    public Charset charset() {
        return TextBytes.charset(head);
    }

    /** The text, with progress in bytes on disk. */
    public InputStream open(Progress progress) throws IOException {
        if (entry != null) {
            return openEntry(progress);
        }
        progress.begin("Reading " + path.getFileName(), size);
        InputStream counted = new ProgressStream(Files.newInputStream(path), size, progress);
        return gzip ? new GZIPInputStream(counted, HEAD) : counted;
    }

    private InputStream openEntry(Progress progress) throws IOException {
        LabelTree tree = LabelTree.of(path);
        try {
            progress.begin("Reading " + entry, tree.length(entry));
            return new FilterInputStream(tree.open(entry, progress)) {
                @Override
                public void close() throws IOException {
                    try (tree) {
                        super.close();
                    }
                }
            };
        } catch (IOException e) {
            tree.close();
            throw e;
        }
    }

    /** The text from a byte offset on. What is compressed is unpacked once, if long then into a temporary file. */
    public InputStream openAt(long offset) throws IOException {
        if (isPacked()) {
            return openUnpacked(offset);
        }
        SeekableByteChannel channel = Files.newByteChannel(path);
        channel.position(offset);
        return Channels.newInputStream(channel);
    }

    private synchronized InputStream openUnpacked(long offset) throws IOException {
        FileText text = unpacked.get();
        if (text == null) {
            try (InputStream in = open(Progress.NONE)) {
                text = FileText.unpacked(in);
            }
            unpacked = new SoftReference<>(text);
        }
        return text.from(offset);
    }

    /** @throws FormatException if the file is not the one that this was made of */
    public void checkUnchanged() throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(path, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw refused(path, "file.changed", "was removed while it was in use; nothing was imported");
        }
        if (now.size() != size || !now.lastModifiedTime().equals(modified)) {
            throw refused(path, "file.changed", "changed while it was in use; nothing was imported, read it again");
        }
    }
}
