package dev.errata.dataset.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.operations.VerifyDataset;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.Issue;

/** The labels of the small dataset state 100 x 80 pixels for each picture; a.jpg is made otherwise. */
class PictureHeadersTest {

    @TempDir
    Path temporary;
    SmallDataset small;

    @BeforeEach
    void write() throws Exception {
        small = new SmallDataset(temporary);
    }

    private List<Issue> verified(byte[] picture) throws Exception {
        Files.write(small.images.resolve("a.jpg"), picture);
        small.importing().run(Progress.NONE);
        return VerifyDataset.run(small.folder, Progress.NONE).stream()
            .filter(issue -> !issue.code().equals("images.missing")).toList();
    }

    @Tag("case-35")
    @Test
    void anotherSizeIsNamedBesideTheStatedOne() throws Exception {
        List<Issue> issues = verified(SmallDataset.pictureHeader(640, 480, 1));
        assertEquals(List.of("images.size"), issues.stream().map(Issue::code).toList());
        Issue issue = issues.getFirst();
        assertEquals(Severity.WARNING, issue.severity());
        assertEquals("11", issue.record());
        assertTrue(issue.file().endsWith("a.jpg"), issue.file());
        assertTrue(issue.message().startsWith("The labels state 100 x 80 pixels, the picture has 640 x 480."), issue.message());
    }

    @Tag("case-35")
    @Test
    void swappedSidesHintAtExif() throws Exception {
        String message = verified(SmallDataset.pictureHeader(80, 100, 1)).getFirst().message();
        assertTrue(message.contains("EXIF"), message);
    }

    @Test
    void storedAndShownSizesAreBothRight() throws Exception {
        assertEquals(List.of(), verified(SmallDataset.pictureHeader(100, 80, 6)));
        Files.write(small.images.resolve("a.jpg"), SmallDataset.pictureHeader(80, 100, 6));
        assertEquals(List.of("images.missing"),
            VerifyDataset.run(small.folder, Progress.NONE).stream().map(Issue::code).toList());
    }

    @Tag("case-69")
    @Test
    void aHalfTurnCannotBeToldByTheSize() throws Exception {
        List<Issue> issues = verified(SmallDataset.pictureHeader(100, 80, 3));
        assertEquals(List.of("images.orientation"), issues.stream().map(Issue::code).toList());
        assertTrue(issues.getFirst().message().contains(": 1, for example a.jpg."), issues.getFirst().message());
    }

    @Tag("case-68")
    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>", "", "no picture at all, but some text"})
    void whatIsNoPictureIsTold(String content) throws Exception {
        List<Issue> issues = verified(content.getBytes(StandardCharsets.UTF_8));
        assertEquals(List.of("images.unreadable"), issues.stream().map(Issue::code).toList());
        assertEquals(small.folder.toString(), issues.getFirst().file());
        assertTrue(issues.getFirst().message().contains(": 1, for example a.jpg."), issues.getFirst().message());
        assertEquals(content, Files.readString(small.images.resolve("a.jpg")));
    }

    /** Whatever the name says; a picture is told by its content. */
    @Tag("case-68") @Tag("case-70")
    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "gif", "bmp", "tif"})
    void whatIsCutOffIsTold(String format) throws Exception {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(100, 80, BufferedImage.TYPE_BYTE_GRAY), format, picture);
        byte[] whole = picture.toByteArray();
        assertEquals(List.of(), verified(whole));
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        Files.write(small.images.resolve("a.jpg"), cut);
        List<Issue> issues = VerifyDataset.run(small.folder, Progress.NONE).stream()
            .filter(issue -> !issue.code().equals("images.missing")).toList();
        // nothing in a TIFF tells its length
        assertEquals(format.equals("tif") ? List.of() : List.of("images.truncated"), issues.stream().map(Issue::code).toList());
        assertArrayEquals(cut, Files.readAllBytes(small.images.resolve("a.jpg")));
    }

    /** As some cameras do; only many bytes behind the end look like no end. */
    @Test
    void somethingBehindTheEndIsFine() throws Exception {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(100, 80, BufferedImage.TYPE_BYTE_GRAY), "jpg", picture);
        picture.write(new byte[5000]);
        assertEquals(List.of(), verified(picture.toByteArray()));
    }

    @Test
    void importingWarnsAndCounts() throws Exception {
        Files.write(small.images.resolve("a.jpg"), SmallDataset.pictureHeader(640, 480, 1));
        ImportDataset.Result result = small.importing().run(Progress.NONE);
        assertEquals(1, result.sources().getFirst().issueCounts().of(Severity.WARNING).get("images.size"));
        assertEquals(1, result.issues().stream().filter(issue -> issue.code().equals("images.size")).count());
    }
}
