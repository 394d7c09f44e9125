package dev.errata.dataset.pictures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.errata.dataset.files.PictureFolders;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.files.ImageHeader;
import dev.errata.formats.files.PictureEnd;

/**
 * Compares the sizes that labels state with the headers of the pictures. A label file may mean a picture as stored or as shown,
 * turned by its EXIF orientation; both are right. Nothing is decoded.
 */
public final class PictureHeaders {

    /** So many pictures of another size are named one by one. */
    private static final int NAMED = 100;
    private static final int EXAMPLES = 3;
    private static final int FIRST = 1_000;

    private final List<Issue> sizes = new ArrayList<>();
    private final List<Path> unknown = new ArrayList<>();
    private final List<Path> cut = new ArrayList<>();
    private final List<Path> ambiguous = new ArrayList<>();
    private long otherSizes;

    /** The first pictures of another size than stated; importing looks at so many, verifying at all. */
    public static List<Issue> otherSizes(GroundTruth truth, List<Path> folders) {
        PictureFolders pictures = new PictureFolders(folders);
        PictureHeaders headers = new PictureHeaders();
        truth.images().stream().limit(FIRST)
            .forEach(entry -> pictures.find(entry.fileName()).ifPresent(picture -> headers.check(entry, picture)));
        return folders.isEmpty() ? List.of() : headers.sizes(folders.getFirst());
    }

    /** Looks at the picture of an image. */
    public void check(ImageEntry entry, Path picture) {
        Optional<ImageHeader> header;
        try {
            header = ImageHeader.read(picture);
            if (header.isPresent() && PictureEnd.isMissing(picture)) {
                cut.add(picture);
            }
        } catch (IOException unreadable) {
            header = Optional.empty();
        }
        if (header.isEmpty()) {
            unknown.add(picture);
        } else if (entry.width() > 0 && entry.height() > 0) {
            compare(entry, picture, header.get());
        }
    }

    private void compare(ImageEntry entry, Path picture, ImageHeader header) {
        boolean stored = entry.width() == header.width() && entry.height() == header.height();
        boolean shown = entry.width() == header.shownWidth() && entry.height() == header.shownHeight();
        if (stored && shown && header.orientation() != 1) {
            ambiguous.add(picture);
        }
        if (stored || shown) {
            return;
        }
        otherSizes++;
        if (sizes.size() < NAMED) {
            boolean swapped = entry.width() == header.height() && entry.height() == header.width();
            String stated = entry.width() + " x " + entry.height();
            sizes.add(new Issue("images.size", Severity.WARNING, picture.toString(), 0, 0, entry.originalId(), stated,
                "The labels state " + stated + " pixels, the picture has " + header.shownWidth() + " x "
                    + header.shownHeight() + ". " + (swapped
                        ? "The sides are swapped: perhaps the EXIF orientation was lost when the picture was saved."
                        : "Boxes may not fit it: look for the picture that the labels were drawn on.")));
        }
    }

    private List<Issue> sizes(Path folder) {
        List<Issue> all = new ArrayList<>(sizes);
        if (otherSizes > sizes.size()) {
            all.add(new Issue("images.size", Severity.WARNING, folder.toString(), 0, 0, "", "",
                (otherSizes - sizes.size()) + " more pictures have another size than the labels state."));
        }
        return all;
    }

    /**
     * All that was found.
     *
     * @param folder named where an issue is about several pictures
     */
    public List<Issue> all(Path folder) {
        List<Issue> all = sizes(folder);
        about(all, folder, "images.unreadable", "Files that are no pictures which can be shown", unknown,
            "Labels work without them.");
        about(all, folder, "images.truncated", "Pictures whose files seem to be cut off", cut,
            "Get whole copies of them; labels work without.");
        about(all, folder, "images.orientation", "Pictures whose EXIF orientation turns them without changing their size",
            ambiguous, "They are shown turned: look whether the boxes fit.");
        return all;
    }

    private static void about(List<Issue> all, Path folder, String code, String what, List<Path> pictures, String advice) {
        if (!pictures.isEmpty()) {
            List<String> examples = pictures.stream().limit(EXAMPLES).map(path -> path.getFileName().toString()).toList();
            all.add(new Issue(code, Severity.WARNING, folder.toString(), 0, 0, "", "",
                what + ": " + pictures.size() + ", for example " + String.join(", ", examples) + ". " + advice));
        }
    }
}
