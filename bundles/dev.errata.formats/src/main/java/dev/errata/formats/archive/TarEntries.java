package dev.errata.formats.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import dev.errata.formats.FormatException;
import dev.errata.formats.io.CountedStream;
import dev.errata.formats.io.Roots;
import dev.errata.formats.io.SingleByte;

/**
 * The files of a tar archive, one behind another. Nobody need trust the archive: names that lead outside, links, sparse files
 * (a few bytes that stand for terabytes) and bombs refuse it, and so do headers of a length that no name explains.
 */
final class TarEntries {

    private static final int BLOCK = 512;
    /** What stands between two files: their names and what else pax tells of them. */
    private static final long LONGEST_HEADERS = 1 << 18;

    private final Metered in;
    private final TarArchiveInputStream tar;
    private final String place;
    private final long packed;
    private long total;
    private long files;

    /**
     * @param place  how issues call the archive
     * @param packed its size on disk, bytes
     */
    TarEntries(InputStream plain, String place, long packed) {
        this.in = new Metered(plain);
        // users, groups and devices may be nonsense; nothing here needs them
        this.tar = new TarArchiveInputStream(in, BLOCK, BLOCK, StandardCharsets.UTF_8.name(), true);
        this.place = place;
        this.packed = packed;
    }

    /**
     * The name of the next file, or null behind the last.
     *
     * @throws FormatException if the archive is damaged or hostile
     */
    String next() throws IOException {
        for (TarArchiveEntry entry = entry(); entry != null; entry = entry()) {
            String name = entry.getName();
            String plain = name.startsWith("./") ? name.substring(2) : name;
            if (!plain.isEmpty() && (!Roots.isInside(plain) || plain.indexOf('\\') >= 0)) {
                throw refused("tar.path", "The entry \"" + name + "\" leads outside of the archive; nothing was read.");
            }
            if (!entry.isDirectory()) {
                check(entry);
                return plain;
            }
        }
        return null;
    }

    private TarArchiveEntry entry() throws IOException {
        content().transferTo(OutputStream.nullOutputStream());
        TarArchiveEntry entry = guarded(() -> {
            in.allow(LONGEST_HEADERS);
            TarArchiveEntry next = tar.getNextEntry();
            in.allowAll();
            return next;
        });
        if (entry == null && in.count() % BLOCK != 0) {
            throw damaged("it is cut off");
        }
        if (entry != null && !entry.isCheckSumOK()) {
            throw damaged("the checksum of a header is wrong");
        }
        return entry;
    }

    private void check(TarArchiveEntry entry) throws FormatException {
        if (entry.isLink() || entry.isSymbolicLink()) {
            throw refused("tar.link", "The entry \"" + entry.getName() + "\" is a link, which is not followed.");
        }
        if (entry.isSparse() || !isFile(entry.getLinkFlag())) {
            throw refused("tar.special", "The entry \"" + entry.getName() + "\" is no plain file.");
        }
        total += entry.getSize();
        if (total > ArchiveLimits.TOTAL || ArchiveLimits.isTooMany(++files, packed)) {
            throw refused("tar.bomb", "The archive has more than " + files + " files or " + ArchiveLimits.TOTAL
                + " bytes, or its files are far more than it is long; these are no label files.");
        }
    }

    private static boolean isFile(byte kind) {
        return kind == TarArchiveEntry.LF_NORMAL || kind == TarArchiveEntry.LF_OLDNORM || kind == TarArchiveEntry.LF_CONTIG;
    }

    /** The bytes of the file that {@link #next} gave; use it before the next one, and close it or not. */
    InputStream content() {
        return new InputStream() {

            @Override
            public int read() throws IOException {
                return SingleByte.of(this);
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return tar.getCurrentEntry() == null ? -1 : guarded(() -> tar.read(buffer, offset, length));
            }
        };
    }

    /** Whatever the library complains about is damage of the archive; what the disk complains about is not. */
    private <T> T guarded(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (FormatException refused) {
            throw refused;
        } catch (IOException | IllegalArgumentException complaint) {
            if (in.failure != null) {
                throw in.failure;
            }
            throw damaged(complaint.getMessage());
        }
    }

    /** Something that reads of the archive. */
    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    private FormatException damaged(String why) {
        return refused("tar.damaged", "The archive is damaged (" + why + "); get a whole copy of it.");
    }

    private FormatException refused(String code, String message) {
        return TarArchive.refused(place, code, message);
    }

    /** The archive's bytes, of which only so many may be read between two files. */
    private static final class Metered extends CountedStream {

        private long end = Long.MAX_VALUE;
        private IOException failure;

        Metered(InputStream in) {
            super(in);
        }

        /** Lets so many more bytes be read. */
        void allow(long bytes) {
            end = count() + bytes;
        }

        void allowAll() {
            end = Long.MAX_VALUE;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (count() >= end) {
                throw new ZipException("a name is too long");
            }
            try {
                return super.read(buffer, offset, length);
            } catch (EOFException | ZipException damaged) {
                throw damaged;
            } catch (IOException disk) {
                failure = disk;
                throw disk;
            }
        }
    }
}
