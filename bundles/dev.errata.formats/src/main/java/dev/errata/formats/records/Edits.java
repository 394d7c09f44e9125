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

import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.files.FileText;
import dev.errata.formats.files.LabelTree;
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
    /** Classes that stand once for several records, by file. */
    private final Map<Integer, List<TextLayout.Piece>> labels = new HashMap<>();
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
                case Added added -> add(added);
            }
        }
        truth.images().forEach(image -> imageByKey.put(image.originalId(), image));
        for (int image = 0; image < records.images().size(); image++) {
            ownImage.put(records.images().get(image).originalId(), image);
        }
    }

    private void add(Added added) {
        byImage.computeIfAbsent(truth.images().get(added.image()).originalId(), key -> new ArrayList<>()).add(added);
    }

    /** Changes classes that stand once for several records. */
    private void shareLabels() throws IOException {
        SharedLabelEdits edits = new SharedLabelEdits(truth, changes, removed,
            byImage.values().stream().flatMap(List::stream).toList());
        for (SharedLabel shared : records.sharedLabels()) {
            int label = edits.common(shared);
            if (label >= 0) {
                ImageEntry image = records.images().get(imageOf[shared.first()]);
                labels.computeIfAbsent(places.file(shared.first()), file -> new ArrayList<>())
                    .add(new TextLayout.Piece(shared.begin(), shared.behind(),
                        format.sharedLabel(label, new EditContext(truth, image, raw, "", records.memo()))));
            }
        }
        edits.moved().forEach(this::add);
    }

    private int unedited(int position) {
        if (position < 0 || position >= places.size() || changes.containsKey(position) || removed.get(position)) {
            throw new IllegalArgumentException("no record " + position + ", or it is edited twice");
        }
        return position;
    }

    /** Does all edits. */
    void to(EditedFiles files) throws IOException {
        shareLabels();
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
            if (!own.isEmpty() || labels.containsKey(file) || !changes.subMap(first, end).isEmpty()
                || nextRemoved >= 0 && nextRemoved < end) {
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
            BitSet gone = removed.get(0, end);
            gone.clear(0, first);
            for (int position = gone.nextSetBit(0); position >= 0; position = gone.nextSetBit(position + 1)) {
                String rest = format.removed(text.substring(places.begin(position), places.end(position)));
                if (rest != null) {
                    texts.add(new FileEdit.Change(position, rest));
                    gone.clear(position);
                }
            }
            keepNeighbours(text, first, end, texts);
            FileEdit edit = new FileEdit(places, first, end, imageOf, texts, gone, additions,
                labels.getOrDefault(file, List.of()), () -> lineEnd(tree));
            files.change(name, layout.splices(text, edit, (added, neighbour) -> format.added(added, neighbour,
                new EditContext(truth, truth.images().get(added.image()), raw, head, records.memo())), raw));
        }
    }

    /** Writes the records right beside edited ones so that they stay what they are. */
    private void keepNeighbours(FileText text, int first, int end, List<FileEdit.Change> texts) throws IOException {
        BitSet kept = new BitSet();
        for (FileEdit.Change change : List.copyOf(texts)) {
            for (int position : new int[] {change.position() - 1, change.position() + 1}) {
                if (position >= first && position < end && !changes.containsKey(position) && !removed.get(position)
                    && !kept.get(position) && areSiblings(text, Math.min(position, change.position()))) {
                    kept.set(position);
                    String record = text.substring(places.begin(position), places.end(position));
                    String same = format.kept(record);
                    if (!same.equals(record)) {
                        texts.add(new FileEdit.Change(position, same));
                    }
                }
            }
        }
    }

    /** Whether nothing but space stands between a record and the next one. */
    private boolean areSiblings(FileText text, int position) throws IOException {
        for (long at = places.end(position); at < places.begin(position + 1); at++) {
            if (!text.isSpace(at)) {
                return false;
            }
        }
        return true;
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
