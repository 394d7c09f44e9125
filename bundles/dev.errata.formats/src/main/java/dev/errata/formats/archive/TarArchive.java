package dev.errata.formats.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.CountedStream;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.ProgressStream;
import dev.errata.formats.io.Unpacked;

/**
 * A tar archive, compressed by gzip or not, as a zip archive in a temporary file, of which single files can be read. The labels
 * are in it, and of pictures the beginning, which tells their size. It is made once for as long as the program runs.
 */
public final class TarArchive {

    /** The header of a picture stands within so many bytes. */
    private static final int PICTURE = 1 << 18;
    /** Where headers say what they are (POSIX.1-2017, pax, "ustar Interchange Format"). */
    private static final int MAGIC = 257;
    private static final Map<Path, TarArchive> KNOWN = new HashMap<>();

    private final long size;
    private final FileTime modified;
    private final Path zip;

    private TarArchive(long size, FileTime modified, Path zip) {
        this.size = size;
        this.modified = modified;
        this.zip = zip;
    }

    /** Whether a file that begins so is a tar archive. */
    public static boolean is(byte[] head) {
        return head.length > MAGIC + 5 && new String(head, MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** An error that refuses an archive. */
    static FormatException refused(String place, String code, String message) {
        return new FormatException(new Issue(code, Severity.ERROR, place, 0, 0, "", "", message));
    }

    /**
     * Unpacks an archive unless it is known.
     *
     * @throws dev.errata.formats.FormatException if the archive is damaged or hostile
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; nothing is kept then
     */
    public static synchronized Path asZip(Path tar, boolean gzip, Progress progress) throws IOException {
        Path key = tar.toRealPath();
        long size = Files.size(tar);
        FileTime modified = Files.getLastModifiedTime(tar);
        TarArchive known = KNOWN.get(key);
        if (known != null && known.size == size && known.modified.equals(modified) && Files.exists(known.zip)) {
            return known.zip;
        }
        if (known != null) {
            Files.deleteIfExists(known.zip);
        }
        Path zip = Files.createTempFile("errata-", ".zip");
        zip.toFile().deleteOnExit();
        boolean whole = false;
        progress.begin("Unpacking " + tar.getFileName(), size);
        try (InputStream file = new ProgressStream(Files.newInputStream(tar), size, progress);
            InputStream in = gzip ? plain(file, tar.toString()) : file;
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16)) {
            copy(new TarEntries(in, tar.toString(), size), tar.toString(), out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(zip);
            }
        }
        KNOWN.put(key, new TarArchive(size, modified, zip));
        return zip;
    }

    /** Unpacks what is compressed by gzip, and refuses bombs. */
    private static InputStream plain(InputStream file, String place) throws IOException {
        CountedStream packed = new CountedStream(file);
        return new CountedStream(new Unpacked(packed, place)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = super.read(buffer, offset, length);
                if (ArchiveLimits.isBomb(count(), packed.count())) {
                    throw refused(place, "tar.bomb", "The archive unpacks to " + count()
                        + " bytes or more; these are no label files. If they are, unpack it and give the folder.");
                }
                return read;
            }
        };
    }

    private static void copy(TarEntries entries, String place, OutputStream to) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name = entries.next(); name != null; name = entries.next()) {
                if (PathNames.isLitter(name)) {
                    continue;
                }
                if (!names.add(name)) {
                    throw refused(place, "tar.duplicate", "Two entries are called \"" + name + "\".");
                }
                zip.putNextEntry(new ZipEntry(name));
                if (PathNames.isPicture(name)) {
                    zip.write(entries.content().readNBytes(PICTURE));
                } else {
                    entries.content().transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }
}
