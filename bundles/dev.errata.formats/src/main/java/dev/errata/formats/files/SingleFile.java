package dev.errata.formats.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.errata.engine.Progress;
import dev.errata.formats.io.ProgressStream;
import dev.errata.formats.io.Unpacked;

/**
 * One file that was named itself.
 *
 * @param path the file
 * @param gzip whether it is compressed
 */
record SingleFile(Path path, boolean gzip) implements TreeFiles {

    @Override
    public List<String> names() {
        return List.of(path.getFileName().toString());
    }

    @Override
    public String place(String name) {
        return path.toString();
    }

    @Override
    public InputStream open(String name, Progress progress) throws IOException {
        InputStream file = new ProgressStream(Files.newInputStream(path), length(name), progress);
        return gzip ? new Unpacked(file, place(name)) : file;
    }

    @Override
    public long length(String name) throws IOException {
        return Files.size(path);
    }

    @Override
    public Optional<Path> unpacked(String name) {
        return gzip ? Optional.empty() : Optional.of(path);
    }
}
