package dev.errata.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.engine.Progress;

/** Three images, three classes, seven labels and two runs, as COCO files; and a dataset made of them. */
public final class SmallDataset {

    public static final String LABELS = """
        {"info": {"note": "made for tests"},
         "images": [
          {"id": 11, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 12, "file_name": "b.jpg", "width": 100, "height": 80, "weather": "rain"},
          {"id": 13, "file_name": "sub/c.jpg", "width": 100, "height": 80}],
         "categories": [{"id": 1, "name": "car"}, {"id": 5, "name": "person"}, {"id": 9, "name": "dog"}],
         "annotations": [
          {"id": 101, "image_id": 11, "category_id": 1, "bbox": [10.0, 10, 20, 20], "area": 400, "iscrowd": 0},
          {"id": 102, "image_id": 11, "category_id": 5, "bbox": [50, 10, 20, 20], "area": 399.5, "iscrowd": 0, "seen": "yes"},
          {"id": 103, "image_id": 12, "category_id": 5, "bbox": [5, 5, 30, 40], "area": 1200, "iscrowd": 0,
           "segmentation": [[5, 5, 35, 5, 35, 45, 5, 45]]},
          {"id": 104, "image_id": 12, "category_id": 9, "bbox": [60, 5, 30.25, 40], "area": 1200, "iscrowd": 0},
          {"id": 105, "image_id": 12, "category_id": 1, "bbox": [0, 60, 99, 20], "area": 1980, "iscrowd": 1},
          {"id": 106, "image_id": 13, "category_id": 1, "bbox": [1, 2, 3, 4], "area": 12, "iscrowd": 0},
          {"id": 107, "image_id": 13, "category_id": 1, "bbox": [40, 40, 30, 30], "area": 900, "iscrowd": 0}]
        }
        """;

    public static final String RUN_A = """
        [{"image_id": 11, "category_id": 5, "bbox": [10, 10, 20, 21], "score": 0.9},
         {"image_id": 11, "category_id": 5, "bbox": [50, 10, 20, 20], "score": 0.8},
         {"image_id": 12, "category_id": 5, "bbox": [5, 5, 30, 40], "score": 0.7},
         {"image_id": 13, "category_id": 9, "bbox": [40, 40, 30, 30], "score": 0.6},
         {"image_id": 13, "category_id": 9, "bbox": [70, 70, 10, 10], "score": 0.5}]
        """;

    public static final String RUN_B = """
        [{"image_id": 11, "category_id": 1, "bbox": [10, 10, 20, 20], "score": 0.95}]
        """;

    public final Path labels;
    public final Path runA;
    public final Path runB;
    public final Path images;
    public final Path folder;

    /** Writes the source files into a folder. */
    public SmallDataset(Path temporary) throws IOException {
        labels = Files.writeString(temporary.resolve("labels.json"), LABELS);
        runA = Files.writeString(temporary.resolve("a.json"), RUN_A);
        runB = Files.writeString(temporary.resolve("b.json"), RUN_B);
        images = Files.createDirectories(temporary.resolve("pictures"));
        Files.write(images.resolve("a.jpg"), pictureHeader(100, 80, 1));
        Files.createDirectories(images.resolve("sub"));
        Files.write(images.resolve("sub/c.jpg"), pictureHeader(100, 80, 1));
        folder = temporary.resolve("small");
    }

    /** The beginning and the end of a JPEG picture: size and EXIF orientation, 1 to 8. */
    public static byte[] pictureHeader(int width, int height, int orientation) {
        ByteBuffer jpeg = ByteBuffer.allocate(57);
        jpeg.putShort((short) 0xFFD8).putShort((short) 0xFFE1).putShort((short) 34);
        jpeg.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M'}).putShort((short) 42).putInt(8).putShort((short) 1);
        jpeg.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        jpeg.putShort((short) 0xFFC0).putShort((short) 17).put((byte) 8).putShort((short) height).putShort((short) width);
        return jpeg.putShort(jpeg.limit() - 2, (short) 0xFFD9).array();
    }

    public ImportDataset importing() {
        return new ImportDataset(folder, labels).images(images).run("a", runA).run("b", runB);
    }

    /** Imports and opens. */
    public OpenDataset open() throws DatasetException {
        if (!Files.exists(folder)) {
            importing().run(Progress.NONE);
        }
        return OpenDataset.open(folder, Progress.NONE);
    }

    /** Opens as somebody else, as if in another program. */
    public OpenDataset openAs(String author) throws DatasetException {
        String before = System.getProperty("errata.author");
        System.setProperty("errata.author", author);
        try {
            return open();
        } finally {
            if (before == null) {
                System.clearProperty("errata.author");
            } else {
                System.setProperty("errata.author", before);
            }
        }
    }

    /** How many commands are on record, those that took others back among them. */
    public static int entries(OpenDataset dataset) {
        return dataset.changes().read(journal -> journal.entries().size());
    }

    public static Annotation annotation(LabelTarget target, long id) {
        int image = target.dataset().labels().imageOf(id);
        return target.image(image).getAnnotations().stream().filter(annotation -> annotation.getId() == id).findFirst()
            .orElseThrow();
    }
}
