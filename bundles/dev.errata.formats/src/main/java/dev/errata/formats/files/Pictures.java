package dev.errata.formats.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.errata.formats.io.PathNames;

/**
 * Finds the picture that labels belong to, and its size, among those of the label tree and of a folder of images; by name, by
 * the end of the path, or by the name without its ending.
 */
public final class Pictures {

    /**
     * A picture.
     *
     * @param name relative to the folder of images, or to the labels
     * @param width pixels as shown; 0 where it could not be told
     * @param height pixels as shown; 0 where it could not be told
     */
    public record Picture(String name, int width, int height) {
    }

    @FunctionalInterface
    private interface Sizing {
        Optional<int[]> size() throws IOException;
    }

    private final Map<String, Sizing> byName = new TreeMap<>();
    private final Map<String, List<String>> byStem = new HashMap<>();

    /**
     * @param tree the labels
     * @param folder the images, or null where only the tree has any
     */
    public static Pictures of(LabelTree tree, Path folder) throws IOException {
        Pictures pictures = new Pictures();
        for (String name : tree.pictures()) {
            pictures.put(name, () -> tree.size(name));
        }
        if (folder != null && Files.isDirectory(folder)) {
            try (LabelTree images = LabelTree.of(folder)) {
                for (String name : images.pictures()) {
                    pictures.put(name, () -> header(folder.resolve(name)));
                }
            }
        }
        return pictures;
    }

    private static Optional<int[]> header(Path file) throws IOException {
        return ImageHeader.read(file).map(header -> new int[] {header.shownWidth(), header.shownHeight()});
    }

    /** Adds a picture whose size is known. */
    public void add(String name, int width, int height) {
        put(name, () -> Optional.of(new int[] {width, height}));
    }

    private void put(String name, Sizing size) {
        if (byName.putIfAbsent(name, size) == null) {
            byStem.computeIfAbsent(PathNames.stem(PathNames.base(name)), key -> new ArrayList<>()).add(name);
        }
    }

    /** The names of all pictures. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** The picture that a label file gives by its name, with or without folders. */
    public Optional<Picture> named(String name) throws IOException {
        String exact = name.replace('\\', '/');
        if (byName.containsKey(exact)) {
            return Optional.of(picture(exact));
        }
        List<String> same = byStem.getOrDefault(PathNames.stem(PathNames.base(exact)), List.of()).stream()
            .filter(other -> PathNames.base(other).equals(PathNames.base(exact))).toList();
        return best(same, exact);
    }

    /** All pictures whose path without its ending ends so, the best fit first. */
    public List<String> like(String pathWithoutEnding) {
        List<String> same = byStem.getOrDefault(PathNames.base(pathWithoutEnding), List.of());
        return same.stream().sorted((a, b) -> common(PathNames.stem(b), pathWithoutEnding)
            - common(PathNames.stem(a), pathWithoutEnding)).toList();
    }

    private Optional<Picture> best(List<String> names, String path) throws IOException {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        String best = names.stream().max((a, b) -> common(a, path) - common(b, path)).orElseThrow();
        return Optional.of(picture(best));
    }

    /** The picture of a name that {@link #names} gives. */
    public Picture picture(String name) throws IOException {
        int[] size = byName.get(name).size().orElse(new int[2]);
        return new Picture(name, size[0], size[1]);
    }

    /** How many characters two paths have in common at their ends. */
    static int common(String a, String b) {
        int count = 0;
        while (count < Math.min(a.length(), b.length())
            && a.charAt(a.length() - 1 - count) == b.charAt(b.length() - 1 - count)) {
            count++;
        }
        return count;
    }
}
