package dev.errata.dataset.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.errata.dataset.files.PictureFolders;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ImageEntry;
import dev.errata.formats.io.PathNames;

/** Finds the pictures of a label file where people usually keep them. */
public final class ImageFolderSearch {

    private static final List<String> USUAL = List.of("", "images", "JPEGImages", "data", "img");
    private static final int SAMPLE = 20;
    private static final int DEPTH = 3;
    private static final int LOOKED_AT = 200_000;
    /** Folders beside the labels that are tried, however they are called. */
    private static final int NEIGHBOURS = 200;

    private ImageFolderSearch() {
    }

    /**
     * The folder beside or around the label file in which pictures are, and those below it to which their names are relative;
     * none if there is no such folder.
     */
    public static List<Path> around(Path labels, GroundTruth truth) {
        List<String> sample = sample(truth);
        Path parent = labels.getParent();
        Path above = parent == null ? null : parent.getParent();
        List<Path> bases = Stream.of(Files.isDirectory(labels) ? labels : null, parent, above).filter(Objects::nonNull).toList();
        return bases.stream()
            .flatMap(folder -> USUAL.stream().map(folder::resolve))
            .filter(Files::isDirectory)
            .filter(folder -> holdsSome(folder, sample))
            .findFirst()
            .map(folder -> within(folder, truth))
            .orElseGet(() -> neighbours(bases, truth, sample));
    }

    /** Where the sizes are that labels leave open; empty where they leave none open, or there are no pictures around them. */
    public static Optional<Path> forSizes(Path labels, GroundTruth truth) {
        boolean unsized = truth.images().stream().anyMatch(image -> image.width() == 0);
        return unsized ? around(labels, truth).stream().findFirst() : Optional.empty();
    }

    /** A folder of pictures, and behind it those below it to which the names of the labels are relative. */
    public static List<Path> within(Path images, GroundTruth truth) {
        return Stream.concat(Stream.of(images), holding(images, truth).stream()).distinct().toList();
    }

    /** Those of {@link #within} that hold pictures of the labels; none if none does. */
    static List<Path> holding(Path images, GroundTruth truth) {
        return PictureSubfolders.holding(images, truth.images().stream().map(ImageEntry::fileName).toList());
    }

    /** Some images from the whole dataset: the first may be all of one split. */
    private static List<String> sample(GroundTruth truth) {
        List<ImageEntry> images = truth.images();
        int size = Math.min(SAMPLE, images.size());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            names.add(images.get((int) ((long) i * images.size() / size)).fileName());
        }
        return names;
    }

    /** COCO's pictures are in train2017 and val2017, beside the folder of the labels. */
    private static List<Path> neighbours(List<Path> bases, GroundTruth truth, List<String> sample) {
        for (Path base : bases) {
            try (Stream<Path> children = Files.list(base)) {
                List<Path> holding = children.filter(Files::isDirectory).limit(NEIGHBOURS)
                    .filter(folder -> findsSome(folder, sample)).sorted().toList();
                if (!holding.isEmpty()) {
                    return holding;
                }
            } catch (IOException | UncheckedIOException unreadable) {
                // a folder that cannot be listed holds nothing that could be shown: the next is tried
                continue;
            }
        }
        return List.of();
    }

    private static boolean findsSome(Path folder, List<String> names) {
        PictureFolders pictures = new PictureFolders(List.of(folder));
        return names.stream().anyMatch(name -> pictures.find(name).isPresent());
    }

    private static boolean holdsSome(Path folder, List<String> names) {
        return findsSome(folder, names) || holdsStems(folder, names);
    }

    /** Labels of one file a picture may not tell the ending of its name, nor the folder that it is in. */
    private static boolean holdsStems(Path folder, List<String> names) {
        Set<String> stems = new HashSet<>();
        names.forEach(name -> stems.add(PathNames.stem(PathNames.base(name))));
        boolean usual = folder.getFileName() != null && USUAL.contains(folder.getFileName().toString());
        try (Stream<Path> files = Files.walk(folder, usual ? DEPTH : 1)) {
            return files.limit(LOOKED_AT).map(file -> file.getFileName() == null ? "" : file.getFileName().toString())
                .anyMatch(name -> PathNames.isPicture(name) && stems.contains(PathNames.stem(name)));
        } catch (IOException | UncheckedIOException e) {
            // a folder that cannot be read holds nothing that could be shown
            return false;
        }
    }
}
