package dev.errata.formats.records;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import dev.errata.engine.Progress;
import dev.errata.formats.AnnotationDetails.Detail;
import dev.errata.formats.fields.FieldCollector;
import dev.errata.formats.fields.FieldValue;
import dev.errata.formats.files.LabelTree;

/** Collects the attributes of all records, going through their files once. */
final class RecordFields implements Closeable {

    private static final int STEP = 1024;

    private final LabelTree tree;
    private final RecordPlaces places;
    private final PlacedDetails.Heads heads;
    private int file = -1;
    private InputStream in;
    private String head = "";
    private long at;
    private byte[] last = new byte[0];

    private RecordFields(LabelTree tree, RecordPlaces places, PlacedDetails.Heads heads) {
        this.tree = tree;
        this.places = places;
        this.heads = heads;
    }

    /** @param imageOf the image of each record; negative where it was set aside */
    static void collect(LabelTree tree, RecordPlaces places, int[] imageOf, PlacedDetails.Heads heads,
        PlacedDetails.Parser parser, FieldCollector into, Progress progress) throws IOException {
        progress.begin("Reading attributes", places.size());
        try (RecordFields records = new RecordFields(tree, places, heads)) {
            for (int position = 0; position < places.size(); position++) {
                if (imageOf[position] >= 0 && places.end(position) > places.begin(position)) {
                    add(position, parser.parse(position, records.read(position), records.head), into);
                }
                if (position % STEP == STEP - 1) {
                    progress.advance(STEP);
                    if (progress.cancelled()) {
                        throw new CancellationException("reading was cancelled");
                    }
                }
            }
        }
    }

    static void add(int position, Detail detail, FieldCollector into) {
        FieldValue.object(detail.unknownFields(), (name, value) -> into.label(position, name, value));
        detail.attributes().forEach((name, text) -> FieldValue.attribute(name, text,
            (field, value) -> into.label(position, field, value)));
    }

    private byte[] read(int position) throws IOException {
        long begin = places.begin(position);
        int length = (int) (places.end(position) - begin);
        boolean same = places.file(position) == file;
        if (same && begin < at && begin >= at - last.length && begin + length <= at) {
            int from = (int) (begin - (at - last.length));
            return Arrays.copyOfRange(last, from, from + length);
        }
        if (!same || begin < at) {
            open(places.file(position));
        }
        in.skipNBytes(begin - at);
        last = in.readNBytes(length);
        at = begin + length;
        if (last.length < length) {
            throw new IOException("The file became shorter since it was read. Import it again.");
        }
        return last;
    }

    private void open(int next) throws IOException {
        close();
        if (next != file) {
            head = heads.head(tree, places.files().get(next));
        }
        file = next;
        in = tree.openText(places.files().get(next));
        at = 0;
        last = new byte[0];
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
