package dev.errata.formats.coco;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.files.LabelInput;
import dev.errata.formats.io.IssueLog;
import dev.errata.formats.io.RawText;
import dev.errata.formats.json.JsonCursor;
import dev.errata.formats.json.JsonText;
import dev.errata.formats.text.Offsets;
import dev.errata.formats.text.Splices;

/** Copies a COCO file and changes only the records that were edited. */
final class CocoWriter {

    private static final byte[] NOTHING = {};

    private final LabelInput input;
    private final GroundTruth truth;
    private final RawText raw;
    private final Map<Integer, LabelEdit> edits = new HashMap<>();
    private final List<LabelEdit.Added> added = new ArrayList<>();
    /** Class and image ids as the file writes them, by the text that numbers and texts share, in file order. */
    private final Map<String, String> categories = new LinkedHashMap<>();
    private final Map<String, String> images = new LinkedHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();

    private long arrayBegin;
    private long firstBegin = -1;
    private long lastBegin = -1;
    private long lastEnd = -1;
    private long beforeLastEnd = -1;
    private long lastObject = -1;
    private boolean someKept;

    /** A range to replace; {@code edit} null leaves it out. */
    private record Piece(long begin, long end, LabelEdit.Changed edit) {
    }

    CocoWriter(LabelInput input, GroundTruth truth, Collection<LabelEdit> all) {
        this.input = input;
        this.truth = truth;
        this.raw = new RawText(input.charset());
        for (LabelEdit edit : all) {
            switch (edit) {
                case LabelEdit.Added record -> added.add(record);
                case LabelEdit.Changed change -> put(change.position(), change);
                case LabelEdit.Removed removed -> put(removed.position(), removed);
            }
        }
    }

    private void put(int position, LabelEdit edit) {
        if (position < 0 || position >= truth.counts().read()) {
            throw new IllegalArgumentException("there is no record " + position);
        }
        if (edits.put(position, edit) != null) {
            throw new IllegalArgumentException(Integer.toString(position) + " is edited twice");
        }
    }

    void write(OutputStream to) throws IOException {
        if (edits.isEmpty() && added.isEmpty()) {
            copy(to);
            return;
        }
        IssueLog log = new IssueLog(input.place());
        JsonCursor.read(input, log, Progress.NONE, this::scan);
        Splices splices = splices();
        try (InputStream from = input.open(Progress.NONE)) {
            if (input.gzip()) {
                GZIPOutputStream packed = new GZIPOutputStream(to);
                splices.copy(from, packed);
                packed.finish();
            } else {
                splices.copy(from, to);
            }
        }
        input.checkUnchanged();
    }

    private void copy(OutputStream to) throws IOException {
        // an entry of an archive is unpacked, a compressed file is not
        try (InputStream file = input.gzip() ? Files.newInputStream(input.path()) : input.open(Progress.NONE)) {
            file.transferTo(to);
        }
    }

