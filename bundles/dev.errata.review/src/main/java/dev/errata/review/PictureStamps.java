package dev.errata.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.PictureStamp;

/**
 * The stamps of a dataset's pictures, for checks that are made again and again: a picture is read again only after its file has
 * got another size or time. For one thread at a time.
 */
public final class PictureStamps {

    private final OpenDataset dataset;
    private final Map<Integer, Read> known = new HashMap<>();

    public PictureStamps(OpenDataset dataset) {
        this.dataset = dataset;
    }

    OpenDataset dataset() {
        return dataset;
    }

    /** The stamp of the picture that is there now; an empty text where there is none that can be read. */
    String of(int image) {
        Optional<Path> picture = dataset.picture(image);
        if (picture.isEmpty()) {
            return "";
        }
        try {
            Path file = picture.get();
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Read before = known.get(image);
            if (before == null || !before.isOf(file, now)) {
                before = new Read(file, now.size(), now.lastModifiedTime(), PictureStamp.of(file));
                known.put(image, before);
            }
            return before.stamp;
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** What was read of a file, and how the file was then. */
    private record Read(Path file, long size, FileTime modified, String stamp) {

        boolean isOf(Path other, BasicFileAttributes now) {
            return file.equals(other) && size == now.size() && modified.equals(now.lastModifiedTime());
        }
    }
}
