package dev.errata.formats.files;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The sizes of pictures that an import remembered: within an archive of labels, or in a file beside any. */
final class KnownSizes {

    private final Map<String, int[]> sizes = new HashMap<>();
    private boolean any;

    /** The file beside labels in which an import keeps the sizes of their pictures. */
    static Path beside(Path labels) {
        return labels.resolveSibling(labels.getFileName() + LabelTree.SIZES);
    }

    /** Whether any were remembered, so that pictures need not be looked for. */
    boolean any() {
        return any;
    }

    /** Adds sizes, a line a picture: its name, width and height, with tabs between. */
    void add(String lines) {
        any = true;
        for (String line : lines.split("\n")) {
            String[] cells = line.split("\t");
            if (cells.length == 3 && cells[1].matches("[0-9]{1,9}") && cells[2].matches("[0-9]{1,9}")) {
                sizes.put(cells[0], new int[] {Integer.parseInt(cells[1]), Integer.parseInt(cells[2])});
            }
        }
    }

    /** Width and height of a picture; null where they were not remembered. */
    int[] of(String picture) {
        return sizes.get(picture);
    }

    Set<String> pictures() {
        return sizes.keySet();
    }
}
