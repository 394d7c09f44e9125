package dev.errata.formats.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.FormatException;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Holds;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.text.Numbers;

/** What writers of whole label sets have in common. */
public final class Export {

    /**
     * An annotation with all that is known of it.
     *
     * @param box x, y, width, height
     * @param score the confidence of a prediction; NaN of a label
     */
    public record Item(long id, int label, double[] box, double area, boolean crowd, Detail detail, double score) {

        /** Whether this is a prediction. */
        public boolean scored() {
            return !Double.isNaN(score);
        }

        /** The confidence behind some text; nothing of a label. */
        public String score(String before) {
            return scored() ? before + Numbers.format(score, true) : "";
        }
    }

    private static final int NAMED = 3;

    private Export() {
    }

    /** Reports that the labels of one more image were written, and stops when asked to. */
    public static void imageWritten(Progress progress) {
        progress.advance(1);
        if (progress.cancelled()) {
            throw new CancellationException("writing was cancelled");
        }
    }

    /** The annotations of an image in file order. */
    public static List<Item> items(GroundTruth truth, int image) throws IOException {
        AnnotationColumns columns = truth.annotations();
        List<Integer> rows = new ArrayList<>();
        for (int row = columns.begin(image); row < columns.end(image); row++) {
            rows.add(row);
        }
        rows.sort(Comparator.comparingInt(columns::position));
        List<Item> items = new ArrayList<>();
        for (int row : rows) {
            items.add(new Item(columns.id(row), columns.label(row),
                new double[] {columns.x(row), columns.y(row), columns.width(row), columns.height(row)}, columns.area(row),
                columns.crowd(row), truth.details().read(columns.position(row)),
                PredictedLabels.score(truth, columns.position(row))));
        }
        return items;
    }

    /**
     * Refuses to write what would be wrong: fractions of images of unknown size, or thousandths of them as pixels.
     *
     * @throws FormatException with the names of some of the images
     */
    public static void checkSizes(GroundTruth truth, LabelFormat writer) throws FormatException {
        boolean nominal = truth.issueCounts().of(Severity.WARNING).containsKey(Records.SIZE_UNKNOWN);
        if (nominal == writer.countsInFractions() || writer.holds().contains(Holds.IMAGE_CLASSES)) {
            return;
        }
        List<String> unsized = new ArrayList<>();
        for (int image = 0; image < truth.images().size(); image++) {
            if (truth.images().get(image).width() == 0 && truth.annotations().end(image) > truth.annotations().begin(image)) {
                unsized.add(truth.images().get(image).fileName());
            }
        }
        if (!unsized.isEmpty()) {
            throw new IssueLog(writer.name()).refuse("export.size", 0, 0, "", "", "The size of " + unsized.size() + " of "
                + truth.images().size() + " images is not known, for example of "
                + String.join(", ", unsized.subList(0, Math.min(NAMED, unsized.size()))) + "; without it the boxes cannot be "
                + "written in this format. " + (nominal ? "Import the labels again and give the folder of the pictures."
                    : "Put the pictures where the dataset looks for them."));
        }
    }

    /**
     * Refuses to write labels whose pictures are not there in a format that copies them.
     *
     * @throws FormatException with the names of some of the images
     */
    public static void checkPictures(GroundTruth truth, Function<String, Optional<Path>> pictures, LabelFormat writer)
        throws FormatException {
        if (!writer.copiesPictures()) {
            return;
        }
        List<String> missing = truth.images().stream().map(ImageEntry::fileName)
            .filter(name -> pictures.apply(name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new IssueLog(writer.name()).refuse("export.pictures", 0, 0, "", "", missing.size() + " of "
                + truth.images().size() + " pictures are not where the dataset looks for them, for example "
                + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                + "; folders of classes hold the pictures themselves.");
        }
    }
}
