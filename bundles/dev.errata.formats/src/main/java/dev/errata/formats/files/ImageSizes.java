package dev.errata.formats.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/**
 * The sizes of pictures as an import remembers them, so that labels which count in fractions of a picture mean the same
 * pixels wherever, and whether or not, the pictures are at hand: a line a picture of name, width and height with tabs between.
 * In a file of their own the last line is the SHA-256 of the others.
 */
public final class ImageSizes {

    private static final String SUM = "#sha256\t";

    private ImageSizes() {
    }

    /** The lines for all pictures of a set. */
    public static String lines(Pictures pictures, Progress progress) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : pictures.names()) {
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            Pictures.Picture picture = pictures.picture(name);
            if (name.indexOf('\t') < 0 && name.indexOf('\n') < 0) {
                lines.append(name).append('\t').append(picture.width()).append('\t').append(picture.height()).append('\n');
            }
        }
        return lines.toString();
    }

    /** The lines for the images of labels, as far as these tell their sizes. */
    public static String lines(GroundTruth labels) {
        StringBuilder lines = new StringBuilder();
        for (GroundTruth.ImageEntry image : labels.images()) {
            if (image.width() > 0 && image.fileName().chars().noneMatch(c -> c < ' ')) {
                lines.append(image.fileName()).append('\t').append(image.width()).append('\t').append(image.height())
                    .append('\n');
            }
        }
        return lines.toString();
    }

    /** The file beside labels that keeps the sizes of their pictures. */
    public static Path beside(Path labels) {
        return KnownSizes.beside(labels);
    }

    /** The bytes of a file of its own. */
    public static byte[] file(String lines) {
        return (lines + SUM + sum(lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What tells the sizes beside labels from others; empty where there are none. */
    public static String fingerprint(Path labels) throws IOException {
        Path file = beside(labels);
        return Files.isRegularFile(file) ? sum(Files.readString(file)) : "";
    }

    /** The lines of such a file. */
    static String checked(byte[] file, String place) throws FormatException {
        String text = new String(file, StandardCharsets.UTF_8);
        int at = text.lastIndexOf(SUM);
        if (at < 0 || !text.substring(at).strip().equals(SUM + sum(text.substring(0, at)))) {
            throw new FormatException(new Issue("sizes.changed", Severity.ERROR, place, 0, 0, "", "",
                "The remembered sizes of the pictures were changed, and all boxes depend on them. Import the labels again."));
        }
        return text.substring(0, at);
    }

    private static String sum(String lines) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
