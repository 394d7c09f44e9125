package dev.errata.dataset.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.errata.dataset.filter.Field.Owner;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.fields.FieldColumn;
import dev.errata.formats.fields.FieldTable;
import dev.errata.formats.fields.FieldType;

/** All fields of a dataset, those that every dataset has first. */
public final class FieldSet {

    private final List<Field> fields;
    /** So many are those that every dataset has. */
    private final int common;
    private final List<String> tooMany;
    private final Map<String, Field> byFullName = new LinkedHashMap<>();

    private FieldSet(List<Field> fields, int common, List<String> tooMany) {
        this.fields = List.copyOf(fields);
        this.common = common;
        this.tooMany = tooMany;
        fields.forEach(field -> byFullName.putIfAbsent(field.fullName(), field));
    }

    /**
     * The fields of labels and of whatever run they are compared with.
     *
     * @param table what the label file says beside names, classes and boxes
     * @param edits what people changed since
     */
    public static FieldSet of(GroundTruth truth, FieldTable table, LabelEdits edits) {
        List<Field> fields = new ArrayList<>(imageFields(truth.images()));
        List<String> classes = truth.classes().stream().map(ClassEntry::name).toList();
        fields.addAll(labelFields(classes));
        fields.addAll(predictionFields(classes));
        int common = fields.size();
        Set<String> taken = new LinkedHashSet<>();
        fields.forEach(field -> taken.add(field.fullName()));
        for (FieldColumn column : table.images()) {
            String name = free(taken, Owner.IMAGE, column.name(), "metadata.");
            fields.add(column.type() == FieldType.TEXT || column.type() == FieldType.BOOLEAN
                ? new CodeField(Owner.IMAGE, name, column.type(), column.texts(), (of, image) -> column.code(image))
                : new NumberField(Owner.IMAGE, name, column.type(), (of, image) -> column.number(image)));
        }
        Set<String> known = new LinkedHashSet<>();
        for (FieldColumn column : table.labels()) {
            known.add(column.name());
            fields.add(new LabelField(free(taken, Owner.LABEL, column.name(), "attributes."), column, edits));
        }
        for (String name : edits.names()) {
            if (!known.contains(name)) {
                fields.add(new LabelField(free(taken, Owner.LABEL, name, "attributes."),
                    FieldColumn.ofTexts(name, FieldType.TEXT, List.of(), new int[0]), edits));
            }
        }
        return new FieldSet(fields, common, table.tooMany());
    }

    /** The fields that need no reading. */
    public static FieldSet of(GroundTruth truth) {
        return of(truth, FieldTable.NONE, new LabelEdits());
    }

    /** A name that no other field has: those that every dataset has stay what they are. */
    private static String free(Set<String> taken, Owner owner, String name, String prefix) {
        String free = name;
        while (!taken.add(owner.prefix() + free)) {
            free = prefix + free;
        }
        return free;
    }

    private static List<Field> imageFields(List<ImageEntry> images) {
        List<String> folders = new ArrayList<>();
        Map<String, Integer> codes = new HashMap<>();
        int[] folderOf = new int[images.size()];
        for (int image = 0; image < folderOf.length; image++) {
            String name = images.get(image).fileName().replace('\\', '/');
            String folder = name.substring(0, Math.max(0, name.lastIndexOf('/')));
            Integer known = codes.putIfAbsent(folder, folders.size());
            if (known == null) {
                folders.add(folder);
            }
            folderOf[image] = folder.isEmpty() ? Field.MISSING : codes.get(folder);
        }
        List<Field> fields = new ArrayList<>();
        fields.add(new CodeField(Owner.IMAGE, "file", FieldType.TEXT, images.stream().map(ImageEntry::fileName).toList(),
            (of, image) -> image));
        if (folders.stream().anyMatch(folder -> !folder.isEmpty())) {
            fields.add(new CodeField(Owner.IMAGE, "folder", FieldType.TEXT, List.copyOf(folders),
                (of, image) -> folderOf[image]));
        }
        fields.add(new NumberField(Owner.IMAGE, "width", FieldType.NUMBER, (of, image) -> size(images.get(image).width())));
        fields.add(new NumberField(Owner.IMAGE, "height", FieldType.NUMBER, (of, image) -> size(images.get(image).height())));
        return fields;
    }

