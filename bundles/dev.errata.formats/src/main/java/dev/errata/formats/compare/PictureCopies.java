package dev.errata.formats.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.columns.AnnotationRows;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;

/**
 * Labels that were written as places of pictures, and read again: a picture with labels of several classes is there several
 * times, but is one image.
 */
public final class PictureCopies {

    private final GroundTruth merged;
    private final int[] imageOf;

    /**
     * @param labels what was written
     * @param again the same, read again
     * @param originals the file name of the image among the labels by the name of each copy
     */
    public PictureCopies(GroundTruth labels, GroundTruth again, Map<String, String> originals) {
        Map<String, Integer> indices = new HashMap<>();
        for (int image = 0; image < labels.images().size(); image++) {
            indices.putIfAbsent(labels.images().get(image).fileName(), image);
        }
        imageOf = new int[labels.images().size()];
        Arrays.fill(imageOf, -1);
        List<ImageEntry> images = new ArrayList<>();
        int[] mergedOf = new int[again.images().size()];
        for (int copy = 0; copy < mergedOf.length; copy++) {
            int original = indices.get(originals.get(again.images().get(copy).fileName()));
            if (imageOf[original] < 0) {
                imageOf[original] = images.size();
                images.add(again.images().get(copy));
            }
            mergedOf[copy] = imageOf[original];
        }
        merged = new GroundTruth(again.format(), List.copyOf(images), again.classes(),
            regrouped(again.annotations(), mergedOf, images.size()), again.details(), again.issues(), again.counts(),
            again.issueCounts());
    }

    private static AnnotationColumns regrouped(AnnotationColumns columns, int[] mergedOf, int images) {
        AnnotationRows rows = new AnnotationRows(columns.size());
        int[] imageOfRow = new int[columns.size()];
        for (int copy = 0; copy < columns.imageCount(); copy++) {
            for (int row = columns.begin(copy); row < columns.end(copy); row++) {
                imageOfRow[rows.size()] = mergedOf[copy];
                rows.add(columns.id(row), columns.label(row), columns.x(row), columns.y(row), columns.width(row),
                    columns.height(row), columns.area(row), columns.crowd(row), columns.position(row));
            }
        }
        return AnnotationColumns.grouped(images, imageOfRow, rows);
    }

    /** The labels with each image once; it has the name of its first copy. */
    GroundTruth merged() {
        return merged;
    }

    /** The index among the merged images of each image of the labels, or -1. */
    int[] imageOf() {
        return imageOf;
    }
}
