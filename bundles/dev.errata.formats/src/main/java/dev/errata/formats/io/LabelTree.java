package dev.errata.formats.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import dev.errata.formats.FormatException;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/**
 * The files of a set of labels: one file, a folder with its subfolders, or a zip archive. Names are relative, with slashes,
 * sorted. Archives are read in place; names in them that lead outside, and bombs, refuse the archive.
 */
public final class LabelTree implements Closeable {

    /** The entry of a packed folder that holds the sizes of its images: name, width and height, with tabs between. */
    public static final String SIZES = ".errata-image-sizes.tsv";

    private static final int ENTRIES = 1_000_000;
    private static final long TOTAL = 64L << 30;
    private static final long SMALL = 1 << 20;
    private static final int RATIO = 200;
    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "png", "bmp", "gif", "webp", "tif", "tiff");

    private final Path path;
    private final Path folder;
    private final ZipFile zip;
    private final List<String> names;
    private final boolean gzip;
    private final Map<String, int[]> knownSizes = new HashMap<>();

    private LabelTree(Path path, Path folder, ZipFile zip, List<String> names, boolean gzip) {
        this.path = path;
        this.folder = folder;
        this.zip = zip;
        this.names = names;
        this.gzip = gzip;
    }

    /** @throws FormatException if there is nothing to read, or the archive is damaged or hostile */
    public static LabelTree of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new LabelTree(path, path, null, walk(path), false);
        }
        LabelInput input = LabelInput.of(path);
        byte[] head = input.head();
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5)) {
            return archive(path);
        }
        Path parent = path.toAbsolutePath().getParent();
        return new LabelTree(path, parent, null, List.of(path.getFileName().toString()), input.gzip());
    }

    /** Whether a path is a folder or an archive, which hold many files. */
    public static boolean isMany(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return true;
        }
        byte[] head = LabelInput.of(path).head();
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && (head[2] == 3 || head[2] == 5);
    }

    private static List<String> walk(Path folder) throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> names = new ArrayList<>();
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.isRegularFile(file) && (!Files.isSymbolicLink(file) || file.toRealPath().startsWith(real))) {
                    names.add(folder.relativize(file).toString().replace('\\', '/'));
                }
            }
            Collections.sort(names);
            return names;
        } catch (UncheckedIOException e) {
            throw refused(folder, "file.unreadable", "The folder cannot be read (" + e.getCause() + ").");
        }
    }

    private static LabelTree archive(Path path) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw refused(path, "zip.damaged", "The archive is damaged (" + e.getMessage() + "); get a whole copy of it.");
        }
        try {
            LabelTree tree = new LabelTree(path, null, zip, entries(path, zip), false);
            tree.readSizes();
            return tree;
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static List<String> entries(Path path, ZipFile zip) throws IOException {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        long total = 0;
        if (zip.size() > ENTRIES) {
            throw refused(path, "zip.bomb", "The archive has " + zip.size() + " entries; at most " + ENTRIES + " are read.");
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            if (!Roots.isInside(name) || name.indexOf('\\') >= 0) {
                throw refused(path, "zip.path", "The entry \"" + name + "\" leads outside of the archive; nothing was read.");
            }
            if (entry.isDirectory()) {
                continue;
            }
            if (!seen.add(name)) {
                throw refused(path, "zip.duplicate", "Two entries are called \"" + name + "\".");
            }
            total += Math.max(0, entry.getSize());
            boolean bomb = entry.getSize() > SMALL && entry.getSize() / Math.max(1, entry.getCompressedSize()) > RATIO;
            if (bomb || total > TOTAL) {
                throw refused(path, "zip.bomb", "The entry \"" + name + "\" unpacks to " + entry.getSize()
                    + " bytes; that is no label file.");
            }
            names.add(name);
        }
        Collections.sort(names);
        return names;
    }

    private void readSizes() throws IOException {
        if (names.contains(SIZES)) {
            for (String line : new String(read(SIZES), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (cells.length == 3) {
                    knownSizes.put(cells[0], new int[] {Integer.parseInt(cells[1]), Integer.parseInt(cells[2])});
                }
            }
        }
    }

    private static FormatException refused(Path path, String code, String message) {
        return new FormatException(new Issue(code, Severity.ERROR, path.toString(), 0, 0, "", "", message));
    }

    /** What this was made of. */
    public Path path() {
        return path;
    }

    /** All files, pictures included. */
    public List<String> names() {
        return names;
    }

    /** The files whose names end so, letter case aside; a point is put in front. */
    public List<String> names(String extension) {
        String end = "." + extension;
        return names.stream().filter(name -> name.toLowerCase(Locale.ROOT).endsWith(end)).toList();
    }

    /** The pictures, those known only by their size included. */
    public List<String> pictures() {
        List<String> pictures = new ArrayList<>(names.stream().filter(LabelTree::isPicture).toList());
        knownSizes.keySet().stream().sorted().filter(name -> !names.contains(name)).forEach(pictures::add);
        return pictures;
    }

    /** Whether a name ends as those of pictures do. */
    public static boolean isPicture(String name) {
        return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether this is one file that was named itself. */
    public boolean isSingle() {
        return zip == null && !path.equals(folder);
    }

    /** Whether this is one file that is compressed. */
    public boolean isCompressed() {
        return gzip;
    }

    /** How issues name a file of this tree. */
    public String place(String name) {
        if (zip != null) {
            return path + "!" + name;
        }
        return isSingle() ? path.toString() : folder.resolve(name).toString();
    }

    /** Opens a file of this tree; use only names that {@link #names} gives. */
    public InputStream open(String name) throws IOException {
        if (zip == null) {
            InputStream file = Files.newInputStream(isSingle() ? path : folder.resolve(name));
            return gzip ? new GZIPInputStream(file, 1 << 16) : file;
        }
        try {
            return zip.getInputStream(zip.getEntry(name));
        } catch (ZipException e) {
            throw new FormatException(new Issue("zip.entry", Severity.ERROR, place(name), 0, 0, "", "",
                "The entry cannot be read (" + e.getMessage() + ")."));
        }
    }

    /** The bytes of a file. */
    public byte[] read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        } catch (ZipException e) {
            throw new FormatException(new Issue("zip.entry", Severity.ERROR, place(name), 0, 0, "", "",
                "The entry is damaged (" + e.getMessage() + "); get a whole copy of the archive."));
        }
    }

    /** The first bytes of a file, at most 64 KB. */
    public byte[] head(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readNBytes(1 << 16);
        }
    }

    /** Width and height of a picture as shown; empty where it cannot be told. */
    public Optional<int[]> size(String picture) throws IOException {
        int[] known = knownSizes.get(picture);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = open(picture)) {
            return ImageHeader.read(in).map(header -> new int[] {header.shownWidth(), header.shownHeight()});
        }
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
