package dev.errata.dataset.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.files.DurableFiles;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Dataset;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;

/** Labels in fractions of pictures mean the same pixels for ever, wherever the pictures are when the dataset is opened. */
class PictureSizesTest {

    private static final String CSV = "ImageID,LabelName,XMin,XMax,YMin,YMax\na,car,0.1,0.5,0.2,0.4\n";

    @TempDir
    Path temporary;

    private Path put(String name, String text) throws Exception {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void picture(String name, int width, int height) throws Exception {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    }

    private static double[] box(Path folder) throws Exception {
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            Annotation first = dataset.image(0).getAnnotations().getFirst();
            return new double[] {first.getX(), first.getY(), first.getWidth(), first.getHeight()};
        }
    }

    private static List<String> codes(ImportDataset.Result result) {
        return result.issues().stream().map(Issue::code).toList();
    }

    @Test
    void aFileKeepsItsPixelsWithoutThePictures() throws Exception {
        Path labels = put("in/labels.csv", CSV);
        picture("in/images/a.png", 200, 100);
        Path folder = temporary.resolve("set");
        assertEquals(List.of(), codes(new ImportDataset(folder, labels).run(Progress.NONE)));
        DurableFiles.deleteTree(temporary.resolve("in"));
        assertArrayEquals(new double[] {20, 20, 80, 20}, box(folder), 1e-9);
    }

    @Test
    void aFolderOfLabelsFindsThePicturesBesideIt() throws Exception {
        put("in/labels/train/a.txt", "0 0.5 0.5 0.2 0.4\n");
        picture("in/images/train/a.png", 100, 50);
        Path folder = temporary.resolve("set");
        assertEquals(List.of(), codes(new ImportDataset(folder, temporary.resolve("in/labels")).run(Progress.NONE)));
        DurableFiles.deleteTree(temporary.resolve("in"));
        assertArrayEquals(new double[] {40, 15, 20, 20}, box(folder), 1e-9);
    }

    @Test
    void aFileThatDescribesOthersStandsForItsFolder() throws Exception {
        Path yaml = put("in/data.yaml", "names: [car]\n");
        put("in/labels/a.txt", "0 0.5 0.5 0.2 0.4\n");
        picture("in/images/a.png", 100, 50);
        Path folder = temporary.resolve("set");
        assertEquals(1, new ImportDataset(folder, yaml).run(Progress.NONE).labels().imported());
        assertArrayEquals(new double[] {40, 15, 20, 20}, box(folder), 1e-9);
    }

