package dev.errata.formats.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.archive.TarArchive;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.io.TextBytes;

/**
 * The files of a set of labels: one file, a folder with its subfolders, or a zip or tar archive. Names are relative, with
 * slashes, sorted. Archives are read in place; names in them that lead outside, and bombs, refuse the archive.
 */
public final class LabelTree implements Closeable {

    /** The entry of a packed folder that holds the sizes of its images: name, width and height, with tabs between. */
    public static final String SIZES = ".errata-image-sizes.tsv";

    /** Of many files, so many are looked at. */
    private static final int SAMPLE = 20;

    private final Path path;
    private final TreeFiles files;
    private final KnownSizes knownSizes = new KnownSizes();
    private final TreeTexts texts = new TreeTexts();

    private LabelTree(Path path, TreeFiles files) {
        this.path = path;
        this.files = files;
    }

    /** @throws FormatException if there is nothing to read, or the archive is damaged or hostile */
    public static LabelTree of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new LabelTree(path, FolderFiles.of(path));
        }
        LabelInput input = LabelInput.of(path);
        if (isZip(input.head())) {
            return withSizes(path, PackedFiles.of(path, path));
        }
        if (TarArchive.is(input.head())) {
            return withSizes(path, PackedFiles.of(path, TarArchive.asZip(path, input.gzip(), Progress.NONE)));
        }
        return withSizes(path, new SingleFile(path, input.gzip()));
    }

    private static LabelTree withSizes(Path path, TreeFiles files) throws IOException {
        LabelTree tree = new LabelTree(path, files);
        try {
            tree.readSizes();
            return tree;
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    /**
     * Does what may take long before files of a path can be read: unpacks a tar archive. Whoever reads it later finds that done.
     *
     * @throws FormatException if the archive is damaged or hostile
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public static void prepare(Path path, Progress progress) throws IOException {
        if (Files.isRegularFile(path)) {
            LabelInput input = LabelInput.of(path);
            if (TarArchive.is(input.head())) {
                TarArchive.asZip(path, input.gzip(), progress);
            }
        }
    }

    /** The files of a path that was looked at before: those of a folder are known by their names, and not listed again. */
    public static LabelTree again(Path path) throws IOException {
        return Files.isDirectory(path) ? new LabelTree(path, new FolderFiles(path, List.of())) : of(path);
    }

    /** Whether a path is a folder or an archive, which hold many files. */
    public static boolean isMany(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return true;
        }
        byte[] head = LabelInput.of(path).head();
        return isZip(head) || TarArchive.is(head);
    }

    private static boolean isZip(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
    }

    private void readSizes() throws IOException {
        if (contains(SIZES)) {
            knownSizes.add(new String(read(SIZES), StandardCharsets.UTF_8));
        }
        Path beside = KnownSizes.beside(path);
        if (Files.isRegularFile(beside)) {
            knownSizes.add(ImageSizes.checked(Files.readAllBytes(beside), beside.toString()));
        }
    }

    /** Whether the sizes of pictures were remembered by an import, so that pictures need not be looked for. */
    public boolean remembersSizes() {
        return knownSizes.any();
    }

    /** Whether this is an archive that can only be read, not written in its own form. */
    public static boolean isTar(Path path) throws IOException {
        return !Files.isDirectory(path) && TarArchive.is(LabelInput.of(path).head());
    }

    /** What this was made of. */
    public Path path() {
        return path;
    }

    /** All files, pictures included. */
    public List<String> names() {
        return files.names();
    }

    /** Whether there is a file of a name. */
    public boolean contains(String name) {
        return Collections.binarySearch(names(), name) >= 0;
    }

    /** The files whose names end so, letter case aside; a point is put in front. */
    public List<String> names(String extension) {
        String end = "." + extension;
        return names().stream().filter(name -> name.toLowerCase(Locale.ROOT).endsWith(end)).toList();
    }

    /** Says whether the beginning of a file is that of labels. */
    @FunctionalInterface
    public interface Looks {
        boolean like(byte[] head);
    }

    /** Whether one of the first files with an ending looks like labels; there may be others beside them. */
    public boolean anyLooks(String extension, Looks looks) throws IOException {
        for (String name : names(extension).stream().limit(SAMPLE).toList()) {
            if (looks.like(head(name))) {
                return true;
            }
        }
        return false;
    }

    /** The pictures, those known only by their size included. */
    public List<String> pictures() {
        List<String> pictures = new ArrayList<>(names().stream().filter(PathNames::isPicture).toList());
        knownSizes.pictures().stream().sorted().filter(name -> !contains(name)).forEach(pictures::add);
        return pictures;
    }

    /** Whether this is one file that was named itself. */
    public boolean isSingle() {
        return files instanceof SingleFile;
    }

    /** Whether this is one file that is compressed. */
    public boolean isCompressed() {
        return files instanceof SingleFile file && file.gzip();
    }

    /** How issues name a file of this tree. */
    public String place(String name) {
        return files.place(name);
    }

    /** Opens a file of this tree; use only names that {@link #names} gives. */
    public InputStream open(String name) throws IOException {
        return open(name, Progress.NONE);
    }

    /**
     * Opens a file of this tree.
     *
     * @param progress gets {@link #length} altogether
     */
    public InputStream open(String name, Progress progress) throws IOException {
        return files.open(name, progress);
    }

    /** The bytes of a file as progress counts them: unpacked in an archive, on disk elsewhere; 0 where it is not known. */
    public long length(String name) throws IOException {
        return files.length(name);
    }

    /**
     * The bytes of a text file, as UTF-8 whatever it is.
     *
     * @throws FormatException if it is no valid text, or too long to be held in memory
     */
    public byte[] read(String name) throws IOException {
        return read(name, Progress.NONE);
    }

    /** The bytes of a text file, with progress. */
    public byte[] read(String name, Progress progress) throws IOException {
        try (InputStream in = openText(name, progress)) {
            return TreeTexts.whole(in, place(name));
        }
    }

    /** A text file without its byte-order mark. */
    public String text(String name) throws IOException {
        String text = new String(read(name), StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Opens a text file, as UTF-8 whatever it is; reading it refuses what is no valid text. */
    public InputStream openText(String name, Progress progress) throws IOException {
        return texts.decoded(name, open(name, progress), place(name));
    }

    /** Opens a text file without progress. */
    public InputStream openText(String name) throws IOException {
        return openText(name, Progress.NONE);
    }

    /** Takes a text as UTF-8, and writes it in the encoding in which the file was read. */
    public OutputStream encoding(String name, OutputStream to) {
        return texts.encoding(name, to);
    }

    /** The path of a file whose bytes are those of its text; empty where it is packed, or not UTF-8. */
    public Optional<Path> plain(String name) throws IOException {
        Optional<Path> file = files.unpacked(name);
        if (file.isEmpty()) {
            return file;
        }
        try (InputStream in = open(name)) {
            boolean utf8 = TextBytes.charset(in.readNBytes(2)).equals(StandardCharsets.UTF_8);
            return utf8 ? file : Optional.empty();
        }
    }

    /** The files read so far that are UTF-16. */
    public Set<String> wide() {
        return texts.wide();
    }

    /** The first bytes of a file, at most 64 KB, as UTF-8. */
    public byte[] head(String name) throws IOException {
        return TextBytes.headToUtf8(rawHead(name));
    }

    /** The first bytes of a file as they are. */
    byte[] rawHead(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readNBytes(1 << 16);
        }
    }

    /** Width and height of a picture as shown; empty where it cannot be told. */
    public Optional<int[]> size(String picture) throws IOException {
        int[] known = knownSizes.of(picture);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = open(picture)) {
            return ImageHeader.read(in).map(header -> new int[] {header.shownWidth(), header.shownHeight()});
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
