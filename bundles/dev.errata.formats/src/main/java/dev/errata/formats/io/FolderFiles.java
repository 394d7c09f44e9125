package dev.errata.formats.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;

/** The files in a folder and its subfolders. Links to folders, and those that lead outside, are not followed. */
final class FolderFiles {

    private FolderFiles() {
    }

    /**
     * The names of all files, relative, with slashes, sorted; what macOS keeps beside them is left out.
     *
     * @throws FormatException if the folder cannot be read
     */
    static List<String> names(Path folder) throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = new ArrayList<>();
            for (Path file : (Iterable<Path>) files::iterator) {
                boolean wanted = Files.isRegularFile(file) && !isLitter(file.getFileName().toString());
                if (wanted && (!Files.isSymbolicLink(file) || file.toRealPath().startsWith(real))) {
                    names.add(folder.relativize(file).toString().replace('\\', '/'));
                }
            }
            Collections.sort(names);
            return names;
        } catch (UncheckedIOException e) {
            throw new FormatException(new Issue("file.unreadable", Severity.ERROR, folder.toString(), 0, 0, "", "",
                "The folder cannot be read (" + e.getCause() + ")."));
        }
    }

    /** Whether a file is what macOS keeps of another beside it, as in archives that were made there. */
    static boolean isLitter(String name) {
        return Pictures.base(name).startsWith("._") || name.startsWith("__MACOSX/");
    }
}
