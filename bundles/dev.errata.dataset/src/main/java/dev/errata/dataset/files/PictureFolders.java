package dev.errata.dataset.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.errata.formats.io.PathNames;

/**
 * The one way from a file name in a label file to a file on disk. Names are hostile: an absolute name, a URI, a name that
 * climbs out of the folder, or a link that leads out of it finds nothing.
 */
public final class PictureFolders {

    private static final Pattern SCHEME_OR_DRIVE = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private static final List<String> ENDINGS = List.of(".jpg", ".png", ".PNG", ".JPG", ".jpeg");

    private final List<Path> folders;

    /** @param folders looked through in this order */
    public PictureFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * The file with a name, inside one of the folders.
     *
     * @param fileName as the label file writes it, relative, with / or \ between folders; where it has no ending, as the frames
     *     of videos have none, those of pictures are tried
     */
    public Optional<Path> find(String fileName) {
        Optional<Path> file = find(segments(fileName), "");
        if (file.isEmpty() && fileName != null && !PathNames.isPicture(fileName)) {
            for (String ending : ENDINGS) {
                file = file.isPresent() ? file : find(segments(fileName), ending);
            }
        }
        return file;
    }

    private Optional<Path> find(List<String> segments, String ending) {
        for (Path folder : folders) {
            Optional<Path> file = segments.isEmpty() ? Optional.empty() : inside(folder, segments, ending);
            if (file.isPresent()) {
                return file;
            }
        }
        return Optional.empty();
    }

    /** The parts of a harmless relative name; empty for every other. */
    private static List<String> segments(String fileName) {
        if (fileName == null || fileName.indexOf('\0') >= 0 || SCHEME_OR_DRIVE.matcher(fileName).matches()) {
            return List.of();
        }
        String name = fileName.replace('\\', '/');
        if (name.startsWith("/")) {
            return List.of();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("/")) {
            if (segment.equals("..")) {
                return List.of();
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return segments;
    }

    private static Optional<Path> inside(Path folder, List<String> segments, String ending) {
        try {
            Path file = folder;
            for (String segment : segments) {
                file = file.resolve(segment);
            }
            file = file.resolveSibling(file.getFileName() + ending);
            if (Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.of(file);
            }
            return Optional.empty();
        } catch (InvalidPathException | IOException e) {
            // such a name cannot be a file of this system, or the file went away: there is no picture
            return Optional.empty();
        }
    }
}
