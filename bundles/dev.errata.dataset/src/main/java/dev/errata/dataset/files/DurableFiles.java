package dev.errata.dataset.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import dev.errata.formats.io.FileFaults;

/** Writes files so that a reader, and a person after a crash, finds the old file or the new one, never half of it. */
public final class DurableFiles {

    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final int REPLACE_ATTEMPTS = 8;

    private DurableFiles() {
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a temporary file beside the target, forces it to disk and moves it there.
     *
     * @throws IOException if anything failed; then the target is as it was
     */
    public static void replace(Path target, Content content) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = folder.resolve("." + target.getFileName() + "-" + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            move(temporary, target);
            forceFolder(folder);
        } catch (FileSystemException e) {
            throw e.getFile().equals(temporary.toString()) ? in(folder, e) : e;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Makes the folder in which something is built that is moved to its place when it is whole.
     *
     * @param hidden a name that nobody knows
     */
    public static Path newFolder(Path hidden) throws IOException {
        try {
            return Files.createDirectory(hidden);
        } catch (FileSystemException e) {
            throw in(hidden.toAbsolutePath().getParent(), e);
        }
    }

    /** Tells of the folder where only a file that nobody knows could not be made in it. */
    private static FileSystemException in(Path folder, FileSystemException e) {
        FileSystemException told = new FileSystemException(folder.toString(), null, FileFaults.why(e));
        told.initCause(e);
        return told;
    }

    /** A reader that holds the target open makes Windows refuse for a moment. */
    private static void move(Path from, Path to) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException e) {
                if (attempt == REPLACE_ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10L << attempt));
            }
        }
    }

    /** Makes new names in a folder survive a crash, where the system can. */
    public static void forceFolder(Path folder) throws IOException {
        if (POSIX && folder != null) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a folder and all in it; links are deleted, not followed. */
    public static void deleteTree(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                for (Path child : children) {
                    deleteTree(child);
                }
            }
        }
        Files.deleteIfExists(folder);
    }
}
