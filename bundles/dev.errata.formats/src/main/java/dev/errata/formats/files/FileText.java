package dev.errata.formats.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

import dev.errata.formats.io.RawText;
import dev.errata.formats.io.SingleByte;

/**
 * The raw text of a file of any length, as {@link RawText} gives UTF-8, of which any part can be looked at. A text that is
 * packed, or not UTF-8, is put into a temporary file if it is long; that is gone when this is closed, or nobody holds it.
 */
public final class FileText implements Closeable {

    private static final int WINDOW = 1 << 16;
    private static final int SMALL = 1 << 20;

    /** Null where the window is all of the text. */
    private final FileChannel file;
    private final long length;
    private byte[] window;
    private long begin;

    private FileText(FileChannel file, long length, byte[] window) {
        this.file = file;
        this.length = length;
        this.window = window;
    }

    /** The text of a file of a tree. */
    public static FileText of(LabelTree tree, String name) throws IOException {
        Optional<Path> plain = tree.plain(name);
        if (plain.isPresent()) {
            return plain(plain.get());
        }
        try (InputStream in = tree.openText(name)) {
            return unpacked(in);
        }
    }

    /** The text of a file as it is. */
    public static FileText plain(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path);
        return new FileText(channel, channel.size(), new byte[0]);
    }

    /** The text of a stream, which is read to its end. */
    static FileText unpacked(InputStream in) throws IOException {
        byte[] first = in.readNBytes(SMALL);
        if (first.length < SMALL) {
            return new FileText(null, first.length, first);
        }
        Path temporary = Files.createTempFile("errata-", ".txt");
        try (OutputStream out = Files.newOutputStream(temporary)) {
            out.write(first);
            in.transferTo(out);
        } catch (IOException e) {
            Files.delete(temporary);
            throw e;
        }
        FileChannel channel = FileChannel.open(temporary, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
        return new FileText(channel, channel.size(), new byte[0]);
    }

    public long length() {
        return length;
    }

    /** The character at a place. */
    public char charAt(long place) throws IOException {
        if (place < begin || place >= begin + window.length) {
            if (place < 0 || place >= length) {
                throw new IndexOutOfBoundsException("place " + place + " of " + length);
            }
            // what is looked at is near this place, before or behind it
            begin = Math.max(0, place - WINDOW / 2);
            window = bytes(begin, Math.min(length, begin + WINDOW));
        }
        return (char) (window[(int) (place - begin)] & 0xFF);
    }

    /** Whether a space, a tab or a line end stands at a place. */
    public boolean isSpace(long place) throws IOException {
        return " \t\r\n".indexOf(charAt(place)) >= 0;
    }

    /** Whether a line end stands at a place. */
    public boolean isLineEnd(long place) throws IOException {
        return charAt(place) == '\n' || charAt(place) == '\r';
    }

    /** A part of the text. */
    public String substring(long from, long to) throws IOException {
        return new String(slice(from, to), StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a part of the text. */
    public byte[] slice(long from, long to) throws IOException {
        return from >= begin && to <= begin + window.length
            ? Arrays.copyOfRange(window, (int) (from - begin), (int) (to - begin)) : bytes(from, to);
    }

    /** The bytes from a place on; close it or not. */
    InputStream from(long place) {
        return new InputStream() {

            private long next = place;

            @Override
            public int read() throws IOException {
                return SingleByte.of(this);
            }

            @Override
            public int read(byte[] into, int offset, int most) throws IOException {
                int count = (int) Math.min(most, length - next);
                if (count <= 0) {
                    return most == 0 ? 0 : -1;
                }
                synchronized (FileText.this) {
                    System.arraycopy(slice(next, next + count), 0, into, offset, count);
                }
                next += count;
                return count;
            }
        };
    }

    private byte[] bytes(long from, long to) throws IOException {
        if (from < 0 || to > length) {
            throw new IOException("The file became shorter since it was read. Import it again.");
        }
        ByteBuffer part = ByteBuffer.allocate(Math.toIntExact(to - from));
        file.position(from);
        while (part.hasRemaining()) {
            if (file.read(part) < 0) {
                throw new IOException("The file became shorter since it was read. Import it again.");
            }
        }
        return part.array();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
