package dev.errata.formats.records;

import java.io.IOException;
import java.util.List;

import dev.errata.engine.columns.AnnotationRows;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.engine.columns.PredictionRows;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Predictions;

/** Turns records that were read into predictions for the images and classes of some labels. */
final class ReadPredictions {

    private ReadPredictions() {
    }

    /** Finds images and classes by their names; predictions for others are set aside. */
    static Predictions of(Records records, String format, Records.FileLines lines) throws IOException {
        records.noteNominal();
        GroundTruth truth = records.belongsTo();
        TruthNames names = new TruthNames(truth, format);
        List<ImageEntry> images = records.images();
        int[] imageOf = names.images(images);
        int[] classOf = names.classes(records.classes().stream().map(ClassEntry::name).toList());
        ReadRows rows = records.rows();
        AnnotationRows read = rows.rows();
        PredictionRows kept = new PredictionRows(rows.size());
        int[] keptImage = new int[Math.max(1, rows.size())];
        for (int row = 0; row < rows.size(); row++) {
            int image = imageOf[rows.image(row)];
            int label = classOf[read.label(row)];
            if (image < 0) {
                String name = images.get(rows.image(row)).fileName();
                boolean several = image == TruthNames.SEVERAL;
                setAside(records, read.position(row), several ? "image.ambiguous" : "image.unknown", name,
                    several ? "The labels have several images \"" + name + "\"." : "The labels have no image \"" + name + "\".");
            } else if (label < 0) {
                String name = records.classes().get(read.label(row)).name();
                setAside(records, read.position(row), "class.unknown", name, "The labels have no class \"" + name + "\".");
            } else {
                keptImage[kept.size()] = image;
                kept.add(label, read.x(row), read.y(row), read.width(row), read.height(row), rows.score(row),
                    read.position(row));
            }
        }
        return new Predictions(format, PredictionColumns.grouped(truth.images().size(), keptImage, kept), records.issues(lines),
            records.counts(kept.size()), records.log().counts());
    }

    private static void setAside(Records records, int position, String code, String name, String message) {
        records.quarantine(position, code, 0, 0, Integer.toString(position), name, message);
    }
}
