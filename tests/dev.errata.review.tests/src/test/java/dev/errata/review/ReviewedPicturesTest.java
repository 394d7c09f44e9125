package dev.errata.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.files.PictureStamp;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.operations.VerifyDataset;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.review.Review.Suspect;
import dev.errata.review.ReviewedPictures.Stale;

/** Pictures that are replaced, moved or deleted while people review. */
@Tag("case-71")
class ReviewedPicturesTest {

    @TempDir
    Path temporary;
    Path pictures;
    OpenDataset dataset;
    Review review;

    @BeforeEach
    void open() throws Exception {
        Path labels = Files.writeString(temporary.resolve("labels.json"), ReviewTest.LABELS);
        Path run = Files.writeString(temporary.resolve("run.json"), ReviewTest.RUN);
        pictures = Files.createDirectory(temporary.resolve("pictures"));
        Files.write(pictures.resolve("a.jpg"), picture(0));
        Files.write(pictures.resolve("b.jpg"), picture(1));
        new ImportDataset(temporary.resolve("set"), labels).images(pictures).run("m", run).run(Progress.NONE);
        dataset = OpenDataset.open(temporary.resolve("set"), Progress.NONE);
        review = Review.of(dataset);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private static byte[] picture(int value) {
        byte[] bytes = new byte[40_000];
        bytes[bytes.length / 3] = (byte) value;
        return bytes;
    }

    private void execute(Command command) {
        dataset.commandStack().execute(command);
    }

    private void decide(int image, long annotation) {
        execute(review.decide(List.of(new Suspect(image, annotation, "m", -1)), VerdictKind.MODEL_WRONG, "seen"));
    }

    private List<Stale> stale() {
        return ReviewedPictures.stale(dataset, Progress.NONE);
    }

    private List<Issue> verified() {
        return VerifyDataset.run(dataset.folder(), Progress.NONE, ReviewedPictures::check).stream()
            .filter(issue -> issue.code().startsWith("review.")).toList();
    }

    @Test
    void aVerdictAboutAReplacedPictureIsKeptAndStale() throws Exception {
        decide(0, 101);
        decide(1, 103);
        Files.setLastModifiedTime(pictures.resolve("a.jpg"), FileTime.fromMillis(0));
        assertEquals(List.of(), stale(), "another date is no other picture");
        Files.write(pictures.resolve("a.jpg"), picture(9));
        assertEquals(List.of(new Stale(0, false, 1, 0)), stale());
        assertEquals(2, review.verdicts().size());
        Issue issue = verified().getFirst();
        assertEquals("review.picture.replaced 1", issue.code() + " " + issue.record());
        assertTrue(issue.file().endsWith("a.jpg") && issue.message().contains("stale are 1 verdict."), issue.toString());
        decide(0, 101);
        assertEquals(List.of(), stale(), "somebody decided again");
    }

    @Test
    void aCheckThatIsMadeAgainReadsOnlyPicturesWhoseFilesAreOthers() throws Exception {
        Path file = pictures.resolve("a.jpg");
        FileTime before = Files.getLastModifiedTime(file);
        decide(0, 101);
        PictureStamps stamps = new PictureStamps(dataset);
        assertEquals(List.of(), ReviewedPictures.check(stamps, Progress.NONE));
        Files.write(file, picture(9));
        Files.setLastModifiedTime(file, before);
        assertEquals(List.of(), ReviewedPictures.check(stamps, Progress.NONE), "the file looks as it did: it is not read again");
        assertEquals(1, ReviewedPictures.check(dataset, Progress.NONE).size(), "a new check reads all");
        Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 2000));
        assertEquals(1, ReviewedPictures.check(stamps, Progress.NONE).size());
        Files.delete(file);
        assertEquals("review.picture.gone", ReviewedPictures.check(stamps, Progress.NONE).getFirst().code());
    }

    @Test
    void tasksAreStaleUntilTheyAreAccepted() throws Exception {
        execute(review.send("batch", List.of(new Suspect(0, 101, "", -1), new Suspect(1, 103, "", -1))));
        decide(0, 102);
        Files.delete(pictures.resolve("a.jpg"));
        Files.write(pictures.resolve("b.jpg"), picture(7));
        assertEquals(List.of(new Stale(0, true, 1, 1), new Stale(1, false, 0, 1)), stale());
        assertEquals(List.of("review.picture.gone", "review.picture.replaced"),
            verified().stream().map(Issue::code).toList());
        Task second = review.batches().getFirst().getTasks().get(1);
        execute(review.submit(List.of(second), ""));
        execute(review.accept(List.of(second), false, ""));
        assertEquals(List.of(new Stale(0, true, 1, 1)), stale());
        Files.write(pictures.resolve("a.jpg"), picture(0));
        assertEquals(List.of(), stale(), "the picture is back");
    }

    @Test
    void whatIsTakenBackIsNotStale() throws Exception {
        decide(0, 101);
        dataset.commandStack().undo();
        Files.write(pictures.resolve("a.jpg"), picture(9));
        assertEquals(List.of(), stale());
    }

    @Test
    void stampsTellSizesAndContentsApart() throws Exception {
        Path file = temporary.resolve("x");
        String before = PictureStamp.of(Files.write(file, new byte[0]));
        for (int length : new int[] {1, 4095, 4096, 4097, 9000, 40_000}) {
            byte[] bytes = new byte[length];
            if (length > 3) {
                // as a JPEG begins, of which a few places are looked at
                System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 0, bytes, 0, 3);
            }
            String zeros = PictureStamp.of(Files.write(file, bytes));
            assertNotEquals(before, zeros);
            bytes[length - 1] = 1;
            assertNotEquals(zeros, PictureStamp.of(Files.write(file, bytes)));
            before = zeros;
        }
    }

    /** One pixel anywhere, and the size of the file is the same. */
    @ParameterizedTest
    @ValueSource(strings = {"bmp", "tif", "png"})
    void everyPixelOfAPictureThatIsNotPackedCounts(String format) throws Exception {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Path file = temporary.resolve("x." + format);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam manner = writer.getDefaultWriteParam();
        if (format.equals("png")) {
            manner.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            manner.setCompressionQuality(1);
        }
        Set<String> stamps = new HashSet<>();
        Set<Long> sizes = new HashSet<>();
        for (int y = 0; y < 200; y += 40) {
            image.setRGB(y, y, 0xFF8040);
            Files.deleteIfExists(file);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(image, null, null), manner);
            }
            stamps.add(PictureStamp.of(file));
            sizes.add(Files.size(file));
        }
        assertEquals("5 1", stamps.size() + " " + sizes.size());
    }
}
