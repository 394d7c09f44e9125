package dev.errata.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this repository as a person wrote them: nothing that a build made. */
final class Repository {

    private static final Set<String> MADE = Set.of("target", "bin", "node_modules");

    private Repository() {
    }

    /** The top folder: the one with the target platform. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("target-platform"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("run this inside the repository, not in " + Path.of("").toAbsolutePath());
        }
        return folder;
    }

    /** All files below a folder of the repository, without hidden folders and without what a build makes. */
    static List<Path> files(String folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root().resolve(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
                    String name = dir.getFileName().toString();
                    boolean hidden = name.startsWith(".") && !dir.equals(root()) && !name.equals(".ci") && !name.equals(".mvn");
                    return hidden || isMade(dir, name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.getFileName().toString().startsWith(".polyglot")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        files.sort(null);
        return files;
    }

    // a package may be called target: only the folders of the build go
    private static boolean isMade(Path dir, String name) {
        return MADE.contains(name) && (Files.exists(dir.resolveSibling("pom.xml"))
            || Files.exists(dir.resolveSibling("META-INF")));
    }

    static List<Path> files(String folder, String suffix) {
        return files(folder).stream().filter(file -> file.toString().endsWith(suffix)).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
    }

    /** The folders of bundles, each with its short name: engine, ui.matrix. */
    static List<Path> bundles() {
        try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String shortName(Path bundle) {
        return bundle.getFileName().toString().replaceFirst("^dev\\.errata\\.", "");
    }

    /** Where a file stands, for messages. */
    static String name(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }
}
