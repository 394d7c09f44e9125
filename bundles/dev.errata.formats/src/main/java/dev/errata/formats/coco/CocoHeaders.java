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
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.text.Ids;

/** The images and categories of a COCO file, and what their ids mean; annotations may point to them before they are read. */
final class CocoHeaders {

    private static final int NONE = -1;

    private final IssueLog log;
    private final IdIndex imageIndex = new IdIndex();
    private final IdIndex classIndex = new IdIndex();
    private final List<ImageEntry> images = new ArrayList<>();
    private final List<ClassEntry> classes = new ArrayList<>();
    private final Federation federation = new Federation();

    CocoHeaders(IssueLog log) {
        this.log = log;
    }

    Ids imageIds() {
        return imageIndex.ids;
    }

    Ids categoryIds() {
        return classIndex.ids;
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
            int number = classIndex.ids.find(id);
            return number < 0 ? NONE : classIndex.indexOf[number];
        });
    }

    /** The image by the number of its id, or -1; call this when all is read. */
    int[] imageOfId() {
        return imageIndex.all();
    }

    /** The class by the number of its id, or -1; call this when all is read. */
    int[] classOfId() {
        return classIndex.all();
    }

    void readImages(JsonCursor cursor) throws IOException {
        Set<String> names = new HashSet<>();
        read(cursor, "image", "images", imageIndex, (record, line, column) -> {
            if (record.fileName().isEmpty()) {
                log.add(Severity.WARNING, "coco.image.name", line, column, record.id(), "",
                    "The image has no file_name; its labels were imported.");
            } else if (!names.add(record.fileName())) {
                log.add(Severity.WARNING, "coco.image.name.duplicate", line, column, record.id(), record.fileName(),
                    "Two images have the same file_name; both were imported.");
            }
            federation.addImage(record);
            images.add(new ImageEntry(record.fileName(), record.id(), record.width(), record.height()));
        });
    }

    void readCategories(JsonCursor cursor) throws IOException {
        Map<String, String> names = new HashMap<>();
        read(cursor, "category", "categories", classIndex, (record, line, column) -> {
            String name = record.name() == null ? record.id() : record.name();
            String same = names.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), name);
            if (same != null) {
                log.add(Severity.WARNING, "coco.category.name.duplicate", line, column, record.id(), name,
                    "Two categories have the name \"" + same + "\" (letter case and spaces aside); they were not merged.");
            }
            federation.addCategory(record);
            classes.add(new ClassEntry(name, record.longId(-1L - classes.size()), record.supercategory()));
        });
    }

    /** Takes a record whose id no other has. */
    @FunctionalInterface
    private interface Each {
        void take(HeaderRecord record, long line, long column);
    }

    /** Reads the records of an array; those without an id, or with one that another has, are set aside. */
    private void read(JsonCursor cursor, String one, String many, IdIndex index, Each each) throws IOException {
        for (int place = 0; cursor.parser().nextToken() != JsonToken.END_ARRAY; place++) {
            long line = cursor.line();
            long column = cursor.column();
            HeaderRecord record = HeaderRecord.read(cursor);
            if (record == null || record.id() == null) {
                log.add(Severity.QUARANTINED, "coco." + one + ".id", line, column, many + "[" + place + "]", "", "The " + one
                    + " has no usable id (a whole number of at most 64 bits, or a text); it was set aside.");
                continue;
            }
            long first = index.add(record.id(), line);
            if (first > 0) {
                log.add(Severity.QUARANTINED, "coco." + one + ".duplicate", line, column, record.id(), record.id(), "Two " + many
                    + " have the id " + record.id() + "; the first stands in line " + first + ". The second was set aside.");
            } else {
                each.take(record, line, column);
            }
        }
    }

    /** Ids in the order of the records that have them. */
    private static final class IdIndex {

        private final Ids ids = new Ids();
        private int[] indexOf = new int[0];
        private int[] lines = new int[0];
        private int count;

        /** Gives an id the next index; or tells the line in which it stood before, and 0 where it did not. */
        long add(String id, long line) {
            int number = ids.number(id);
            indexOf = grown(indexOf, number);
            lines = grown(lines, number);
            if (indexOf[number] != NONE) {
                return lines[number];
            }
            indexOf[number] = count++;
            lines[number] = (int) line;
            return 0;
        }

        /** The index by the number of the id, or -1. */
        int[] all() {
            indexOf = grown(indexOf, ids.size());
            return indexOf;
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
