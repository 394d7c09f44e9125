package dev.errata.formats.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.errata.engine.Progress;

/** Where the files of a label tree are: in a folder, in an archive, or one alone. */
sealed interface TreeFiles extends Closeable permits FolderFiles, PackedFiles, SingleFile {

    /** All files, relative, with slashes, sorted. */
    List<String> names();

    /** How issues name a file. */
    String place(String name);

    /** @param progress gets {@link #length} altogether */
    InputStream open(String name, Progress progress) throws IOException;

    /** The bytes of a file as progress counts them: unpacked in an archive, on disk elsewhere; 0 where it is not known. */
    long length(String name) throws IOException;

    /** The file on disk that has these bytes; empty where they are packed. */
    Optional<Path> unpacked(String name);

    @Override
    default void close() throws IOException {
        // files on disk are not held open
    }
}
