package dev.errata.formats.records;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.io.LabelTree;

/** Looks up single records at their places. Keeps the last small file, for records that stand together are asked for together. */
final class PlacedDetails implements AnnotationDetails {

    private static final int SMALL = 1 << 22;
    private static final int HEAD = 1 << 13;

    /** Makes details of the bytes of a record. */
    @FunctionalInterface
    interface Parser {
        Detail parse(int position, byte[] record, String fileHead) throws IOException;
    }

    private record Kept(int file, byte[] bytes, String head) {

        Kept(int file, byte[] bytes) {
            this(file, bytes, new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1));
        }
    }

    private final Path path;
    private final FileTime modified;
    private final RecordPlaces places;
    private final Parser parser;
    private SoftReference<Kept> kept = new SoftReference<>(null);

    PlacedDetails(Path path, RecordPlaces places, Parser parser) throws IOException {
        this.path = path;
        this.modified = Files.getLastModifiedTime(path);
        this.places = places;
        this.parser = parser;
    }

    @Override
    public Detail read(int position) throws IOException {
        if (position < 0 || position >= places.size()) {
            throw new IndexOutOfBoundsException("no record " + position + " of " + places.size());
        }
        if (!Files.getLastModifiedTime(path).equals(modified)) {
            throw new IOException(path + " changed since it was read. Import it again.");
        }
        String[] head = new String[1];
        byte[] record = bytes(position, head);
        return parser.parse(position, record, head[0]);
    }

    private synchronized byte[] bytes(int position, String[] head) throws IOException {
        int file = places.file(position);
        int length = (int) (places.end(position) - places.begin(position));
        if (length == 0) {
            // a picture by itself, which need not be at hand
            head[0] = "";
            return new byte[0];
        }
        Kept last = kept.get();
        if (last == null || last.file != file) {
            try (LabelTree tree = LabelTree.of(path); InputStream in = tree.openText(places.files().get(file))) {
                byte[] small = in.readNBytes(SMALL);
                if (small.length == SMALL) {
                    head[0] = new String(small, 0, HEAD, StandardCharsets.ISO_8859_1);
                    return slice(in, small, places.begin(position), length);
                }
                last = new Kept(file, small);
                kept = new SoftReference<>(last);
            }
        }
        head[0] = last.head;
        byte[] record = new byte[length];
        System.arraycopy(last.bytes, (int) places.begin(position), record, 0, length);
        return record;
    }

    private static byte[] slice(InputStream rest, byte[] first, long begin, int length) throws IOException {
        byte[] record = new byte[length];
        int inFirst = (int) Math.max(0, Math.min(length, first.length - begin));
        if (inFirst > 0) {
            System.arraycopy(first, (int) begin, record, 0, inFirst);
        }
        rest.skipNBytes(Math.max(0, begin - first.length));
        if (rest.readNBytes(record, inFirst, length - inFirst) < length - inFirst) {
            throw new IOException("The file became shorter since it was read. Import it again.");
        }
        return record;
    }
}
