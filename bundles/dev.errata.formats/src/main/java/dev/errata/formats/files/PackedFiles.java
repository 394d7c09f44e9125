package dev.errata.formats.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

import dev.errata.engine.Progress;
import dev.errata.formats.archive.ArchiveEntries;
import dev.errata.formats.io.ProgressStream;

/**
 * The files in an archive, read in place.
 *
 * @param path the archive as issues name it
 * @param zip the archive, or the zip archive that a tar archive was made into
 * @param names of the files, sorted
 */
record PackedFiles(Path path, ZipFile zip, List<String> names) implements TreeFiles {

    /**
     * Opens an archive.
     *
     * @param zipped the archive itself, or what a tar archive was made into
     * @throws dev.errata.formats.FormatException if it is damaged or hostile
     */
    static PackedFiles of(Path path, Path zipped) throws IOException {
        ZipFile zip = ArchiveEntries.open(path, zipped);
        try {
            return new PackedFiles(path, zip, new ArchiveEntries(zipped, zip).names());
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public String place(String name) {
        return path + "!" + name;
    }

    @Override
    public InputStream open(String name, Progress progress) throws IOException {
        return new ProgressStream(new ArchiveEntries(path, zip).open(name), length(name), progress);
    }

    @Override
    public long length(String name) {
        return Math.max(0, zip.getEntry(name).getSize());
    }

    @Override
    public Optional<Path> unpacked(String name) {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
