package dev.errata.formats.records;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;

import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.files.FileText;
import dev.errata.formats.files.LabelTree;

/** Looks up single records at their places. */
final class PlacedDetails implements AnnotationDetails {

    /** Makes details of the bytes of a record. */
    @FunctionalInterface
    interface Parser {
        Detail parse(int position, byte[] record, String fileHead) throws IOException;
    }

    /** Gives the beginning of a file, as far as it takes to understand its records. */
    @FunctionalInterface
    interface Heads {
        String head(LabelTree tree, String file) throws IOException;
    }

    /** Bytes read at once. */
    private static final int WINDOW = 1 << 15;

    /** The file that was looked at last, for records that stand together are asked for together. */
    private final class Kept {

        private final LabelTree tree;
        private final int file;
        private final String head;
        /** The file itself, or null where it is packed. */
        private final Path plain;
        /** Null where the file is not packed: that does not stay open, and a part of it is kept. */
        private final FileText text;
        private long begin;
        private byte[] part = new byte[0];

        Kept(LabelTree tree, int file) throws IOException {
            this.tree = tree;
            this.file = file;
            String name = places.files().get(file);
            head = heads.head(tree, name);
            plain = tree.plain(name).orElse(null);
            text = plain == null ? FileText.of(tree, name) : null;
        }

        byte[] slice(long from, long to) throws IOException {
            if (from >= begin && to <= begin + part.length) {
                return Arrays.copyOfRange(part, (int) (from - begin), (int) (to - begin));
            }
            if (!Files.getLastModifiedTime(path).equals(modified)) {
                throw new IOException(path + " changed since it was read. Import it again.");
            }
            if (text != null) {
                return text.slice(from, to);
            }
            try (FileText whole = FileText.plain(plain)) {
                part = whole.slice(from, Math.max(to, Math.min(from + WINDOW, whole.length())));
            }
            begin = from;
            return Arrays.copyOf(part, (int) (to - from));
        }
    }

    private final Path path;
    private final FileTime modified;
    private final RecordPlaces places;
    private final Heads heads;
    private final Parser parser;
    private SoftReference<Kept> kept = new SoftReference<>(null);

    PlacedDetails(Path path, RecordPlaces places, Heads heads, Parser parser) throws IOException {
        this.path = path;
        this.modified = Files.getLastModifiedTime(path);
        this.places = places;
        this.heads = heads;
        this.parser = parser;
    }

    @Override
    public Detail read(int position) throws IOException {
        if (position < 0 || position >= places.size()) {
            throw new IndexOutOfBoundsException("no record " + position + " of " + places.size());
        }
        if (places.begin(position) == places.end(position)) {
            // a picture by itself, which need not be at hand
            return parser.parse(position, new byte[0], "");
        }
        byte[] record;
        String head;
        synchronized (this) {
            Kept file = file(places.file(position));
            record = file.slice(places.begin(position), places.end(position));
            head = file.head;
        }
        return parser.parse(position, record, head);
    }

    private Kept file(int index) throws IOException {
        Kept last = kept.get();
        if (last != null && last.file == index) {
            return last;
        }
        Kept now = new Kept(last == null ? LabelTree.again(path) : last.tree, index);
        kept = new SoftReference<>(now);
        return now;
    }
}
