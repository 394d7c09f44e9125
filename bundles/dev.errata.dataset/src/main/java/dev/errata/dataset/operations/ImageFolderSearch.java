package dev.errata.dataset.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.errata.dataset.files.PictureFolders;
import dev.errata.formats.GroundTruth;

/** Finds the pictures of a label file where people usually keep them. */
public final class ImageFolderSearch {

    private static final List<String> USUAL = List.of("", "images", "JPEGImages", "data", "img");
    private static final int SAMPLE = 20;

    private ImageFolderSearch() {
    }

    /** The folder beside or around the label file in which the first pictures are; none if there is no such folder. */
    public static List<Path> around(Path labels, GroundTruth truth) {
        List<String> names = truth.images().stream().limit(SAMPLE).map(GroundTruth.ImageEntry::fileName).toList();
        Path parent = labels.getParent();
        return Stream.of(Files.isDirectory(labels) ? labels : null, parent, parent == null ? null : parent.getParent())
            .filter(Objects::nonNull)
            .flatMap(folder -> USUAL.stream().map(folder::resolve))
            .filter(Files::isDirectory)
            .filter(folder -> holdsSome(folder, names))
            .findFirst()
            .stream()
            .toList();
    }

    private static boolean holdsSome(Path folder, List<String> names) {
        PictureFolders pictures = new PictureFolders(List.of(folder));
        return names.stream().anyMatch(name -> pictures.find(name).isPresent());
    }
}
