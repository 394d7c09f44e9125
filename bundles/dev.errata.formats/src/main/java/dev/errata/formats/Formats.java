package dev.errata.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

import dev.errata.formats.Issue.Severity;
import dev.errata.formats.coco.CocoFormat;
import dev.errata.formats.csv.ClassesCsvFormat;
import dev.errata.formats.csv.ClassesFolderFormat;
import dev.errata.formats.csv.OpenImagesFormat;
import dev.errata.formats.cvat.CvatFormat;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.jsonlabels.CreateMlFormat;
import dev.errata.formats.jsonlabels.FiftyOneFormat;
import dev.errata.formats.jsonlabels.LabelMeFormat;
import dev.errata.formats.jsonlabels.LabelStudioFormat;
import dev.errata.formats.jsonlabels.NucleusFormat;
import dev.errata.formats.kitti.KittiFormat;
import dev.errata.formats.scalabel.ScalabelFormat;
import dev.errata.formats.voc.VocFormat;
import dev.errata.formats.yolo.YoloFormat;

/** All label formats. */
public final class Formats {

    private static final List<LabelFormat> ALL = List.of(new CocoFormat(), new ScalabelFormat(), new KittiFormat(),
        new YoloFormat(), new VocFormat(), new CvatFormat(), new OpenImagesFormat(),
        new LabelStudioFormat(), new LabelMeFormat(), new NucleusFormat(), new CreateMlFormat(),
        new FiftyOneFormat(), new ClassesCsvFormat(), new ClassesFolderFormat());

    private static final String PREDICTIONS = "predictions";

    private Formats() {
    }

    public static List<LabelFormat> all() {
        return ALL;
    }

    public static Optional<LabelFormat> named(String name) {
        return all().stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /**
     * The format of ground truth, a file, a folder or an archive, by its content.
     *
     * @throws FormatException if no format recognises it
     */
    public static LabelFormat detect(Path path) throws IOException {
        return detect(path, "ground truth", (format, head) -> format.recognises(path, head),
            PREDICTIONS, (format, head) -> format.recognisesPredictions(path, head));
    }

    /**
     * The format of predictions, a file, a folder or an archive, by their content.
     *
     * @throws FormatException if no format recognises them
     */
    public static LabelFormat detectPredictions(Path path) throws IOException {
        return detect(path, PREDICTIONS, (format, head) -> format.recognisesPredictions(path, head),
            "ground truth", (format, head) -> format.recognises(path, head));
    }

    /**
     * The format of predictions by their content; where that does not tell, the format of the labels, whose reader says best what
     * is wrong.
     *
     * @param labels null where the format of the labels is not known either
     * @throws FormatException if no format is found
     */
    public static LabelFormat predictions(Path path, LabelFormat labels) throws IOException {
        try {
            return detectPredictions(path);
        } catch (FormatException unknown) {
            if (labels == null) {
                throw unknown;
            }
            return labels;
        }
    }

    /** Whether some format recognises a folder, a file or an archive as ground truth. */
    public static boolean recognised(Path path) {
        try {
            detect(path);
            return true;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static LabelFormat detect(Path path, String what, BiPredicate<LabelFormat, byte[]> recognises, String other,
        BiPredicate<LabelFormat, byte[]> recognisesOther) throws IOException {
        if (LabelTree.isMany(path)) {
            return detectMany(path, what, other);
        }
        byte[] head = LabelInput.of(path).textHead();
        if (head.length == 0) {
            throw new FormatException(new Issue("file.empty", Severity.ERROR, path.toString(), 1, 1, "", "",
                "The file is empty; it should hold " + what + "."));
        }
        Optional<LabelFormat> found = all().stream().filter(format -> recognises.test(format, head)).findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        for (LabelFormat format : all()) {
            if (recognisesOther.test(format, head)) {
                throw mistaken(path, what, other, format);
            }
        }
        throw unknown(path, "this file", what);
    }

    private static boolean recognises(LabelFormat format, LabelTree tree, String what) throws IOException {
        return what.equals(PREDICTIONS) ? format.recognisesPredictions(tree) : format.recognises(tree);
    }

    private static FormatException mistaken(Path path, String what, String other, LabelFormat format) {
        return new FormatException(new Issue("format.unknown", Severity.ERROR, path.toString(), 1, 1, "", "",
            "This holds " + other + " in the format " + format.name() + ", not " + what + ": give it as " + other + "."));
    }

    private static LabelFormat detectMany(Path path, String what, String other) throws IOException {
        try (LabelTree tree = LabelTree.of(path)) {
            for (LabelFormat format : all()) {
                if (recognises(format, tree, what)) {
                    return format;
                }
            }
            for (LabelFormat format : all()) {
                if (recognises(format, tree, other)) {
                    throw mistaken(path, what, other, format);
                }
            }
        }
        throw unknown(path, "the files in here", what);
    }

    private static FormatException unknown(Path path, String these, String what) {
        return new FormatException(new Issue("format.unknown", Severity.ERROR, path.toString(), 1, 1, "", "",
            "No label format recognises " + these + " as " + what + ". Name the format, or check that this is the right path; "
                + "known are " + String.join(", ", all().stream().map(LabelFormat::name).toList()) + "."));
    }
}
