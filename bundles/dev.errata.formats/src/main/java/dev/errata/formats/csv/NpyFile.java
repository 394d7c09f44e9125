package dev.errata.formats.csv;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.ProgressStream;

/**
 * A table of numbers as NumPy saves it: versions 1 to 3, floats of 2, 4 or 8 bytes, whole numbers of 1 to 8, in the order of C
 * (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). Pickled objects are never read.
 */
public final class NpyFile {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([fiub])([1248])'");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(\\s*([0-9]{1,9})\\s*,\\s*([0-9]{1,9})\\s*,?\\s*\\)");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*True");

    private final Path path;
    private final char kind;
    private final int bytes;
    private final ByteOrder order;
    private final int rows;
    private final int columns;
    private final long begin;

    /** Hears the rows in their order. */
    @FunctionalInterface
    public interface Rows {

        /** @param values the same array each time */
        void row(int row, double[] values) throws IOException;
    }

    private NpyFile(Path path, String header, long begin) throws FormatException {
        this.path = path;
        this.begin = begin;
        Matcher type = TYPE.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (header.contains("'|O'")) {
            throw refused("npy.pickle", "The file holds Python objects, which are never read. Save plain numbers.");
        }
        if (!type.find() || type.group(2).equals("f") && type.group(3).equals("1")) {
            throw refused("npy.type", "The file must hold floats or whole numbers.");
        }
        if (!shape.find()) {
            throw refused("npy.shape", "The file must hold a table of two dimensions: a row an image, a column a class.");
        }
        if (FORTRAN.matcher(header).find()) {
            throw refused("npy.order", "The table is saved by columns. Save numpy.ascontiguousarray of it.");
        }
        kind = type.group(2).charAt(0);
        bytes = Integer.parseInt(type.group(3));
        order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        rows = Integer.parseInt(shape.group(1));
        columns = Integer.parseInt(shape.group(2));
    }

    /** Whether a file begins as one of NumPy does. */
    public static boolean is(byte[] head) {
        if (head.length < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (head[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws FormatException if the file is none, is damaged, or holds something else than a table of numbers */
    public static NpyFile of(Path path) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
            byte[] start = in.readNBytes(MAGIC.length + 2);
            if (!is(start) || start.length < MAGIC.length + 2 || start[6] < 1 || start[6] > 3) {
                throw refused(path, "npy.magic", "This is no file of NumPy, or one of a newer version.");
            }
            boolean old = start[6] == 1;
            long length = old ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                : Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (length > LONGEST_HEADER) {
                throw refused(path, "npy.header", "The head of the file has " + length + " bytes; that is no table of numbers.");
            }
            String header = new String(in.readNBytes((int) length), StandardCharsets.ISO_8859_1);
            NpyFile file = new NpyFile(path, header, MAGIC.length + 2 + (old ? 2 : 4) + length);
            long expected = file.begin + (long) file.rows * file.columns * file.bytes;
            if (Files.size(path) != expected) {
                throw refused(path, "npy.length", "The file has " + Files.size(path) + " bytes, but " + file.rows + " rows of "
                    + file.columns + " numbers take " + expected + ". Get a whole copy of it.");
            }
            return file;
        } catch (EOFException cut) {
            throw refused(path, "npy.header", "The file is cut off in its head.");
        }
    }

    private FormatException refused(String code, String message) {
        return refused(path, code, message);
    }

    private static FormatException refused(Path path, String code, String message) {
        return new FormatException(new Issue(code, Severity.ERROR, path.toString(), 0, 0, "", "", message));
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Reads all rows. */
    public void read(Progress progress, Rows to) throws IOException {
        progress.begin("Reading " + path.getFileName(), Files.size(path));
        byte[] raw = new byte[columns * bytes];
        ByteBuffer buffer = ByteBuffer.wrap(raw).order(order);
        double[] values = new double[columns];
        InputStream file = new ProgressStream(Files.newInputStream(path), Files.size(path), progress);
        try (InputStream in = new BufferedInputStream(file, 1 << 16)) {
            in.skipNBytes(begin);
            for (int row = 0; row < rows; row++) {
                if (in.readNBytes(raw, 0, raw.length) < raw.length) {
                    throw refused("npy.length", "The file became shorter while it was read.");
                }
                for (int column = 0; column < columns; column++) {
                    values[column] = value(buffer, column * bytes);
                }
                to.row(row, values);
            }
        }
    }

    private double value(ByteBuffer buffer, int at) {
        return switch (kind) {
            case 'f' -> bytes == 8 ? buffer.getDouble(at) : bytes == 4 ? buffer.getFloat(at)
                : Float.float16ToFloat(buffer.getShort(at));
            case 'i' -> switch (bytes) {
                case 1 -> buffer.get(at);
                case 2 -> buffer.getShort(at);
                case 4 -> buffer.getInt(at);
                default -> buffer.getLong(at);
            };
            default -> switch (bytes) {
                case 1 -> Byte.toUnsignedInt(buffer.get(at));
                case 2 -> Short.toUnsignedInt(buffer.getShort(at));
                case 4 -> Integer.toUnsignedLong(buffer.getInt(at));
                default -> Math.scalb((double) (buffer.getLong(at) >>> 1), 1);
            };
        };
    }
}
