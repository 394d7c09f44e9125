package dev.errata.dataset.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.errata.engine.Progress;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.ImageSizes;

/** Writes labels of which pictures are a part, for a trial: empty files in their places, and their sizes beside. */
final class CopiedPictures {

    private CopiedPictures() {
    }

    /**
     * @param file what is written, beside which the sizes are put
     * @return the name of the picture by that of each copy
     */
    static Map<String, String> write(GroundTruth labels, LabelFormat format, LabelSink sink, Path file, Progress progress)
        throws IOException {
        Map<String, ImageEntry> images = new HashMap<>();
        labels.images().forEach(image -> images.putIfAbsent(image.fileName(), image));
        Path nothing = Files.createFile(file.resolveSibling("picture"));
        StringBuilder sizes = new StringBuilder();
        Map<String, String> copies = new HashMap<>();
        // a format asks for a picture, then for the file that it copies it to
        String[] asked = {""};
        format.write(labels, name -> {
            asked[0] = name;
            return Optional.of(nothing);
        }, name -> {
            copies.put(name, asked[0]);
            ImageEntry image = images.get(asked[0]);
            sizes.append(name).append('\t').append(image.width()).append('\t').append(image.height()).append('\n');
            return sink.file(name);
        }, progress);
        Files.write(ImageSizes.beside(file), ImageSizes.file(sizes.toString()));
        return copies;
    }
}
