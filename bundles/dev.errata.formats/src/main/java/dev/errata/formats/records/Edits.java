package dev.errata.formats.records;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.io.FileText;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.io.RawText;
import dev.errata.formats.records.RecordFormat.EditContext;
import dev.errata.formats.records.RecordFormat.NewFile;

/** Sorts edits by file and does them. */
final class Edits {

    private final RecordFormat format;
    private final TextLayout layout;
    private final GroundTruth truth;
    private final Records records;
    private final RecordPlaces places;
    private final int[] imageOf;
    /** The changed records, by position. */
    private final TreeMap<Integer, Changed> changes = new TreeMap<>();
    private final BitSet removed = new BitSet();
    private final Map<String, List<Added>> byImage = new TreeMap<>();
    private final Map<String, ImageEntry> imageByKey = new HashMap<>();
    private final Map<String, Integer> ownImage = new HashMap<>();
    private final RawText raw = new RawText(StandardCharsets.UTF_8);
    private String usualLineEnd;

    Edits(RecordFormat format, TextLayout layout, GroundTruth truth, Records records, Collection<LabelEdit> edits) {
        this.format = format;
        this.layout = layout;
        this.truth = truth;
        this.records = records;
        this.places = records.places();
        this.imageOf = records.imageOfPosition();
        for (LabelEdit edit : edits) {
            switch (edit) {
                case Changed change -> changes.put(unedited(change.position()), change);
                case LabelEdit.Removed record -> removed.set(unedited(record.position()));
                case Added added -> byImage.computeIfAbsent(truth.images().get(added.image()).originalId(),
                    key -> new ArrayList<>()).add(added);
            }
        }
        truth.images().forEach(image -> imageByKey.put(image.originalId(), image));
        for (int image = 0; image < records.images().size(); image++) {
            ownImage.put(records.images().get(image).originalId(), image);
        }
    }

    private int unedited(int position) {
        if (position < 0 || position >= places.size() || changes.containsKey(position) || removed.get(position)) {
            throw new IllegalArgumentException("no record " + position + ", or it is edited twice");
        }
        return position;
    }

    /** Does all edits. */
    void to(EditedFiles files) throws IOException {
        Map<Integer, List<FileEdit.Addition>> additions = new HashMap<>();
        for (Map.Entry<String, List<Added>> added : byImage.entrySet()) {
            Integer image = ownImage.get(added.getKey());
            Anchor anchor = image == null ? null : records.anchor(image);
            if (anchor == null) {
                NewFile file = newFile(added.getKey(), added.getValue());
                files.add(file.name(), raw.toBytes(file.text().replace("\n", lineEnd(files.tree()))));
            } else {
                additions.computeIfAbsent(anchor.file(), key -> new ArrayList<>())
                    .add(new FileEdit.Addition(image, anchor, added.getValue()));
            }
        }
        int first = 0;
        for (int file = 0; file < places.files().size(); file++) {
            // the records of a file have their positions one after the other
            int end = first;
            while (end < places.size() && places.file(end) == file) {
                end++;
            }
            List<FileEdit.Addition> own = additions.getOrDefault(file, List.of());
            int nextRemoved = removed.nextSetBit(first);
            if (!own.isEmpty() || !changes.subMap(first, end).isEmpty() || nextRemoved >= 0 && nextRemoved < end) {
                edit(file, first, end, own, files);
            }
            first = end;
        }
    }

    private void edit(int file, int first, int end, List<FileEdit.Addition> additions, EditedFiles files) throws IOException {
        LabelTree tree = files.tree();
        String name = places.files().get(file);
        String head = format.head(tree, name);
        try (FileText text = FileText.of(tree, name)) {
            List<FileEdit.Change> texts = new ArrayList<>();
            for (Changed change : changes.subMap(first, end).values()) {
                int position = change.position();
                ImageEntry own = records.images().get(imageOf[position]);
                ImageEntry image = imageByKey.getOrDefault(own.originalId(), own);
                texts.add(new FileEdit.Change(position, format.changed(text.substring(places.begin(position),
                    places.end(position)), change, new EditContext(truth, image, raw, head, records.memo()))));
            }
            FileEdit edit = new FileEdit(places, first, end, imageOf, texts, removed.get(0, end), additions,
                () -> lineEnd(tree));
            edit.removed().clear(0, first);
            files.change(name, layout.splices(text, edit, (added, neighbour) -> format.added(added, neighbour,
                new EditContext(truth, truth.images().get(added.image()), raw, head, records.memo())), raw));
        }
    }

    /** How the lines of the first file end that has two. */
    private String lineEnd(LabelTree tree) throws IOException {
        for (int file = 0; usualLineEnd == null && file < places.files().size(); file++) {
            try (FileText text = FileText.of(tree, places.files().get(file))) {
                usualLineEnd = TextLayout.firstLineEnd(text);
            }
        }
        return usualLineEnd == null ? "\n" : usualLineEnd;
    }

    private NewFile newFile(String key, List<Added> added) {
        EditContext context = new EditContext(truth, imageByKey.get(key), raw, "", records.memo());
        List<String> texts = added.stream().map(record -> format.added(record, null, context)).toList();
        return format.newFile(imageByKey.get(key), texts, context);
    }
}
