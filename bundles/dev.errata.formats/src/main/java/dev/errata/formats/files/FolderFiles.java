package dev.errata.formats.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.FileFaults;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.ProgressStream;

/**
 * The files in a folder and its subfolders. Links to folders, and those that lead outside, are not followed.
 *
 * @param folder the folder
 * @param names of the files, relative, with slashes, sorted
 */
record FolderFiles(Path folder, List<String> names) implements TreeFiles {

    /** Lists a folder. */
    static FolderFiles of(Path folder) throws IOException {
        return new FolderFiles(folder, list(folder));
    }

    /**
     * The names of all files, relative, with slashes, sorted; what macOS keeps beside them is left out.
     *
     * @throws FormatException if the folder cannot be read
     */
    private static List<String> list(Path folder) throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = new ArrayList<>();
            for (Path file : (Iterable<Path>) files::iterator) {
                boolean wanted = Files.isRegularFile(file) && !PathNames.isLitter(file.getFileName().toString());
                if (wanted && (!Files.isSymbolicLink(file) || file.toRealPath().startsWith(real))) {
                    names.add(folder.relativize(file).toString().replace('\\', '/'));
                }
            }
            Collections.sort(names);
            return names;
        } catch (UncheckedIOException e) {
            throw new FormatException(new Issue("file.unreadable", Severity.ERROR, folder.toString(), 0, 0, "", "",
                "The folder cannot be read (" + FileFaults.told(e.getCause()) + ")."));
        }
    }

    @Override
    public String place(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public InputStream open(String name, Progress progress) throws IOException {
        return new ProgressStream(Files.newInputStream(folder.resolve(name)), length(name), progress);
    }

    @Override
    public long length(String name) throws IOException {
        return Files.size(folder.resolve(name));
    }

    @Override
    public Optional<Path> unpacked(String name) {
        return Optional.of(folder.resolve(name));
    }
}
