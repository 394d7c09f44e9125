package dev.errata.dataset.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.AddRun;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.compare.Loss;

/** Labels that went out in a format that cannot hold them all come back whole: nothing but what was changed is different. */
class SidecarTest {

    private static final String COCO = """
        {"info": {"year": 2026}, "licenses": [ ],
         "categories": [{"id": 7, "name": "traffic light", "supercategory": "road"}, {"id": 3, "name": "Car", "keypoints": []}],
         "images": [{"id": 40, "file_name": "a.png", "width": 100, "height": 50, "flickr_url": ""},
                    {"id": 41, "file_name": "b.png", "width": 60, "height": 70},
                    {"id": 42, "file_name": "c.png", "width": 10, "height": 10}],
         "annotations": [
          {"id": 900, "image_id": 40, "category_id": 3, "bbox": [10.10, 3, 33.3, 20], "area": 500, "iscrowd": 0,
           "segmentation": [[10.1, 3, 43.4, 3, 43.4, 23]], "attributes": {"colour": "red", "seen": true}, "by": {"who": "x"}},
          {"id": 12, "image_id": 41, "category_id": 7, "bbox": [1, 2, 7, 9], "area": 63, "iscrowd": 1},
          {"id": 13, "image_id": 41, "category_id": 3, "bbox": [1, 2, -7, 9], "area": 63, "iscrowd": 0},
          {"id": 14, "image_id": 41, "category_id": 3, "bbox": [20, 30, 25, 35], "area": 875, "iscrowd": 0, "score_by": 1.50}]}
        """;

    @TempDir
    Path temporary;
    Path labels;
    Path pictures;

    @BeforeEach
    void write() throws Exception {
        labels = Files.writeString(temporary.resolve("labels.json"), COCO);
        pictures = Files.createDirectory(temporary.resolve("images"));
        picture("a", 100, 50);
        picture("b", 60, 70);
        picture("c", 10, 10);
    }

