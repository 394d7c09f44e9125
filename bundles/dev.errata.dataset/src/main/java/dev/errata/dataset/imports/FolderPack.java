package dev.errata.dataset.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import dev.errata.engine.Progress;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.ImageSizes;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.files.Pictures;
import dev.errata.formats.io.PathNames;

/**
 * Labels of many files as one: an archive of all files but the pictures, with the pictures' sizes, which some formats need to
 * know pixels. So labels keep their meaning where the pictures are not at hand.
 */
final class FolderPack {

    private FolderPack() {
    }

    /**
     * @param labels a folder or an archive
     * @param images where the pictures are, or null where they are among the labels
     */
    static void write(Path labels, Path images, OutputStream to, Progress progress) throws IOException {
        try (LabelTree tree = LabelTree.of(labels); LabelSink archive = LabelSink.archive(to)) {
            for (String name : tree.names()) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                if (!PathNames.isPicture(name) && !name.equals(LabelTree.SIZES)) {
                    try (InputStream in = tree.open(name); OutputStream out = archive.file(name)) {
                        progress.advance(in.transferTo(out));
                    }
                }
            }
            try (OutputStream out = archive.file(LabelTree.SIZES)) {
                out.write(ImageSizes.lines(Pictures.of(tree, images), progress).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
