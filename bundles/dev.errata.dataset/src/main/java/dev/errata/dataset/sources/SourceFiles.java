package dev.errata.dataset.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.cache.FileStamps;
import dev.errata.dataset.files.Digests;
import dev.errata.dataset.model.Source;
import dev.errata.engine.Progress;
import dev.errata.formats.io.FileFaults;

/** Finds the files that a dataset was imported from, and makes sure that they are still the same. */
final class SourceFiles {

    private SourceFiles() {
    }

    /** @throws DatasetException if a path leads out of the folder without being an absolute link */
    static Path locate(Path folder, Source source) throws DatasetException {
        Path path = Path.of(source.getPath());
        if (path.isAbsolute()) {
            return path;
        }
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new DatasetException("The source " + source.getPath() + " of " + folder + " lies outside of the dataset.");
        }
        return file;
    }

    /** @throws DatasetException if the file is missing or is not the one that was imported */
    static Path verified(Path folder, Source source, Progress progress) throws DatasetException {
        Path file = locate(folder, source);
        if (!Files.isRegularFile(file)) {
            throw new DatasetException("The imported file " + file + " is missing. Put it back, or import the labels again.");
        }
        try {
            long bytes = Files.size(file);
            if (bytes != source.getBytes() || !digest(file, progress).equals(source.getSha256())) {
                throw new DatasetException(file + " is not the file that was imported (" + source.getBytes()
                    + " bytes then, " + bytes + " now). Changes refer to the imported one: put it back, or import the new file"
                    + " as another dataset.");
            }
            return file;
        } catch (DatasetException e) {
            throw e;
        } catch (IOException e) {
            throw new DatasetException(file + " cannot be read: " + FileFaults.why(e), e);
        }
    }

    private static String digest(Path file, Progress progress) throws IOException {
        Optional<String> remembered = FileStamps.sha256(file);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        String before = FileStamps.identity(file);
        String digest = Digests.sha256(file, progress);
        FileStamps.remember(file, before, digest);
        return digest;
    }
}
