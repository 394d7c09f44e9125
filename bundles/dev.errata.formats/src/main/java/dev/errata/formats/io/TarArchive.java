package dev.errata.formats.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

/**
 * A tar archive, compressed by gzip or not, as a zip archive in a temporary file, of which single files can be read. The labels
 * are in it, and of pictures the beginning, which tells their size. It is made once for as long as the program runs.
 */
final class TarArchive {

    /** The header of a picture stands within so many bytes. */
    private static final int PICTURE = 1 << 18;
    private static final Map<Path, TarArchive> KNOWN = new HashMap<>();

    private final long size;
    private final FileTime modified;
    private final Path zip;

    private TarArchive(long size, FileTime modified, Path zip) {
        this.size = size;
        this.modified = modified;
        this.zip = zip;
    }

    /**
     * Unpacks an archive unless it is known.
     *
     * @throws dev.errata.formats.FormatException if the archive is damaged or hostile
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop; nothing is kept then
     */
    static synchronized Path asZip(Path tar, boolean gzip, Progress progress) throws IOException {
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
            InputStream in = gzip ? TarEntries.plain(file, tar.toString()) : file;
            OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16)) {
            copy(new TarEntries(in, tar.toString()), tar.toString(), out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(zip);
            }
        }
        KNOWN.put(key, new TarArchive(size, modified, zip));
        return zip;
    }

    private static void copy(TarEntries entries, String place, OutputStream to) throws IOException {
        Set<String> names = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name = entries.next(); name != null; name = entries.next()) {
                if (Pictures.base(name).startsWith("._")) {
                    // what macOS keeps of a file beside it
                    continue;
                }
                if (!names.add(name)) {
                    throw TarEntries.refused(place, "tar.duplicate", "Two entries are called \"" + name + "\".");
                }
                zip.putNextEntry(new ZipEntry(name));
                if (LabelTree.isPicture(name)) {
                    zip.write(entries.content().readNBytes(PICTURE));
                } else {
                    entries.content().transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }
}
