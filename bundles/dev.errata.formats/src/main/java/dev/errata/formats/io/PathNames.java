package dev.errata.formats.io;

import java.util.Locale;
import java.util.Set;

/** What the name of a file tells, as a label file or an archive gives it: with slashes of either kind, or without folders. */
public final class PathNames {

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "bmp", "gif", "webp", "tif", "tiff");

    private PathNames() {
    }

    /** A path without its folders. */
    public static String base(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** A path without the ending of its file. */
    public static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    /** Whether a name ends as those of pictures do. */
    public static boolean isPicture(String name) {
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a file is what macOS keeps of another beside it, as in archives that were made there. */
    public static boolean isLitter(String name) {
        return base(name).startsWith("._") || name.startsWith("__MACOSX/");
    }
}