    private void picture(String name, int width, int height) throws Exception {
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png",
            pictures.resolve(name + ".png").toFile());
    }

    static List<String> formats() {
        return Formats.all().stream().filter(format -> !format.copiesPictures() && !format.name().equals("coco"))
            .map(LabelFormat::name).toList();
    }

    private OpenDataset imported(String name, Path from) throws DatasetException {
        Path folder = temporary.resolve(name);
        new ImportDataset(folder, from).images(pictures).run(Progress.NONE);
        return OpenDataset.open(folder, Progress.NONE);
    }

    /** The labels in another format, as a user gets them. */
    private Path written(String format) throws DatasetException {
        Path out = temporary.resolve("as-" + format);
        try (OpenDataset dataset = imported("first", labels)) {
            ExportDataset.Result result = ExportDataset.run(dataset, format, out);
            assertEquals(temporary.resolve("as-" + format + ".errata-rest.zip"), result.sidecar().orElseThrow());
        }
        return out;
    }

    private String backInCoco(OpenDataset dataset) throws Exception {
        Path out = temporary.resolve("back.json");
        ExportDataset.Result result = ExportDataset.run(dataset, "coco", out);
        assertEquals(List.of(), result.losses());
        assertTrue(result.sidecar().isEmpty());
        return Files.readString(out);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void untouchedLabelsComeBackByteForByte(String format) throws Exception {
        Path out = written(format);
        try (OpenDataset dataset = imported("second", out)) {
            assertEquals(format, dataset.document().getLabels().getFormat());
            assertEquals(3, dataset.annotations().size());
            assertEquals(List.of("colour", "seen"), dataset.details().read(position(dataset, 900)).attributes().keySet().stream()
                .filter(List.of("colour", "seen")::contains).sorted().toList());
            assertEquals(1, dataset.details().read(position(dataset, 900)).polygons().size());
            assertTrue(SmallDataset.annotation(dataset, 12).isCrowd());
            assertEquals(COCO, backInCoco(dataset));
        }
    }

    private static int position(OpenDataset dataset, long id) {
        int image = dataset.labels().imageOf(id);
        return dataset.labels().of(image).stream().filter(state -> state.id() == id).findFirst().orElseThrow()
            .position();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void oneFixChangesOneRecord(String format) throws Exception {
        Path out = written(format);
        try (OpenDataset dataset = imported("second", out)) {
            dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(SmallDataset.annotation(dataset, 14)),
                SmallDataset.annotation(dataset, 12).getLabel(), ""));
            assertEquals(COCO.replace("\"category_id\": 3, \"bbox\": [20", "\"category_id\": 7, \"bbox\": [20"),
                backInCoco(dataset));
        }
    }

    @Test
    void theSidecarTellsTheSizesOfPicturesThatAreNotThere() throws Exception {
        Path out = written("yolo");
        for (String name : List.of("a", "b", "c")) {
            Files.delete(pictures.resolve(name + ".png"));
        }
        Path folder = temporary.resolve("second");
        new ImportDataset(folder, out).run(Progress.NONE);
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            assertEquals(33.3, SmallDataset.annotation(dataset, 900).getWidth(), 1e-6);
            assertEquals(COCO, backInCoco(dataset));
        }
    }

    @Test
    void whatAnotherProgramDidIsCarriedBack() throws Exception {
        Path out = written("yolo");
        Path first = out.resolve("labels/a.txt");
        Path second = out.resolve("labels/b.txt");
        // another class for the first, the crowd deleted, one more box
        Files.writeString(first, Files.readString(first).replaceFirst("^1 ", "0 "));
        Files.writeString(second, Files.readString(second).lines().filter(line -> !line.startsWith("0 "))
            .reduce("", (all, line) -> all + line + "\n") + "1 0.5 0.5 0.5 0.5\n");
        try (OpenDataset dataset = imported("second", out)) {
            assertTrue(dataset.issues().getFirst().issueCounts().toString().contains("sidecar.unpaired=1"));
            String back = backInCoco(dataset);
            String expected = COCO.replace("\"image_id\": 40, \"category_id\": 3", "\"image_id\": 40, \"category_id\": 7");
            int crowd = expected.indexOf("  {\"id\": 12");
            expected = expected.substring(0, crowd) + expected.substring(expected.indexOf("  {\"id\": 13"));
            assertTrue(back.startsWith(expected.substring(0, expected.indexOf("]}\n") - 1)), back);
            assertTrue(back.contains("[15, 17.5, 30, 35]") || back.contains("[15.0, 17.5, 30.0, 35.0]"), back);
        }
    }

    @Tag("case-77")
    @Test
    void theListOfLossesIsExact() throws Exception {
        try (OpenDataset dataset = imported("first", labels)) {
            Map<Loss.Kind, String> yolo = losses(dataset, "yolo");
            assertEquals(Map.of(Loss.Kind.CLASS_IDS, "2 of 2", Loss.Kind.CLASS_GROUPS, "1 of 1", Loss.Kind.ANNOTATION_IDS,
                "3 of 3", Loss.Kind.AREAS, "1 of 1", Loss.Kind.POLYGONS, "1 of 1", Loss.Kind.CROWD_FLAGS, "1 of 1",
                Loss.Kind.ATTRIBUTES, "1 of 1", Loss.Kind.UNKNOWN_FIELDS, "2 of 2", Loss.Kind.IMAGE_SIZES, "3 of 3",
                Loss.Kind.SET_ASIDE, "1 of 1"), yolo);
            Map<Loss.Kind, String> kitti = losses(dataset, "kitti");
            assertEquals("1 of 2", kitti.get(Loss.Kind.CLASS_NAMES));
            Map<Loss.Kind, String> bdd = losses(dataset, "bdd100k");
            assertFalse(bdd.containsKey(Loss.Kind.POLYGONS), bdd.toString());
            assertFalse(bdd.containsKey(Loss.Kind.ANNOTATION_IDS), bdd.toString());
            assertFalse(bdd.containsKey(Loss.Kind.CROWD_FLAGS), bdd.toString());
            assertEquals("1 of 1", bdd.get(Loss.Kind.SET_ASIDE));
            assertEquals(Map.of(), losses(dataset, "coco"));
        }
    }

    private static Map<Loss.Kind, String> losses(OpenDataset dataset, String format) throws DatasetException {
        Map<Loss.Kind, String> losses = new TreeMap<>();
        new ExportDataset(dataset, format).losses(Progress.NONE)
            .forEach(loss -> losses.put(loss.kind(), loss.count() + " of " + loss.of()));
        return losses;
    }

    @Tag("case-76")
    @Test
    void aFolderIsPutAsideOnlyWhenForced() throws Exception {
        Path out = Files.createDirectory(temporary.resolve("mine"));
        Files.writeString(out.resolve("picture.jpg"), "precious");
        try (OpenDataset dataset = imported("first", labels)) {
            ExportDataset export = new ExportDataset(dataset, "yolo");
            assertThrows(DatasetException.class, () -> export.run(out, Progress.NONE));
            assertFalse(Files.exists(temporary.resolve("mine.errata-rest.zip")));
            new ExportDataset(dataset, "yolo").force(true).run(out, Progress.NONE);
            assertTrue(Files.exists(out.resolve("labels/a.txt")));
            assertEquals("precious", Files.readString(temporary.resolve("mine.before-1/picture.jpg")));
        }
    }

    @Test
    void aSidecarCanBeLeftOut() throws Exception {
        Path out = written("yolo");
        Path folder = temporary.resolve("second");
        new ImportDataset(folder, out).images(pictures).sidecar(false).run(Progress.NONE);
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            assertTrue(dataset.original().isEmpty());
        }
        try (OpenDataset dataset = OpenDataset.open(temporary.resolve("first"), Progress.NONE)) {
            Path bare = temporary.resolve("bare.zip");
            assertTrue(new ExportDataset(dataset, "yolo").sidecar(false).run(bare, Progress.NONE).sidecar().isEmpty());
            assertFalse(Files.exists(temporary.resolve("bare.zip.errata-rest.zip")));
        }
    }

    @Test
    void aDamagedSidecarRefusesTheImport() throws Exception {
        Path out = written("yolo");
        Path sidecar = temporary.resolve("as-yolo.errata-rest.zip");
        Files.copy(temporary.resolve("images/a.png"), sidecar, StandardCopyOption.REPLACE_EXISTING);
        DatasetException refused = assertThrows(DatasetException.class, () -> imported("second", out));
        assertTrue(refused.getMessage().contains("errata-rest"), refused.getMessage());
        assertFalse(Files.exists(temporary.resolve("second")));
    }

    @Test
    void predictionsGoOutAsTheyCameOrAnew() throws Exception {
        SmallDataset small = new SmallDataset(temporary);
        try (OpenDataset dataset = small.open()) {
            Path same = temporary.resolve("run.json");
            new ExportRun(dataset, dataset.run("a"), null).run(same, Progress.NONE);
            assertEquals(SmallDataset.RUN_A, Files.readString(same));
            Path yolo = temporary.resolve("run-yolo");
            ExportRun export = new ExportRun(dataset, dataset.run("a"), "yolo");
            assertEquals(List.of(), export.losses(Progress.NONE));
            export.run(yolo, Progress.NONE);
            try (OpenDataset again = small.open()) {
                AddRun.run(again, "yolo", yolo, ImportDataset.LINK_ABOVE, Progress.NONE);
                assertEquals(again.predictions(again.run("a")).size(), again.predictions(again.run("yolo")).size());
            }
            assertThrows(DatasetException.class, () -> new ExportRun(dataset, dataset.run("a"), "voc"));
            List<Loss> lost = new ExportRun(dataset, dataset.run("a"), "classes-csv").losses(Progress.NONE);
            assertEquals(List.of(Loss.Kind.BOXES), lost.stream().map(Loss::kind).toList());
        }
    }

    @Test
    void resultsNameImagesAsTheLabelsOfTheirFormat() throws Exception {
        Path out = written("yolo");
        Path folder = temporary.resolve("second");
        Path run = Files.createDirectory(temporary.resolve("run"));
        Files.writeString(Files.createDirectory(run.resolve("labels")).resolve("b.txt"), "1 0.5 0.5 0.25 0.5 0.75\n");
        new ImportDataset(folder, out).images(pictures).sidecar(false).run("r", run).run(Progress.NONE);
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            ExportRun export = new ExportRun(dataset, dataset.run("r"), "coco");
            assertEquals(List.of(), export.losses(Progress.NONE));
            Path results = temporary.resolve("results.json");
            export.run(results, Progress.NONE);
            Path coco = temporary.resolve("coco.json");
            new ExportDataset(dataset, "coco").run(coco, Progress.NONE);
            new ImportDataset(temporary.resolve("third"), coco).images(pictures).run("r", results).run(Progress.NONE);
        }
        try (OpenDataset dataset = OpenDataset.open(temporary.resolve("third"), Progress.NONE)) {
            PredictionColumns predictions = dataset.predictions(dataset.run("r"));
            assertEquals(1, predictions.size());
            int image = dataset.fileName(0).endsWith("b.png") ? 0 : dataset.fileName(1).endsWith("b.png") ? 1 : 2;
            assertEquals(15, predictions.width(predictions.begin(image)), 1e-6);
            assertEquals("Car", dataset.className(predictions.label(predictions.begin(image))));
        }
    }
}
