package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.ClassEntry;
import dev.errata.formats.LabelEdit;
import dev.errata.formats.LabelEdit.Added;
import dev.errata.formats.LabelEdit.Changed;
import dev.errata.formats.LabelFormat;

/** Oriented boxes in pixels with names of classes, as DOTA and Roboflow hand them out. */
class DotaTest {

    private static final String FIRST = "imagesource:GoogleEarth\ngsd:0.14\n10 20 30.5 20 30.5 40 10 40 small-vehicle 0\n"
        + "1 1 3 2 2 4 0 3 \u00fcber 1\n";

    @TempDir
    Path folder;
    private final LabelFormat yolo = Formats.named("yolo").orElseThrow();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("train/labelTxt"));
        Files.writeString(folder.resolve("train/labelTxt/a.txt"), FIRST);
        Files.writeString(folder.resolve("train/labelTxt/b.txt"), "");
    }

    private GroundTruth read() throws IOException {
        return Formats.detect(folder).readGroundTruth(folder, Progress.NONE);
    }

    private String edited(String file, LabelEdit... edits) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        yolo.writeEdited(folder, read(), List.of(edits), out);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(file)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return null;
    }

    @Test
    void cornersNamesAndDifficultyAreRead() throws IOException {
        GroundTruth truth = read();
        assertEquals("yolo 2 2 0", truth.format() + " " + truth.images().size() + " " + truth.counts().read() + " "
            + truth.counts().quarantined());
        assertEquals(List.of("small-vehicle", "\u00fcber"), truth.classes().stream().map(ClassEntry::name).toList());
        int row = truth.annotations().begin(0);
        assertArrayEquals(new double[] {10, 20, 20.5, 20}, new double[] {truth.annotations().x(row), truth.annotations().y(row),
            truth.annotations().width(row), truth.annotations().height(row)});
        assertArrayEquals(new double[] {1, 1, 3, 2, 2, 4, 0, 3}, truth.details().read(1).polygons().getFirst());
        assertEquals(Map.of("difficulty", "1"), truth.details().read(1).attributes());
    }

    @Test
    void editsChangeWhatTheyMeanOnly() throws IOException {
        assertEquals(FIRST.replace("small-vehicle", "\u00fcber"), edited("a.txt", new Changed(0, 1, null, null, null, null)));
        assertEquals(FIRST.replace("10 20 30.5 20 30.5 40 10 40", "10 21 30.5 21 30.5 41 10 41"),
            edited("a.txt", new Changed(0, null, new double[] {10, 21, 20.5, 20}, null, null, null)));
        assertEquals(FIRST + "5.0 6.0 7.0 6.0 7.0 9.0 5.0 9.0 small-vehicle 0\n",
            edited("a.txt", new Added(9, 0, 0, new double[] {5, 6, 2, 3}, List.of(), Map.of(), false)));
        assertEquals("5.0 6.0 7.0 6.0 7.0 9.0 5.0 9.0 small-vehicle 0\n",
            edited("b.txt", new Added(9, 1, 0, new double[] {5, 6, 2, 3}, List.of(), Map.of(), false)));
    }

    /** Labels of a picture that has none go where the others are, with line ends as theirs. */
    @Test
    void newLabelFilesGoBesideTheOthers() throws IOException {
        Files.writeString(folder.resolve("train/labelTxt/a.txt"), FIRST.replace("\n", "\r\n"));
        for (String picture : List.of("train/images/a.png", "train/images/new.png", "val/images/other.png")) {
            Files.createDirectories(folder.resolve(picture).getParent());
            Files.write(folder.resolve(picture), new byte[0]);
        }
        GroundTruth truth = read();
        List<String> names = truth.images().stream().map(GroundTruth.ImageEntry::fileName).toList();
        for (String file : List.of("train/labelTxt/new.txt", "val/labelTxt/other.txt", "train/labelTxt/b.txt")) {
            String picture = file.replace("labelTxt", "images").replace("txt", "png");
            int image = names.indexOf(file.endsWith("b.txt") ? "b.jpg" : picture);
            assertEquals("5.0 6.0 7.0 6.0 7.0 9.0 5.0 9.0 small-vehicle 0\r\n",
                edited(file, new Added(9, image, 0, new double[] {5, 6, 2, 3}, List.of(), Map.of(), false)));
        }
    }

    /** A number that is none makes no name of a class. */
    @Test
    void brokenOutlinesStayBroken() throws IOException {
        Path file = Files.writeString(folder.resolve("c.txt"), "0 0.1 0.1 0.2 0.1 0.2 0.2 0.1 0.2\n"
            + "0 0.1 0.1 0.2 0.1 0.2 0.2 0.1 0,2\n");
        GroundTruth truth = yolo.readGroundTruth(file, Progress.NONE);
        assertEquals("1 1", truth.counts().imported() + " " + truth.counts().quarantined());
        Path words = Files.writeString(folder.resolve("d.txt"), "a b c d e f g h name 0\n");
        assertThrows(FormatException.class, () -> Formats.detect(words));
    }
}
