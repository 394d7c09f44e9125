package dev.errata.formats.records;

import java.util.Arrays;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.text.Numbers;
import dev.errata.formats.text.UniqueIds;

/** The records that were added: their boxes, images and confidences, in file order. */
final class ReadRows {

    private final AnnotationRows rows = new AnnotationRows(1024);
    private boolean numbered = true;
    private UniqueIds seenIds = new UniqueIds();
    private int[] imageOfRow = new int[1024];
    private double[] scores = new double[1024];

    void add(int position, Row row) {
        int index = rows.size();
        if (index == imageOfRow.length) {
            imageOfRow = Arrays.copyOf(imageOfRow, index + (index >> 1));
            scores = Arrays.copyOf(scores, imageOfRow.length);
        }
        imageOfRow[index] = row.image;
        scores[index] = row.score;
        boolean number = Numbers.isCanonicalLong(row.id);
        numbered = numbered && number && seenIds.add(Long.parseLong(row.id), index) < 0;
        if (!numbered) {
            seenIds = null;
        }
        rows.add(number ? Long.parseLong(row.id) : 0, row.label, row.x, row.y, row.width, row.height,
            Double.isNaN(row.area) ? row.width * row.height : row.area, row.crowd, position);
    }

    int size() {
        return rows.size();
    }

    AnnotationRows rows() {
        return rows;
    }

    int image(int row) {
        return imageOfRow[row];
    }

    /** The confidence; NaN where there is none. */
    double score(int row) {
        return scores[row];
    }

    /** The image of the record at each position; -1 where it was set aside. */
    int[] imageOfPosition(int positions) {
        int[] image = new int[positions];
        Arrays.fill(image, -1);
        for (int row = 0; row < rows.size(); row++) {
            image[rows.position(row)] = imageOfRow[row];
        }
        return image;
    }

    /** All rows by image. Ids are those of the file where every record has its own whole number; else positions from 1. */
    AnnotationColumns columns(int images) {
        AnnotationRows numberedRows = rows;
        if (!numbered || rows.size() == 0) {
            numberedRows = new AnnotationRows(rows.size());
            for (int row = 0; row < rows.size(); row++) {
                numberedRows.add(rows.position(row) + 1L, rows.label(row), rows.x(row), rows.y(row), rows.width(row),
                    rows.height(row), rows.area(row), rows.crowd(row), rows.position(row));
            }
        }
        return AnnotationColumns.grouped(images, imageOfRow, numberedRows);
    }
}
