package dev.errata.formats.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one way from a name in a label file to a file on disk: never outside of the folders that a person chose. */
public final class Roots {

    private final List<Path> roots;

    private static final Pattern SCHEME_OR_DRIVE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    /** @param roots the folders that may be read */
    public Roots(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /**
     * The existing file that a name stands for, or nothing where it leads outside or there is none.
     *
     * @param name as a label file gives it
     */
    public Optional<Path> find(String name) throws IOException {
        if (!isInside(name)) {
            return Optional.empty();
        }
        for (Path root : roots) {
            Path file;
            try {
                file = root.resolve(name.replace('\\', '/')).normalize();
            } catch (InvalidPathException e) {
                // a name that this system cannot have, so there is no such file
                return Optional.empty();
            }
            if (file.startsWith(root.normalize()) && Files.isRegularFile(file)
                && file.toRealPath().startsWith(root.toRealPath())) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Whether a name is a plain relative path: no root, drive, share, URI, home, control character or way up. */
    public static boolean isInside(String name) {
        String path = name.replace('\\', '/');
        if (path.isEmpty() || path.startsWith("/") || path.startsWith("~") || SCHEME_OR_DRIVE.matcher(path).lookingAt()) {
            return false;
        }
        if (path.chars().anyMatch(c -> c < ' ')) {
            return false;
        }
        int depth = 0;
        for (String part : path.split("/")) {
            if (part.equals("..")) {
                depth--;
            } else if (!part.equals(".") && !part.isEmpty()) {
                depth++;
            }
            if (depth < 0) {
                return false;
            }
        }
        return true;
    }
}
