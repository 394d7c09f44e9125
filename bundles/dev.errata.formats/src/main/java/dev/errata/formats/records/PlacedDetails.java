package dev.errata.formats.records;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

import dev.errata.formats.AnnotationDetails;
import dev.errata.formats.io.FileText;
import dev.errata.formats.io.LabelTree;

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

    /**
     * The file that was looked at last, for records that stand together are asked for together.
     *
     * @param plain the file itself, or null where it is packed
     * @param text null where the file is not packed, so that no file is held open
     */
    private record Kept(LabelTree tree, int file, String head, Path plain, FileText text) {

        byte[] slice(long begin, long end) throws IOException {
            if (text != null) {
                return text.slice(begin, end);
            }
            try (FileText file = FileText.plain(plain)) {
                return file.slice(begin, end);
            }
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
        if (!Files.getLastModifiedTime(path).equals(modified)) {
            throw new IOException(path + " changed since it was read. Import it again.");
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
        String name = places.files().get(index);
        LabelTree tree = last == null ? LabelTree.again(path) : last.tree;
        Optional<Path> plain = tree.plain(name);
        Kept now = new Kept(tree, index, heads.head(tree, name), plain.orElse(null),
            plain.isPresent() ? null : FileText.of(tree, name));
        kept = new SoftReference<>(now);
        return now;
    }
}
