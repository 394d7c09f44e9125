package dev.errata.dataset.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;

/** Pictures are found where people keep them, each its own and no other. */
class ImageFolderSearchTest {

    @TempDir
    Path temporary;

    private void picture(String path) throws Exception {
        Path file = temporary.resolve("data").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    /** Imports labels of pictures; gives which picture each name leads to, relative to the data; "-" for none. */
    private List<String> found(String labels, String images, String... names) throws Exception {
        Path data = temporary.resolve("data");
        String entries = IntStream.range(0, names.length)
            .mapToObj(i -> "{\"id\": " + i + ", \"file_name\": \"" + names[i] + "\", \"width\": 10, \"height\": 10}")
            .collect(Collectors.joining(", "));
        Path file = data.resolve(labels);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"images\": [" + entries + "], \"categories\": [{\"id\": 1, \"name\": \"car\"}], "
            + "\"annotations\": []}");
        Path folder = temporary.resolve("set");
        new ImportDataset(folder, file).images(images == null ? null : data.resolve(images)).run(Progress.NONE);
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            return IntStream.range(0, names.length).mapToObj(image -> dataset.picture(image)
                .map(picture -> data.relativize(picture).toString().replace('\\', '/')).orElse("-")).toList();
        }
    }

    @Test
    void splitsInTheFolderOfThePictures() throws Exception {
        picture("images/train2017/1.jpg");
        picture("images/val2017/2.jpg");
        assertEquals(List.of("images/train2017/1.jpg", "images/val2017/2.jpg", "-"),
            found("gt.json", null, "1.jpg", "2.jpg", "3.jpg"));
    }

    @Test
    void splitsInTheFolderThatWasNamed() throws Exception {
        picture("elsewhere/a/b/1.jpg");
        assertEquals(List.of("elsewhere/a/b/1.jpg"), found("gt.json", "elsewhere", "1.jpg"));
    }

    @Test
    void foldersOfSplitsBesideTheLabels() throws Exception {
        picture("train2017/1.jpg");
        picture("val2017/2.jpg");
        picture("other/9.jpg");
        assertEquals(List.of("train2017/1.jpg", "val2017/2.jpg"), found("annotations/instances.json", null, "1.jpg", "2.jpg"));
    }

    @Test
    void thumbnailsAreNoPictures() throws Exception {
        for (String name : List.of("1", "2")) {
            picture("images/full/" + name + ".jpg");
        }
        picture("images/a-thumbs/1.jpg");
        assertEquals(List.of("images/full/1.jpg", "images/full/2.jpg"), found("gt.json", null, "1.jpg", "2.jpg"));
    }

    @Test
    void namesWithFoldersKeepThem() throws Exception {
        picture("images/day/a/1.jpg");
        picture("images/night/a/1.jpg");
        picture("images/more/x/day/a/2.jpg");
        assertEquals(List.of("images/night/a/1.jpg", "images/day/a/1.jpg", "images/more/x/day/a/2.jpg"),
            found("gt.json", null, "night/a/1.jpg", "day/a/1.jpg", "day/a/2.jpg"));
    }
}
