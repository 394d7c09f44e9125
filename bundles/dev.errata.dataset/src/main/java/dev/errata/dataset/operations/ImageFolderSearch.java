package dev.errata.dataset.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.errata.dataset.files.PictureFolders;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.io.LabelTree;
import dev.errata.formats.io.Pictures;

/** Finds the pictures of a label file where people usually keep them. */
public final class ImageFolderSearch {

    private static final List<String> USUAL = List.of("", "images", "JPEGImages", "data", "img");
    private static final int SAMPLE = 20;
    private static final int DEPTH = 3;
    private static final int LOOKED_AT = 200_000;

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
        return names.stream().anyMatch(name -> pictures.find(name).isPresent()) || holdsStems(folder, names);
    }

    /** Labels of one file a picture may not tell the ending of its name, nor the folder that it is in. */
    private static boolean holdsStems(Path folder, List<String> names) {
        Set<String> stems = new HashSet<>();
        names.forEach(name -> stems.add(Pictures.stem(Pictures.base(name))));
        boolean usual = folder.getFileName() != null && USUAL.contains(folder.getFileName().toString());
        try (Stream<Path> files = Files.walk(folder, usual ? DEPTH : 1)) {
            return files.limit(LOOKED_AT).map(file -> file.getFileName() == null ? "" : file.getFileName().toString())
                .anyMatch(name -> LabelTree.isPicture(name) && stems.contains(Pictures.stem(name)));
        } catch (IOException | UncheckedIOException e) {
            // a folder that cannot be read holds nothing that could be shown
            return false;
        }
    }
}
