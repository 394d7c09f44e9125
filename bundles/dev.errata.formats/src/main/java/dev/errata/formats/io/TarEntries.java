package dev.errata.formats.io;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/**
 * The files of a tar archive, one behind another (POSIX.1-2017, pax, "ustar Interchange Format"; with GNU's long names). Nobody
 * need trust the archive: names that lead outside, links and bombs refuse it.
 */
final class TarEntries {

    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 1 << 16;
    private static final int MAGIC = 257;
    private static final int CHECKSUM = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final String FILES = "\0" + "07";

    private final InputStream in;
    private final String place;
    private String name;
    private long left;
    private int padding;
    private long total;
    private long entries;

    /** @param place how issues call the archive */
    TarEntries(InputStream plain, String place) {
        this.in = plain;
        this.place = place;
    }

    /** Whether a file that begins so is a tar archive. */
    static boolean is(byte[] head) {
        return head.length > MAGIC + 5 && new String(head, MAGIC, 5, StandardCharsets.ISO_8859_1).equals("ustar");
    }

    /** Unpacks what is compressed by gzip, and refuses bombs. */
    static InputStream plain(InputStream packed, String place) throws IOException {
        Counted counted = new Counted(packed);
        try {
            return new Counted(new GZIPInputStream(counted, 1 << 16)) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int read = super.read(buffer, offset, length);
                    if (count > ArchiveEntries.SMALL && count / Math.max(1, counted.count) > ArchiveEntries.RATIO) {
                        throw refused(place, "tar.bomb", "The archive unpacks to " + count
                            + " bytes or more; these are no label files.");
                    }
                    return read;
                }
            };
        } catch (EOFException | ZipException damaged) {
            throw refused(place, "tar.damaged", "The archive is damaged (" + damaged.getMessage() + "); get a whole copy of it.");
        }
    }

    /** Counts bytes. */
    private static class Counted extends FilterInputStream {

        long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return SingleByte.of(this);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    static FormatException refused(String place, String code, String message) {
        return new FormatException(new Issue(code, Severity.ERROR, place, 0, 0, "", "", message));
    }

    /**
     * The name of the next file, or null behind the last.
     *
     * @throws FormatException if the archive is damaged or hostile
     */
    String next() throws IOException {
        try {
            skip(left + padding);
            left = 0;
            padding = 0;
            return header();
        } catch (EOFException | ZipException damaged) {
            throw damaged(damaged.getMessage());
        }
    }

    private String header() throws IOException {
        String longName = null;
        long longSize = -1;
        byte[] header = in.readNBytes(BLOCK);
        while (header.length == BLOCK && !isEnd(header)) {
            check(header);
            char type = (char) header[156];
            long size = longSize >= 0 && type != 'x' ? longSize : number(header, 124, 12);
            if (type == 'L' || type == 'x' || type == 'g' || type == 'K') {
                byte[] text = text(size);
                if (type == 'L') {
                    longName = ended(text, 0, text.length);
                } else if (type == 'x') {
                    longName = PaxRecords.value(text, "path", longName);
                    longSize = size(PaxRecords.value(text, "size", null));
                }
            } else {
                String called = longName == null ? shortName(header) : longName;
                if (take(type, called, size)) {
                    return name;
                }
                longName = null;
                longSize = -1;
            }
            header = in.readNBytes(BLOCK);
        }
        if (header.length > 0 && header.length < BLOCK) {
            throw new EOFException("it is cut off");
        }
        return null;
    }

    /** Whether a header is that of a file; what it is of else is left out or refused. */
    private boolean take(char type, String called, long size) throws IOException {
        String plain = called.startsWith("./") ? called.substring(2) : called;
        boolean directory = type == '5' || plain.endsWith("/") && size == 0;
        if (!plain.isEmpty() && (!Roots.isInside(plain) || plain.indexOf('\\') >= 0)) {
            throw refused(place, "tar.path", "The entry \"" + called + "\" leads outside of the archive; nothing was read.");
        }
        if (directory) {
            return false;
        }
        if (type == '1' || type == '2') {
            throw refused(place, "tar.link", "The entry \"" + called + "\" is a link, which is not followed.");
        }
        if (FILES.indexOf(type) < 0) {
            throw refused(place, "tar.special", "The entry \"" + called + "\" is no file.");
        }
        total += size;
        if (++entries > ArchiveEntries.ENTRIES || total > ArchiveEntries.TOTAL) {
            throw refused(place, "tar.bomb", "The archive has more than " + ArchiveEntries.ENTRIES + " files or "
                + ArchiveEntries.TOTAL + " bytes.");
        }
        name = plain;
        left = size;
        padding = padding(size);
        return true;
    }

    private static int padding(long size) {
        return (int) (-size & BLOCK - 1);
    }

    private static boolean isEnd(byte[] header) {
        for (byte b : header) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** The sum of all bytes, those of the sum itself as blanks. */
    private void check(byte[] header) throws FormatException {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + CHECKSUM_LENGTH ? ' ' : header[i] & 0xFF;
        }
        if (sum != number(header, CHECKSUM, CHECKSUM_LENGTH)) {
            throw damaged("the checksum of a header is wrong");
        }
    }

    /** Octal digits, or a binary number where the first bit is set. */
    private long number(byte[] header, int offset, int length) throws FormatException {
        if (header[offset] < 0) {
            long value = header[offset] & 0x7F;
            for (int i = 1; i < length; i++) {
                value = value << 8 | header[offset + i] & 0xFF;
            }
            return sized(value);
        }
        String digits = ended(header, offset, length).strip();
        if (!digits.matches("[0-7]{0,20}")) {
            throw damaged("a number of a header is none");
        }
        return digits.isEmpty() ? 0 : sized(Long.parseLong(digits, 8));
    }

    private long size(String text) throws FormatException {
        if (text == null) {
            return -1;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw damaged("a size is no number");
        }
        return sized(Long.parseLong(text));
    }

    private long sized(long size) throws FormatException {
        if (size < 0 || size > ArchiveEntries.TOTAL) {
            throw damaged("a size is out of range");
        }
        return size;
    }

    private byte[] text(long size) throws IOException {
        if (size > LONGEST_NAME) {
            throw damaged("a name has " + size + " bytes");
        }
        byte[] text = in.readNBytes((int) size);
        if (text.length < size) {
            throw new EOFException("it is cut off");
        }
        skip(padding(size));
        return text;
    }

    private static String shortName(byte[] header) {
        boolean posix = new String(header, MAGIC, 6, StandardCharsets.ISO_8859_1).equals("ustar\0");
        String prefix = posix ? ended(header, 345, 155) : "";
        String base = ended(header, 0, 100);
        return prefix.isEmpty() ? base : prefix + "/" + base;
    }

    private static String ended(byte[] text, int offset, int length) {
        int end = offset;
        while (end < offset + length && text[end] != 0) {
            end++;
        }
        return new String(text, offset, end - offset, StandardCharsets.UTF_8);
    }

    private void skip(long count) throws IOException {
        byte[] buffer = new byte[1 << 13];
        long rest = count;
        while (rest > 0) {
            int read = in.read(buffer, 0, (int) Math.min(rest, buffer.length));
            if (read < 0) {
                throw new EOFException("it is cut off");
            }
            rest -= read;
        }
    }

    private FormatException damaged(String why) {
        return refused(place, "tar.damaged", "The archive is damaged (" + why + "); get a whole copy of it.");
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
                if (left == 0 || length == 0) {
                    return left == 0 ? -1 : 0;
                }
                try {
                    int read = in.read(buffer, offset, (int) Math.min(length, left));
                    if (read < 0) {
                        throw damaged("the file \"" + name + "\" is cut off");
                    }
                    left -= read;
                    return read;
                } catch (EOFException | ZipException packed) {
                    throw damaged(packed.getMessage());
                }
            }
        };
    }
}
