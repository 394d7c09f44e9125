package dev.errata.dataset.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.errata.dataset.files.PictureFolders;
import dev.errata.formats.io.PathNames;

/**
 * Finds the folders below one to which the names of pictures are relative: labels of two splits say 1.jpg where the pictures are
 * in train2017 and val2017.
 */
final class PictureSubfolders {

    private static final int DEPTH = 6;
    private static final int LOOKED_AT = 500_000;

    private final Map<String, List<String>> namesByBase = new HashMap<>();
    /** What is found in each folder, those nearest to the top first. */
    private final Map<Path, Set<String>> found = new TreeMap<>(Comparator.comparing(Path::getNameCount)
        .thenComparing(Comparator.naturalOrder()));

    private PictureSubfolders(List<String> names) {
        for (String name : names) {
            String plain = name.replace('\\', '/');
            namesByBase.computeIfAbsent(PathNames.base(plain), base -> new ArrayList<>(1)).add(plain);
        }
    }

    /** The folders that hold pictures which no folder before them holds: the folder itself first, then those below it. */
    static List<Path> holding(Path folder, List<String> names) {
        PictureFolders top = new PictureFolders(List.of(folder));
        List<String> missing = names.stream().filter(name -> top.find(name).isEmpty()).toList();
        if (missing.isEmpty()) {
            return names.isEmpty() ? List.of() : List.of(folder);
        }
        PictureSubfolders search = new PictureSubfolders(missing);
        search.walk(folder);
        List<Path> folders = new ArrayList<>(missing.size() < names.size() ? List.of(folder) : List.of());
        search.addTo(folders);
        return List.copyOf(folders);
    }

    private void walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            files.limit(LOOKED_AT).filter(file -> PathNames.isPicture(file.toString())).forEach(file -> look(folder, file));
        } catch (IOException | UncheckedIOException unreadable) {
            // pictures in folders that cannot be read could not be shown either
            return;
        }
    }

    private void look(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        for (String name : namesByBase.getOrDefault(PathNames.base(path), List.of())) {
            if (path.endsWith("/" + name)) {
                Path root = folder.resolve(path.substring(0, path.length() - name.length() - 1));
                found.computeIfAbsent(root, first -> new HashSet<>()).add(name);
            }
        }
    }

    /** Those with most pictures are taken first: a folder of thumbnails adds nothing to one of pictures. */
    private void addTo(List<Path> folders) {
        Set<String> held = new HashSet<>();
        found.entrySet().stream().sorted(Comparator.comparingInt(entry -> -entry.getValue().size())).forEach(entry -> {
            if (held.addAll(entry.getValue())) {
                folders.add(entry.getKey());
            }
        });
    }
}