    private static double size(int pixels) {
        return pixels > 0 ? pixels : Double.NaN;
    }

    private static List<Field> labelFields(List<String> classes) {
        return List.of(
            new CodeField(Owner.LABEL, "class", FieldType.TEXT, classes, (of, row) -> of.annotations().label(row)),
            new NumberField(Owner.LABEL, "width", FieldType.NUMBER, (of, row) -> of.annotations().width(row)),
            new NumberField(Owner.LABEL, "height", FieldType.NUMBER, (of, row) -> of.annotations().height(row)),
            new NumberField(Owner.LABEL, "area", FieldType.NUMBER, (of, row) -> of.annotations().area(row)),
            new CodeField(Owner.LABEL, "crowd", FieldType.BOOLEAN, CodeField.NO_AND_YES,
                (of, row) -> of.annotations().crowd(row) ? 1 : 0));
    }

    private static List<Field> predictionFields(List<String> classes) {
        return List.of(
            new CodeField(Owner.PREDICTION, "class", FieldType.TEXT, classes, (of, row) -> of.predictions().label(row)),
            new NumberField(Owner.PREDICTION, "confidence", FieldType.NUMBER, (of, row) -> of.predictions().confidence(row)),
            new NumberField(Owner.PREDICTION, "width", FieldType.NUMBER, (of, row) -> of.predictions().width(row)),
            new NumberField(Owner.PREDICTION, "height", FieldType.NUMBER, (of, row) -> of.predictions().height(row)),
            new NumberField(Owner.PREDICTION, "area", FieldType.NUMBER,
                (of, row) -> of.predictions().width(row) * of.predictions().height(row)));
    }

    /** Of images, of labels, then of predictions' fields, as they were found. */
    public List<Field> all() {
        return fields;
    }

    /** Those that only this dataset's label file, or the people who work on it, know of. */
    public List<Field> own() {
        return fields.subList(common, fields.size());
    }

    /** Names of fields whose values are so many that they were not kept. */
    public List<String> tooMany() {
        return tooMany;
    }

    /**
     * The field that a name means: with its owner in front, or alone where only one has it; what labels and predictions both
     * have is the label's then.
     *
     * @throws FilterException if there is none, or several, at column 0
     */
    public Field find(String name) throws FilterException {
        Field full = byFullName.get(name);
        if (full != null) {
            return full;
        }
        List<Field> found = fields.stream().filter(field -> field.name().equals(name)).toList();
        List<Field> first = found.stream().filter(field -> found.size() == 1 || field.owner() != Owner.PREDICTION).toList();
        if (first.size() == 1) {
            return first.getFirst();
        }
        if (found.size() > 1) {
            throw new FilterException(0, "\"" + name + "\" could be " + String.join(" or ",
                found.stream().map(Field::fullName).toList()) + ". Write one of them.");
        }
        if (tooMany.stream().anyMatch(left -> left.equals(name) || left.endsWith("." + name))) {
            throw new FilterException(0, "The field \"" + name + "\" has so many different values that it was not kept.");
        }
        Set<String> names = new LinkedHashSet<>();
        fields.forEach(field -> names.add(field.name()));
        names.addAll(byFullName.keySet());
        List<String> near = NearNames.of(name, names);
        throw new FilterException(0, "There is no field \"" + name + "\"" + (near.isEmpty() ? ". There are: "
            + String.join(", ", fields.stream().map(Field::fullName).limit(20).toList()) + (fields.size() > 20 ? " …" : "")
            : "; do you mean " + String.join(", ", near) + "?"));
    }
}
