package dev.errata.formats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.GroundTruth.RecordCounts;
import dev.errata.formats.Issue;

/** CSV files of boxes and of image classes that are not what their header promises. */
class BoxFilesTest {

    @TempDir
    Path folder;

    private Path put(String text) throws IOException {
        return Files.writeString(folder.resolve("labels.csv"), text);
    }

    private GroundTruth read(String text) throws IOException {
        Path file = put(text);
        return Formats.detect(file).readGroundTruth(file, Progress.NONE);
    }

    private Issue refused(String format, String text) throws IOException {
        Path file = put(text);
        return assertThrows(FormatException.class,
            () -> Formats.named(format).orElseThrow().readGroundTruth(file, Progress.NONE)).issue();
    }

    /** As Kaggle has them, with two corners here and with width and height there: they are not taken for classes of images. */
    @ParameterizedTest
    @ValueSource(strings = {"\"[0,1,1,2]\"", "\"1,2,3,3\"", "\"0 0 1 1\"", "[0 2 2 4]", "\"[834.0, 222.0, 56.0, 36.0]\"",
        "\"(1, 2, 3e1, -4)\""})
    void aWholeBoxInOneCellIsRefused(String box) throws IOException {
        String text = "image_name,label_name,bbox\n1.jpg,dog," + box + "\n1.jpg,cat," + box + "\n";
        assertEquals("openimages", Formats.detect(put(text)).name());
        Issue issue = refused("openimages", text);
        assertEquals("csv.box.cell", issue.code());
        assertTrue(issue.message().contains("\"bbox\""), issue.message());
    }

    @Test
    void aColumnOfOtherTextIsNoBox() throws IOException {
        assertEquals("classes-csv", Formats.detect(put("image,label,note\n1.jpg,dog,\"1 2 3\"\n")).name());
        assertEquals("classes-csv", Formats.detect(put("image,label,note\n1.jpg,dog,\"1 2 3 4 5\"\n")).name());
        assertEquals("classes-csv", Formats.detect(put("image,label,note\n1.jpg,dog,\"a 2 3 4\"\n")).name());
        assertEquals(1, read("image,label,xmin,ymin,xmax,ymax,bbox\n1.jpg,dog,1,2,3,4,\"[1, 2, 2, 2]\"\n").counts().imported());
    }

    /** A decimal comma without quotes shifts what follows by one cell. */
    @Test
    void rowsWithMoreCellsThanTheHeaderAreSetAside() throws IOException {
        GroundTruth truth = read("image,label,xmin,ymin,xmax,ymax\n1.jpg,dog,10,20,30,40\n1.jpg,dog,10,5,20,30,40\n"
            + "1.jpg,dog,10,20,30,40,,\n");
        assertEquals(new RecordCounts(3, 2, 1, 0), truth.counts());
        assertEquals("csv.columns 3", truth.issues().getFirst().code() + " " + truth.issues().getFirst().line());
        GroundTruth classes = read("image,label\n1.jpg,dog\n1,5.jpg,cat\n");
        assertEquals(new RecordCounts(2, 1, 1, 0), classes.counts());
        assertEquals("csv.columns 3", classes.issues().getFirst().code() + " " + classes.issues().getFirst().line());
    }

    @Test
    void aHeaderThatStandsThereAgainIsNoClass() throws IOException {
        GroundTruth truth = read("image,label\n1.jpg,dog\nimage,label\n2.jpg,cat\n");
        assertEquals(new RecordCounts(3, 2, 1, 0), truth.counts());
        assertEquals("csv.header.again 3", truth.issues().getFirst().code() + " " + truth.issues().getFirst().line());
        assertEquals(List.of("dog", "cat"), truth.classes().stream().map(entry -> entry.name()).toList());
    }

    @Test
    void theColumnOfABadNumberIsNamed() throws IOException {
        Issue issue = read("image,label,xmin,ymin,xmax,ymax\n1.jpg,dog,10,20,nan,40\n").issues().getFirst();
        assertEquals("csv.number nan", issue.code() + " " + issue.value());
        assertTrue(issue.message().contains("xmax"), issue.message());
    }

    @Tag("case-1")
    @Test
    void emptyFilesAndOtherHeadersAreRefused() throws IOException {
        assertEquals("file.empty", refused("openimages", "").code());
        assertEquals("file.empty", refused("classes-csv", "").code());
        Issue issue = refused("openimages", "x".repeat(100_000) + "\n1\n");
        assertEquals("csv.header", issue.code());
        assertTrue(issue.message().length() < 500, "" + issue.message().length());
    }
}