    private Void scan(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        int records = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String section = parser.currentName();
            parser.nextToken();
            switch (section) {
                case "images" -> scanIds(cursor, images);
                case "categories" -> scanIds(cursor, categories);
                case "annotations" -> records = scanAnnotations(cursor);
                default -> cursor.skip();
            }
        }
        if (records != truth.counts().read()) {
            throw cursor.refuse("file.changed", "", "", "The file has " + records + " annotations, but had "
                + truth.counts().read() + " when it was imported. Import it again.");
        }
        return null;
    }

    private static void scanIds(JsonCursor cursor, Map<String, String> ids) throws IOException {
        JsonParser parser = cursor.parser();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                cursor.skip();
                continue;
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                boolean isId = parser.currentName().equals("id");
                JsonToken token = parser.nextToken();
                if (isId && token.isScalarValue()) {
                    String written = token == JsonToken.VALUE_STRING ? JsonText.quote(parser.getText()) : parser.getText();
                    String id = HeaderRecord.id(cursor);
                    if (id != null) {
                        ids.putIfAbsent(id, written);
                    }
                } else {
                    cursor.skip();
                }
            }
        }
    }

    private int scanAnnotations(JsonCursor cursor) throws IOException {
        JsonParser parser = cursor.parser();
        arrayBegin = cursor.tokenBegin();
        int position = 0;
        long leading = -1;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long begin = cursor.tokenBegin();
            boolean object = parser.currentToken() == JsonToken.START_OBJECT;
            long end = elementEnd(cursor, begin);
            LabelEdit edit = edits.get(position++);
            if (edit instanceof LabelEdit.Removed) {
                if (someKept) {
                    pieces.add(new Piece(lastEnd, end, null));
                } else if (leading < 0) {
                    leading = begin;
                }
            } else {
                if (leading >= 0) {
                    pieces.add(new Piece(leading, begin, null));
                    leading = -1;
                }
                someKept = true;
                if (edit instanceof LabelEdit.Changed change) {
                    pieces.add(new Piece(begin, end, change));
                }
            }
            firstBegin = firstBegin < 0 ? begin : firstBegin;
            lastObject = object ? begin : lastObject;
            beforeLastEnd = lastEnd;
            lastBegin = begin;
            lastEnd = end;
        }
        if (leading >= 0) {
            pieces.add(new Piece(leading, lastEnd, null));
        }
        return position;
    }

    private static long elementEnd(JsonCursor cursor, long begin) throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken().isStructStart()) {
            cursor.skip();
            return cursor.tokenEnd();
        }
        parser.finishToken();
        return cursor.tokenEnd();
    }

    private Splices splices() throws IOException {
        Offsets offsets = new Offsets();
        pieces.stream().filter(piece -> piece.edit != null).forEach(piece -> offsets.add(piece.begin));
        if (lastObject >= 0) {
            offsets.add(lastObject);
        }
        List<String> categoryIds = List.copyOf(categories.values());
        Splices splices = new Splices();
        try (RecordTexts texts = new RecordTexts(input, offsets)) {
            int changed = 0;
            for (Piece piece : pieces) {
                byte[] text = piece.edit == null ? NOTHING : changed(texts.bytes(changed++), piece.edit, categoryIds);
                splices.replace(piece.begin, piece.end, text);
            }
            if (!added.isEmpty()) {
                String neighbour = lastObject < 0 ? null : raw.fromBytes(texts.bytes(offsets.size() - 1));
                long at = lastEnd < 0 ? arrayBegin + raw.toBytes("[").length : lastEnd;
                splices.replace(at, at, added(neighbour, categoryIds));
            }
        }
        return splices;
    }

    private byte[] changed(byte[] record, LabelEdit.Changed edit, List<String> categoryIds) {
        String category = edit.label() == null ? null : raw.encode(categoryIds.get(edit.label()));
        return raw.toBytes(RecordEditor.apply(raw.fromBytes(record), raw, edit, category));
    }

    private byte[] added(String neighbour, List<String> categoryIds) throws IOException {
        String separator = separator(neighbour);
        NewRecord record = new NewRecord(neighbour, raw);
        StringBuilder text = new StringBuilder();
        boolean first = !someKept;
        for (LabelEdit.Added addition : added) {
            String image = images.get(truth.images().get(addition.image()).originalId());
            text.append(first ? "" : separator);
            text.append(record.text(addition, raw.encode(image), raw.encode(categoryIds.get(addition.label()))));
            first = false;
        }
        return raw.toBytes(text.toString());
    }

    /** What stands between two records. */
    private String separator(String neighbour) throws IOException {
        if (beforeLastEnd >= 0) {
            return slice(beforeLastEnd, lastBegin);
        }
        if (firstBegin >= 0) {
            return "," + slice(arrayBegin, firstBegin).substring(1);
        }
        return neighbour == null ? RecordStyle.SPACED.comma() : RecordStyle.of(neighbour).comma();
    }

    private String slice(long begin, long end) throws IOException {
        try (InputStream from = input.openAt(begin)) {
            return raw.fromBytes(from.readNBytes((int) (end - begin)));
        }
    }
}
