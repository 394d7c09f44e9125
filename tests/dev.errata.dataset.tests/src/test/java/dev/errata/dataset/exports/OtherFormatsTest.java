package dev.errata.dataset.exports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.dataset.CancelAfter;
import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.compare.Loss;
import dev.errata.formats.files.LabelTree;

/** Labels of many files come in as one archive and go out as a folder; labels of one format go out as another. */
class OtherFormatsTest {

    @TempDir
    Path temporary;
    Path yolo;

    @BeforeEach
    void write() throws Exception {
        yolo = temporary.resolve("yolo");
        Files.createDirectories(yolo.resolve("images"));
        Files.createDirectories(yolo.resolve("labels"));
        Files.writeString(yolo.resolve("data.yaml"), "path: .\ntrain: images\nnames:\n  0: car\n  1: person\n");
        Files.writeString(yolo.resolve("labels/a.txt"), "0 0.5 0.5 0.2 0.4\n1 0.25 0.25 0.1 0.1\n");
        Files.writeString(yolo.resolve("labels/b.txt"), "1 0.5 0.5 1 1\n");
        ImageIO.write(new BufferedImage(100, 50, BufferedImage.TYPE_INT_RGB), "png", yolo.resolve("images/a.png").toFile());
        ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", yolo.resolve("images/b.png").toFile());
    }

    private static Map<String, String> texts(Path folder) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(txt|yaml)")).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void aFolderOfLabelsComesBackWithOneFix() throws Exception {
        Path folder = temporary.resolve("set");
        ImportDataset.Result result = new ImportDataset(folder, yolo).run(Progress.NONE);
        assertEquals(3, result.labels().imported());
        Map<String, String> before = texts(yolo);
        Files.move(yolo, temporary.resolve("moved"));
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            int image = dataset.fileName(0).contains("a") ? 0 : 1;
            Annotation car = dataset.image(image).getAnnotations().get(0);
            assertEquals(40, car.getX(), 1e-9);
            assertEquals(15, car.getY(), 1e-9);
            assertEquals(20, car.getWidth(), 1e-9);
            assertEquals(20, car.getHeight(), 1e-9);

            Path untouched = temporary.resolve("untouched");
            assertEquals(0, ExportDataset.run(dataset, "yolo", untouched).edits());
            assertEquals(before, texts(untouched));
            assertThrows(DatasetException.class, () -> ExportDataset.run(dataset, "yolo", untouched));

            dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(car), dataset.labelClass(1), ""));
            Path fixed = temporary.resolve("fixed");
            assertEquals(1, ExportDataset.run(dataset, "yolo", fixed).edits());
            before.put("labels/a.txt", before.get("labels/a.txt").replace("0 0.5", "1 0.5"));
            assertEquals(before, texts(fixed));
            Path zip = temporary.resolve("fixed.zip");
            ExportDataset.run(dataset, "yolo", zip);
            assertTrue(Files.size(zip) > 0);
        }
    }

    /** A tar archive is kept as a zip archive without the pictures, but with their sizes. */
    @Test
    void aTarArchiveComesBackWithOneFix() throws Exception {
        Map<String, String> before = texts(yolo);
        Path tar = temporary.resolve("labels.tar");
        try (OutputStream out = Files.newOutputStream(tar); Stream<Path> files = Files.walk(yolo)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                out.write(tarHeader(yolo.relativize(file).toString().replace('\\', '/'), content.length));
                out.write(content);
                out.write(new byte[-content.length & 511]);
            }
            out.write(new byte[1024]);
        }
        Path folder = temporary.resolve("set");
        assertEquals(3, new ImportDataset(folder, tar).run(Progress.NONE).labels().imported());
        Files.delete(tar);
        assertTrue(Files.exists(folder.resolve("sources/labels.zip")));
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            int image = dataset.fileName(0).contains("a") ? 0 : 1;
            Annotation car = dataset.image(image).getAnnotations().get(0);
            assertEquals(40, car.getX(), 1e-9);
            dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(car), dataset.labelClass(1), ""));
            Path fixed = temporary.resolve("fixed");
            assertEquals(1, ExportDataset.run(dataset, "yolo", fixed).edits());
            before.put("labels/a.txt", before.get("labels/a.txt").replace("0 0.5", "1 0.5"));
            assertEquals(before, texts(fixed));
        }
    }

    private static byte[] tarHeader(String name, int size) {
        ByteBuffer header = ByteBuffer.allocate(512);
        header.put(name.getBytes(StandardCharsets.UTF_8)).position(124);
        header.put(String.format(Locale.ROOT, "%011o", size).getBytes(StandardCharsets.US_ASCII)).position(148);
        header.put("        0".getBytes(StandardCharsets.US_ASCII)).position(257);
        header.put("ustar\00000".getBytes(StandardCharsets.US_ASCII)).position(148);
        int sum = 0;
        for (byte b : header.array()) {
            sum += b & 0xFF;
        }
        return header.put(String.format(Locale.ROOT, "%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII)).array();
    }

    @ParameterizedTest
    @CsvSource({"coco,gz", "coco,zip", "bdd100k,gz", "bdd100k,zip", "nucleus,zip", "labelstudio,zip"})
    void oneFileGoesOutPackedByItsName(String format, String ending) throws Exception {
        SmallDataset small = new SmallDataset(temporary);
        try (OpenDataset dataset = small.open()) {
            Path plain = temporary.resolve("plain.json");
            ExportDataset.run(dataset, format, plain);
            Path packed = temporary.resolve("packed.json." + ending);
            ExportDataset.run(dataset, format, packed);
            try (LabelTree tree = LabelTree.of(packed); InputStream in = tree.open(tree.names().getFirst())) {
                assertArrayEquals(Files.readAllBytes(plain), in.readAllBytes());
                assertTrue(ending.equals("zip") || tree.isCompressed());
            }
            LabelFormat found = Formats.detect(packed);
            assertEquals(format, found.name());
            assertEquals(found.readGroundTruth(plain, Progress.NONE).counts(),
                found.readGroundTruth(packed, Progress.NONE).counts());
        }
    }

    @Tag("case-76")
    @ParameterizedTest
    @ValueSource(strings = {"coco", "bdd100k", "yolo", "voc"})
    void anExportThatIsStoppedLeavesWhatWasThere(String format) throws Exception {
        SmallDataset small = new SmallDataset(temporary);
        try (OpenDataset dataset = small.open()) {
            Path target = Files.writeString(temporary.resolve("before.zip"), "before");
            Set<Path> before = listing(temporary);
            assertThrows(CancellationException.class, () -> new ExportDataset(dataset, format).run(target, new CancelAfter(0)));
            assertEquals("before", Files.readString(target));
            assertEquals(before, listing(temporary));
        }
    }

    private static Set<Path> listing(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(Collectors.toSet());
        }
    }

    @Test
    void resultsGoOutPackedAndComeBack() throws Exception {
        SmallDataset small = new SmallDataset(temporary);
        try (OpenDataset dataset = small.open()) {
            Run run = dataset.document().getRuns().getFirst();
            for (String ending : List.of("gz", "zip")) {
                Path packed = temporary.resolve("run.json." + ending);
                new ExportRun(dataset, run, null).run(packed, Progress.NONE);
                assertEquals("coco", Formats.detectPredictions(packed).name());
                assertEquals(dataset.results(run).counts(), Formats.named("coco").orElseThrow()
                    .readPredictions(packed, dataset.source(), Progress.NONE).counts());
            }
        }
    }

    @Test
    void labelsGoOutInAnotherFormat() throws Exception {
        SmallDataset small = new SmallDataset(temporary);
        try (OpenDataset dataset = small.open()) {
            dataset.commandStack().execute(LabelCommands.relabel(dataset,
                List.of(SmallDataset.annotation(dataset, 101)), dataset.labelClass(2), ""));
            dataset.commandStack().execute(LabelCommands.add(dataset, 2, dataset.labelClass(1), new double[] {1, 2, 3, 4},
                List.of()));
            Path out = temporary.resolve("as-yolo");
            ExportDataset.Result result = ExportDataset.run(dataset, "yolo", out);
            assertTrue(result.losses().stream().anyMatch(loss -> loss.kind() == Loss.Kind.ANNOTATION_IDS), result.toString());
            Map<String, String> texts = texts(out);
            assertFalse(texts.isEmpty());
            assertEquals(2, texts.entrySet().stream().filter(file -> file.getKey().endsWith("a.txt")).findFirst().orElseThrow()
                .getValue().lines().count());
            assertTrue(texts.entrySet().stream().filter(file -> file.getKey().endsWith("a.txt")).findFirst().orElseThrow()
                .getValue().startsWith("2 "));
            assertEquals(3, texts.entrySet().stream().filter(file -> file.getKey().endsWith("c.txt")).findFirst().orElseThrow()
                .getValue().lines().count());
        }
    }

    @Test
    void labelsOfManyFilesGoOutAsOne() throws Exception {
        Path folder = temporary.resolve("set");
        new ImportDataset(folder, yolo).run(Progress.NONE);
        Path coco = temporary.resolve("coco.json");
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            ExportDataset.run(dataset, "coco", coco);
        }
        Path again = temporary.resolve("again");
        assertEquals(3, new ImportDataset(again, coco).run(Progress.NONE).labels().imported());
    }

    @Test
    void cocoSplitsComeBackFileByFile() throws Exception {
        Path splits = Files.createDirectories(temporary.resolve("splits"));
        Files.createDirectories(splits.resolve("train"));
        Files.writeString(splits.resolve("train/labels.json"), SmallDataset.LABELS);
        String other = SmallDataset.LABELS.replace("a.jpg", "d.jpg").replace("b.jpg", "e.jpg").replace("c.jpg", "f.jpg");
        Files.createDirectories(splits.resolve("valid"));
        Files.writeString(splits.resolve("valid/labels.json"), other);
        Path folder = temporary.resolve("set");
        assertEquals(14, new ImportDataset(folder, splits).run(Progress.NONE).labels().imported());
        try (OpenDataset dataset = OpenDataset.open(folder, Progress.NONE)) {
            Annotation last = dataset.image(dataset.imageCount() - 1).getAnnotations().getLast();
            dataset.commandStack().execute(LabelCommands.delete(dataset, List.of(last), ""));
            Path out = temporary.resolve("out");
            assertEquals(1, ExportDataset.run(dataset, "coco", out).edits());
            assertEquals(SmallDataset.LABELS, Files.readString(out.resolve("train/labels.json")));
            assertFalse(Files.readString(out.resolve("valid/labels.json")).contains("\"id\": 107"));
            assertEquals(List.of("train", "valid"), names(out));
        }
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
