package dev.errata.formats.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.PathNames;
import dev.errata.formats.text.Splices;

/** The files of a tree as they are to be written: most as they are, some with parts replaced, some new. */
final class EditedFiles {

    private final LabelTree tree;
    private final Map<String, Splices> changed = new HashMap<>();
    private final Map<String, byte[]> added = new TreeMap<>();

    EditedFiles(LabelTree tree) {
        this.tree = tree;
    }

    LabelTree tree() {
        return tree;
    }

    void change(String file, Splices splices) {
        changed.put(file, splices);
    }

    void add(String file, byte[] text) {
        added.put(file, text);
    }

    private boolean isWritten(String file, boolean pictures) {
        return pictures || !PathNames.isPicture(file) && !file.equals(LabelTree.SIZES);
    }

    /** About how many bytes are written, pictures aside. */
    long length() throws IOException {
        long length = 0;
        for (String file : tree.names()) {
            length += isWritten(file, false) ? tree.length(file) : 0;
        }
        return length;
    }

    /** Writes the one file that there is, packed as it was. */
    void writeSingle(OutputStream to) throws IOException {
        String file = tree.names().getFirst();
        if (!changed.containsKey(file)) {
            Files.copy(tree.path(), to);
        } else if (tree.isCompressed()) {
            GZIPOutputStream packed = new GZIPOutputStream(to, 1 << 16);
            splice(file, packed);
            packed.finish();
        } else {
            splice(file, to);
        }
    }

    /** Writes all files. */
    void write(LabelSink to, boolean pictures) throws IOException {
        TreeMap<String, byte[]> left = new TreeMap<>(added);
        for (String file : tree.names()) {
            if (isWritten(file, pictures)) {
                byte[] instead = left.remove(file);
                try (OutputStream out = to.file(file)) {
                    if (instead != null) {
                        out.write(instead);
                    } else if (changed.containsKey(file)) {
                        splice(file, out);
                    } else {
                        try (InputStream in = tree.open(file)) {
                            in.transferTo(out);
                        }
                    }
                }
            }
        }
        for (Map.Entry<String, byte[]> file : left.entrySet()) {
            try (OutputStream out = to.file(file.getKey())) {
                out.write(file.getValue());
            }
        }
    }

    private void splice(String file, OutputStream to) throws IOException {
        try (InputStream in = tree.openText(file)) {
            changed.get(file).copy(in, tree.encoding(file, to));
        }
    }
}
