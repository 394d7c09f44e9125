package dev.errata.dataset.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/**
 * The file that this program's changes are appended to. Nothing is appended to a file that nobody finds: others may remove it
 * while it is open, or put a copy in its place, and the system would take what is written all the same.
 */
final class OwnFile {

    private static final int PIECE = 1 << 16;

    private final Path path;
    /** Not a channel: an interrupted thread would close that in the middle of a line. */
    private RandomAccessFile open;
    /** What the system knows the open file by; null where it has no such thing. */
    private Object key;
    private long length;
    private boolean torn;

    /** Makes the file, empty; its folder is there. */
    OwnFile(Path path) throws IOException {
        this.path = path;
        Files.createFile(path);
        open();
    }

    private void open() throws IOException {
        open = new RandomAccessFile(path.toFile(), "rw");
        key = attributes().fileKey();
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether half of something is at the end of the file and could not be taken back: nothing must be appended to that. */
    boolean isTorn() {
        return torn;
    }

    /**
     * Appends to the file, durably.
     *
     * @throws IOException if that was not possible; then the file is as it was, or torn
     */
    void append(byte[] bytes) throws IOException {
        find();
        try {
            open.seek(length);
            open.write(bytes);
            open.getFD().sync();
            length += bytes.length;
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
    }

    /** What was written of a failed append must not be read as a line later. */
    private void takeBack(IOException failure) {
        try {
            open.setLength(length);
            open.getFD().sync();
        } catch (IOException e) {
            failure.addSuppressed(e);
            torn = true;
        }
    }

    /** Sees to it that the open file is the one that others find in the folder. */
    private void find() throws IOException {
        BasicFileAttributes found;
        try {
            found = attributes();
        } catch (NoSuchFileException removed) {
            putBack();
            return;
        }
        boolean same = key == null || key.equals(found.fileKey());
        // of the open file itself: some network drives tell an older length of the one in the folder
        if (same ? open.length() != length : found.size() != length || !isCopy()) {
            throw new IOException("The file " + path + ", which holds the changes of this program, is not as this program wrote"
                + " it. Close the dataset and open it again to see what is there now.");
        }
        if (!same) {
            reopen();
        }
    }

    /** Writes the file anew from the open one, which the system keeps. */
    private void putBack() throws IOException {
        Files.createFile(path);
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
            copyTo(out);
        } catch (IOException e) {
            // half of it would be in the way of the next attempt
            Files.deleteIfExists(path);
            throw e;
        }
        reopen();
        open.getFD().sync();
    }

    private void copyTo(OutputStream out) throws IOException {
        open.seek(0);
        byte[] piece = new byte[PIECE];
        for (long left = length; left > 0;) {
            int count = (int) Math.min(left, PIECE);
            open.readFully(piece, 0, count);
            out.write(piece, 0, count);
            left -= count;
        }
    }

    /** Whether the file in the folder has the content of the open one; they are equally long. */
    private boolean isCopy() throws IOException {
        try (RandomAccessFile other = new RandomAccessFile(path.toFile(), "r")) {
            open.seek(0);
            byte[] ours = new byte[PIECE];
            byte[] theirs = new byte[PIECE];
            for (long left = length; left > 0;) {
                int count = (int) Math.min(left, PIECE);
                open.readFully(ours, 0, count);
                other.readFully(theirs, 0, count);
                if (!Arrays.equals(ours, 0, count, theirs, 0, count)) {
                    return false;
                }
                left -= count;
            }
            return true;
        }
    }

    private void reopen() throws IOException {
        RandomAccessFile before = open;
        open();
        before.close();
    }

    /** Closes the file; one without content is removed. */
    void close() throws IOException {
        open.close();
        if (length == 0) {
            Files.deleteIfExists(path);
        }
    }
}
