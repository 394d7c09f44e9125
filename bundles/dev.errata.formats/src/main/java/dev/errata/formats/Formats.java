package dev.errata.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.errata.formats.Issue.Severity;
import dev.errata.formats.coco.CocoFormat;
import dev.errata.formats.io.LabelInput;

/** All label formats. */
public final class Formats {

    private static final List<LabelFormat> ALL = List.of(new CocoFormat());

    private Formats() {
    }

    public static List<LabelFormat> all() {
        return ALL;
    }

    public static Optional<LabelFormat> named(String name) {
        return all().stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /**
     * The format of a file of ground truth, by its content.
     *
     * @throws FormatException if no format recognises it
     */
    public static LabelFormat detect(Path file) throws IOException {
        return detect(file, "ground truth", (format, head) -> format.recognises(file, head));
    }

    /**
     * The format of a file of predictions, by its content.
     *
     * @throws FormatException if no format recognises it
     */
    public static LabelFormat detectPredictions(Path file) throws IOException {
        return detect(file, "predictions", (format, head) -> format.recognisesPredictions(file, head));
    }

    private static LabelFormat detect(Path file, String what, BiPredicate<LabelFormat, byte[]> recognises)
        throws IOException {
        byte[] head = LabelInput.of(file).head();
        if (head.length == 0) {
            throw new FormatException(new Issue("file.empty", Severity.ERROR, file.toString(), 1, 1, "", "",
                "The file is empty; " + what + " were expected."));
        }
        return all().stream().filter(format -> recognises.test(format, head)).findFirst()
            .orElseThrow(() -> new FormatException(new Issue("format.unknown", Severity.ERROR, file.toString(), 1, 1, "", "",
                "No label format recognises this file as " + what + ". Name the format, or check that this is the right file; "
                    + "known are " + String.join(", ", all().stream().map(LabelFormat::name).toList()) + ".")));
    }
}
