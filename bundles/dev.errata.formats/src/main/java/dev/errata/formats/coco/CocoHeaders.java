package dev.errata.formats.coco;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonToken;

import dev.errata.engine.metrics.FederatedRules;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.io.Ids;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.JsonCursor;

/** The images and categories of a COCO file, and what their ids mean; annotations may point to them before they are read. */
final class CocoHeaders {

    private static final int NONE = -1;

    private final IssueLog log;
    private final Ids imageIds = new Ids();
    private final Ids categoryIds = new Ids();
    private final List<ImageEntry> images = new ArrayList<>();
    private final List<ClassEntry> classes = new ArrayList<>();
    private final Federation federation = new Federation();
    private int[] imageOfId = new int[0];
    private int[] classOfId = new int[0];

    CocoHeaders(IssueLog log) {
        this.log = log;
    }

    Ids imageIds() {
        return imageIds;
    }

    Ids categoryIds() {
        return categoryIds;
    }

    List<ImageEntry> images() {
        return images;
    }

    List<ClassEntry> classes() {
        return classes;
    }

    /** Which classes each image was checked for, or null. */
    FederatedRules rules() {
        return federation.rules(id -> {
            int number = categoryIds.find(id);
            return number < 0 ? NONE : classOfId[number];
        });
    }

    /** The image by the number of its id, or -1; call this when all is read. */
    int[] imageOfId() {
        imageOfId = grown(imageOfId, imageIds.size());
        return imageOfId;
    }

    /** The class by the number of its id, or -1; call this when all is read. */
    int[] classOfId() {
        classOfId = grown(classOfId, categoryIds.size());
        return classOfId;
    }

    void readImages(JsonCursor cursor) throws IOException {
        Set<String> names = new HashSet<>();
        int[] firstLine = new int[0];
        int index = 0;
        while (cursor.parser().nextToken() != JsonToken.END_ARRAY) {
            long line = cursor.line();
            long column = cursor.column();
            HeaderRecord record = HeaderRecord.read(cursor);
            String place = "images[" + index++ + "]";
            if (record == null || record.id() == null) {
                log.add(Severity.QUARANTINED, "coco.image.id", line, column, place, "",
                    "The image has no usable id (a whole number of at most 64 bits, or a text); it was set aside.");
                continue;
            }
            int number = imageIds.number(record.id());
            imageOfId = grown(imageOfId, number);
            firstLine = grown(firstLine, number);
            if (imageOfId[number] != NONE) {
                log.add(Severity.QUARANTINED, "coco.image.duplicate", line, column, record.id(), record.id(),
                    "Two images have the id " + record.id() + "; the first stands in line " + firstLine[number]
                        + ". The second was set aside.");
                continue;
            }
            if (record.fileName().isEmpty()) {
                log.add(Severity.WARNING, "coco.image.name", line, column, record.id(), "",
                    "The image has no file_name; its labels were imported.");
            } else if (!names.add(record.fileName())) {
                log.add(Severity.WARNING, "coco.image.name.duplicate", line, column, record.id(), record.fileName(),
                    "Two images have the same file_name; both were imported.");
            }
            imageOfId[number] = images.size();
            firstLine[number] = (int) line;
            federation.addImage(record);
            images.add(new ImageEntry(record.fileName(), record.id(), record.width(), record.height()));
        }
    }

    void readCategories(JsonCursor cursor) throws IOException {
        Map<String, String> names = new HashMap<>();
        int index = 0;
        while (cursor.parser().nextToken() != JsonToken.END_ARRAY) {
            long line = cursor.line();
            long column = cursor.column();
            HeaderRecord record = HeaderRecord.read(cursor);
            String place = "categories[" + index++ + "]";
            if (record == null || record.id() == null) {
                log.add(Severity.QUARANTINED, "coco.category.id", line, column, place, "",
                    "The category has no usable id (a whole number of at most 64 bits, or a text); it was set aside.");
                continue;
            }
            int number = categoryIds.number(record.id());
            classOfId = grown(classOfId, number);
            if (classOfId[number] != NONE) {
                log.add(Severity.QUARANTINED, "coco.category.duplicate", line, column, record.id(), record.name(),
                    "Two categories have the id " + record.id() + "; the second was set aside.");
                continue;
            }
            String name = record.name() == null ? record.id() : record.name();
            String same = names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name);
            if (same != null) {
                log.add(Severity.WARNING, "coco.category.name.duplicate", line, column, record.id(), name,
                    "Two categories have the name \"" + same + "\" (letter case and spaces aside); they were not merged.");
            }
            classOfId[number] = classes.size();
            federation.addCategory(record);
            classes.add(new ClassEntry(name, record.longId(-1L - classes.size()), record.supercategory()));
        }
    }

    private static int[] grown(int[] values, int index) {
        if (index < values.length) {
            return values;
        }
        int[] copy = Arrays.copyOf(values, Math.max(64, 2 * index));
        Arrays.fill(copy, values.length, copy.length, NONE);
        return copy;
    }
}