    @Test
    void thousandthsStayThousandthsAndAreNotWrittenAsPixels() throws Exception {
        Path folder = temporary.resolve("set");
        assertEquals(List.of("image.size.unknown"),
            codes(new ImportDataset(folder, put("in/labels.csv", CSV)).run(Progress.NONE)));
        picture("late/a.png", 200, 100);
        Dataset document = DocumentFile.load(folder);
        document.getImageFolders().add(temporary.resolve("late").toString());
        DocumentFile.save(document, folder);
        assertArrayEquals(new double[] {100, 200, 400, 200}, box(folder), 1e-9);
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            Path coco = temporary.resolve("coco.json");
            String message = assertThrows(DatasetException.class, () -> ExportDataset.run(dataset, "coco", coco)).getMessage();
            assertTrue(message.contains("a.jpg"), message);
            assertFalse(Files.exists(coco));
            ExportDataset.run(dataset, "yolo", temporary.resolve("yolo"));
            assertEquals("0 0.3 0.3 0.4 0.2\n", Files.readString(temporary.resolve("yolo/labels/a.txt")));
        }
    }

    @Test
    void fractionsAreOnlyWrittenOfImagesOfKnownSize() throws Exception {
        Path labels = put("in/labels.json", "{\"images\": [{\"id\": 1, \"file_name\": \"a.png\"}], \"categories\": [{\"id\": 1, "
            + "\"name\": \"car\"}], \"annotations\": [{\"id\": 1, \"image_id\": 1, \"category_id\": 1, "
            + "\"bbox\": [20, 20, 80, 20]}]}");
        Path folder = temporary.resolve("set");
        new ImportDataset(folder, labels).images(temporary.resolve("in")).run(Progress.NONE);
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            String message = assertThrows(DatasetException.class,
                () -> ExportDataset.run(dataset, "yolo", temporary.resolve("wrong"))).getMessage();
            assertTrue(message.contains("a.png"), message);
            picture("in/a.png", 200, 100);
            ExportDataset.run(dataset, "yolo", temporary.resolve("yolo"));
            assertEquals("0 0.3 0.3 0.4 0.2\n", Files.readString(temporary.resolve("yolo/labels/a.txt")));
        }
    }

    @Test
    void changedSizesAreNotBelieved() throws Exception {
        picture("in/a.png", 200, 100);
        Path folder = temporary.resolve("set");
        new ImportDataset(folder, put("in/labels.csv", CSV)).run(Progress.NONE);
        Path sizes = folder.resolve("sources/labels.csv.errata-image-sizes.tsv");
        Files.writeString(sizes, Files.readString(sizes).replace("200", "300"), StandardOpenOption.TRUNCATE_EXISTING);
        String message = assertThrows(DatasetException.class, () -> OpenDataset.open(folder, Progress.NONE)).getMessage();
        assertTrue(message.contains("sizes"), message);
    }

    @Test
    void aFixMovesAPictureToTheFolderOfItsClass() throws Exception {
        picture("in/cat/1.png", 20, 10);
        picture("in/dog/2.png", 30, 30);
        Path folder = temporary.resolve("set");
        assertEquals(2, new ImportDataset(folder, temporary.resolve("in")).run(Progress.NONE).labels().imported());
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            assertArrayEquals(new double[] {0, 0, 20, 10}, dataset.labels().of(0).getFirst().box());
            Annotation cat = dataset.image(0).getAnnotations().getFirst();
            dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(cat), dataset.labelClass(1), ""));
            Path out = temporary.resolve("out");
            new ExportDataset(dataset, "classes-folder").run(out, Progress.NONE);
            assertEquals(-1, Files.mismatch(temporary.resolve("in/cat/1.png"), out.resolve("dog/1.png")));
            assertTrue(Files.exists(out.resolve("dog/2.png")) && !Files.exists(out.resolve("cat/1.png")));
            new ExportDataset(dataset, "classes-csv").run(temporary.resolve("classes.csv"), Progress.NONE);
        }
    }

    @Test
    void otherLabelsGoIntoFoldersOfClasses() throws Exception {
        picture("in/train/a.png", 20, 10);
        picture("in/val/a.png", 30, 30);
        picture("in/b.png", 40, 40);
        Path csv = put("in/classes.csv", "filename,label\ntrain/a.png,cat\nval/a.png,cat\nb.png,a/b\nb.png,cat\nb.png,cat\n");
        Path folder = temporary.resolve("set");
        new ImportDataset(folder, csv).images(temporary.resolve("in")).run(Progress.NONE);
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            ExportDataset export = new ExportDataset(dataset, "classes-folder");
            // an image with two classes is still one image, and only a class that it has twice is lost once
            assertEquals(List.of("RECORDS 1 of 5", "CLASS_NAMES 1 of 2", "IMAGE_NAMES 3 of 3", "IMAGE_SIZES 3 of 3"),
                export.losses(Progress.NONE).stream().map(loss -> loss.kind() + " " + loss.count() + " of " + loss.of())
                    .toList());
            Path out = temporary.resolve("out");
            export.run(out, Progress.NONE);
            assertEquals(-1, Files.mismatch(temporary.resolve("in/train/a.png"), out.resolve("cat/a.png")));
            assertEquals(-1, Files.mismatch(temporary.resolve("in/val/a.png"), out.resolve("cat/a_2.png")));
            assertTrue(Files.exists(out.resolve("a_b/b.png")));
            assertEquals(4, new ImportDataset(temporary.resolve("again"), out).run(Progress.NONE).labels().imported());
            Files.delete(temporary.resolve("in/b.png"));
            String message = assertThrows(DatasetException.class, () -> ExportDataset.run(dataset, "classes-folder",
                temporary.resolve("none"))).getMessage();
            assertTrue(message.contains("1 of 3 pictures") && message.contains("b.png"), message);
        }
    }
}
