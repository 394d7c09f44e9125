package dev.errata.formats.archive;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.Roots;
import dev.errata.formats.io.SingleByte;

/**
 * The entries of a zip archive that nobody need trust: names that lead outside, links and bombs refuse the archive.
 * What the directory promises of an entry is checked while the entry is read.
 */
public final class ArchiveEntries {

    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 1 << 16;
    private static final int UNIX = 3;
    private static final int LINK = 0xA000;

    private final Path path;
    private final ZipFile zip;

    /** @param path how issues call the archive */
    public ArchiveEntries(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /**
     * Opens an archive.
     *
     * @param path how issues call it
     * @param zipped the archive itself, or what a tar archive was made into
     */
    public static ZipFile open(Path path, Path zipped) throws IOException {
        try {
            return new ZipFile(zipped.toFile());
        } catch (ZipException e) {
            if (e.getMessage() != null && e.getMessage().contains("encrypted")) {
                throw refused(path.toString(), "zip.encrypted",
                    "The archive is encrypted. Unpack it with its password and give the folder.");
            }
            throw refused(path.toString(), "zip.damaged", "The archive is damaged (" + e.getMessage()
                + "); get a whole copy of it.");
        }
    }

    private static FormatException refused(String place, String code, String message) {
        return new FormatException(new Issue(code, Severity.ERROR, place, 0, 0, "", "", message));
    }

    /** The names of the files, sorted. */
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long total = 0;
        if (ArchiveLimits.isTooMany(zip.size(), Files.size(path))) {
            throw refused(path.toString(), "zip.bomb", "The archive has " + zip.size() + " entries, more than labels need.");
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            if (!Roots.isInside(name) || name.indexOf('\\') >= 0) {
                throw refused(path.toString(), "zip.path", "The entry \"" + name
                    + "\" leads outside of the archive; nothing was read.");
            }
            if (entry.isDirectory()) {
                continue;
            }
            if (!seen.add(name)) {
                throw refused(path.toString(), "zip.duplicate", "Two entries are called \"" + name + "\".");
            }
            total += Math.max(0, entry.getSize());
            if (ArchiveLimits.isBomb(entry.getSize(), entry.getCompressedSize()) || total > ArchiveLimits.TOTAL) {
                throw bomb(path.toString(), name, entry.getSize());
            }
            if (!PathNames.isLitter(name)) {
                names.add(name);
            }
        }
        refuseLinks();
        Collections.sort(names);
        return names;
    }

    private static FormatException bomb(String place, String name, long size) {
        return refused(place, "zip.bomb", "The entry \"" + name + "\" unpacks to " + size
            + " bytes or more, which no label file does that is packed so small. If it is one, give it by itself.");
    }

    /** Links, which the library doesn't tell: by their headers (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16). */
    private void refuseLinks() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            int length = (int) Math.min(file.length(), DIRECTORY_END_LENGTH + LONGEST_COMMENT);
            ByteBuffer tail = read(file, file.length() - length, length);
            int end = length - DIRECTORY_END_LENGTH;
            while (end >= 0 && tail.getInt(end) != DIRECTORY_END) {
                end--;
            }
            if (end < 0 || tail.getInt(end + 16) == -1) {
                // the sizes of a very large archive stand elsewhere; its entries are still checked one by one
                return;
            }
            ByteBuffer directory = read(file, Integer.toUnsignedLong(tail.getInt(end + 16)), tail.getInt(end + 12));
            int at = 0;
            while (at + 46 <= directory.limit() && directory.getInt(at) == DIRECTORY_HEADER) {
                int nameLength = directory.getShort(at + 28) & 0xFFFF;
                byte[] name = new byte[Math.min(nameLength, directory.limit() - at - 46)];
                directory.get(at + 46, name);
                refuseLink(directory, at, new String(name, StandardCharsets.UTF_8));
                at += 46 + nameLength + (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
            }
        }
    }

    private void refuseLink(ByteBuffer directory, int at, String name) throws FormatException {
        int mode = directory.getInt(at + 38) >>> 16;
        if ((directory.getShort(at + 4) >> 8 & 0xFF) == UNIX && (mode & 0xF000) == LINK) {
            throw refused(path.toString(), "zip.link", "The entry \"" + name + "\" is a link, which is not followed.");
        }
    }

    private static ByteBuffer read(RandomAccessFile file, long from, int length) throws IOException {
        if (from < 0 || length < 0 || from + length > file.length()) {
            throw new ZipException("its directory is not where it should be");
        }
        byte[] bytes = new byte[length];
        file.seek(from);
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Opens an entry; reading it fails where it is not what the directory says. */
    public InputStream open(String name) throws IOException {
        try {
            ZipEntry entry = zip.getEntry(name);
            return new Checked(zip.getInputStream(entry), entry, path + "!" + name);
        } catch (ZipException e) {
            throw damaged(path + "!" + name, e.getMessage());
        }
    }

    private static FormatException damaged(String place, String why) {
        return refused(place, "zip.entry", "The entry is damaged (" + why + "); get a whole copy of the archive.");
    }

    /** Counts the bytes of an entry and compares its checksum. */
    private static final class Checked extends FilterInputStream {

        private final ZipEntry entry;
        private final String place;
        private final CRC32 sum = new CRC32();
        private long read;

        Checked(InputStream in, ZipEntry entry, String place) {
            super(in);
            this.entry = entry;
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            return SingleByte.of(this);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            try {
                count = in.read(buffer, offset, length);
            } catch (ZipException e) {
                throw damaged(place, e.getMessage());
            } catch (EOFException e) {
                throw damaged(place, "it is cut off");
            }
            if (count >= 0) {
                read += count;
                sum.update(buffer, offset, count);
                if (ArchiveLimits.isBomb(read, entry.getCompressedSize()) || entry.getSize() >= 0 && read > entry.getSize()) {
                    throw bomb(place, entry.getName(), read);
                }
            } else if (entry.getCrc() >= 0 && sum.getValue() != entry.getCrc()) {
                throw damaged(place, "its checksum is wrong");
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return read(new byte[(int) Math.min(count, 1 << 13)]);
        }
    }
}
