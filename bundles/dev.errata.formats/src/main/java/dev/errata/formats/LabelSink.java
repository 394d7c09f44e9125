package dev.errata.formats;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.CancellationException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.errata.engine.Progress;

/** Where labels are written: files of a folder, entries of an archive, or one stream. One file at a time. */
public interface LabelSink extends Closeable {

    /**
     * Begins a file.
     *
     * @param name relative, with slashes; close the stream before the next file
     */
    OutputStream file(String name) throws IOException;

    @Override
    default void close() throws IOException {
        // nothing is held open between files
    }

    /** Writes one file compressed by gzip, unless it is so already, to a stream that stays open. */
    static LabelSink gzip(OutputStream to) {
        return name -> new GzipOnce(to);
    }

    /** Writes one file, whatever its name, to a stream that stays open. */
    static LabelSink single(OutputStream to) {
        return name -> unclosed(to);
    }

    /** Writes new files into a folder. */
    static LabelSink folder(Path folder) {
        return name -> {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw new IOException("The name " + name + " leads outside of " + folder);
            }
            Files.createDirectories(file.getParent());
            return Files.newOutputStream(file);
        };
    }

    /** Writes the entries of a zip archive to a stream that stays open; the same labels give the same bytes. */
    static LabelSink archive(OutputStream to) {
        ZipOutputStream zip = new ZipOutputStream(to);
        return new LabelSink() {
            @Override
            public OutputStream file(String name) throws IOException {
                ZipEntry entry = new ZipEntry(name);
                // 1980-01-01, the first time that a zip archive can hold
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                return unclosed(zip);
            }

            @Override
            public void close() throws IOException {
                zip.finish();
            }
        };
    }

    /** Reports the bytes that are written, and stops when asked to. */
    static LabelSink watched(LabelSink to, Progress progress) {
        return new LabelSink() {
            @Override
            public OutputStream file(String name) throws IOException {
                if (progress.cancelled()) {
                    throw new CancellationException("writing was cancelled");
                }
                return new WatchedOutput(to.file(name), progress);
            }

            @Override
            public void close() throws IOException {
                to.close();
            }
        };
    }

    private static OutputStream unclosed(OutputStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
