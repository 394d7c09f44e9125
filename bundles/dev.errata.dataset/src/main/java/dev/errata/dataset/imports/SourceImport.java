package dev.errata.dataset.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.Digests;
import dev.errata.dataset.model.Source;
import dev.errata.engine.Progress;
import dev.errata.formats.files.LabelTree;

/**
 * Brings a file into the sources of a dataset folder: a copy of its bytes, or a link where it is too long to copy. A folder
 * and a tar archive become a zip archive.
 */
final class SourceImport {

    private static final Pattern TAR = Pattern.compile("\\.(tar|tar\\.gz|tgz)$", Pattern.CASE_INSENSITIVE);

    private SourceImport() {
    }

    /** Writes the copy. */
    interface Copying {

        /** @return the digest of the copy */
        String write(OutputStream out) throws IOException;
    }

    /**
     * @param images where the pictures are that labels of many files belong to, or null
     * @param folder the dataset folder
     * @param source gets path, length and SHA-256
     * @param linkAbove files with more bytes are linked
     * @return the file to read from
     */
    static Path bring(Path file, Path images, Path folder, Source source, long linkAbove, Progress progress)
        throws IOException {
        if (!Files.exists(file)) {
            throw new DatasetException("There is no file " + file + ".");
        }
        if (Files.isDirectory(file) || images != null && LabelTree.isMany(file) || LabelTree.isTar(file)) {
            return pack(file, images, folder, source, progress);
        }
        long bytes = Files.size(file);
        progress.begin("Reading " + file.getFileName(), bytes);
        if (bytes > linkAbove) {
            Path link = file.toRealPath();
            source.setPath(link.toString());
            source.setSha256(Digests.sha256(link, progress));
            source.setBytes(Files.size(link));
            return link;
        }
        return copy(file.getFileName().toString(), folder, source, out -> Digests.copy(file, out, progress));
    }

    private static Path pack(Path file, Path images, Path folder, Source source, Progress progress) throws IOException {
        progress.begin("Reading " + file.getFileName(), 0);
        String name = TAR.matcher(file.getFileName().toString()).replaceFirst("");
        Path copy = copy(name.endsWith(".zip") ? name : name + ".zip", folder, source, out -> {
            FolderPack.write(file, images, out, progress);
            return "";
        });
        source.setSha256(Digests.sha256(copy, progress));
        return copy;
    }

    static Path copy(String name, Path folder, Source source, Copying copying) throws IOException {
        Path copy = free(folder.resolve(OpenDataset.SOURCES), name);
        source.setPath(OpenDataset.SOURCES + "/" + copy.getFileName());
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 18)) {
            source.setSha256(copying.write(out));
            out.flush();
            channel.force(true);
            whole = true;
        } finally {
            if (!whole) {
                forget(folder, source);
            }
        }
        source.setBytes(Files.size(copy));
        return copy;
    }

    /** Deletes the copy of a file that was brought in vain; a linked file is left alone. */
    static void forget(Path folder, Source source) throws IOException {
        if (!Path.of(source.getPath()).isAbsolute()) {
            Files.deleteIfExists(folder.resolve(source.getPath()));
        }
    }

    private static Path free(Path sources, String name) throws IOException {
        Files.createDirectories(sources);
        Path wanted = sources.resolve(name);
        return Files.exists(wanted) ? sources.resolve(UUID.randomUUID().toString().substring(0, 8) + "-" + name) : wanted;
    }
}
