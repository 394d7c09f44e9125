package dev.errata.formats.records;

import java.util.ArrayList;
import java.util.List;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.IssueCounts;

/** Many labels. */
final class LongLabels {

    private LongLabels() {
    }

    static GroundTruth of(int images, int labels) {
        List<ImageEntry> entries = new ArrayList<>();
        AnnotationRows rows = new AnnotationRows(images * labels);
        int[] imageOf = new int[images * labels];
        for (int image = 0; image < images; image++) {
            entries.add(new ImageEntry(image + ".jpg", Integer.toString(image + 1), 1280, 720));
            for (int label = 0; label < labels; label++) {
                int row = rows.size();
                imageOf[row] = image;
                rows.add(row + 1, label % 2, 7 * label, 3.5 * label, 100.25, 60, 6015, false, row);
            }
        }
        return new GroundTruth("coco", entries, List.of(new ClassEntry("car", 1, ""), new ClassEntry("bus", 2, "")),
            AnnotationColumns.grouped(images, imageOf, rows), AnnotationDetails.NONE, List.of(),
            new RecordCounts(rows.size(), rows.size(), 0, 0), IssueCounts.NONE);
    }
}
