package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.ui.pictures.MemoryPermit;
import dev.errata.ui.pictures.PictureLimits;
import dev.errata.ui.pictures.Pictures;
import dev.errata.ui.pictures.Pictures.Crop;
import dev.errata.ui.pictures.Pictures.PictureException;

/** Crops, whole pictures, and why there is none: damaged, missing, remote and huge files. */
class PicturesTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 40;
    private static final int CUT = 30;

    @TempDir
    Path folder;
    private PictureSet set;

    @BeforeEach
    void begin() throws IOException {
        set = new PictureSet(folder);
    }

    @AfterEach
    void close() {
        set.close();
    }

    private static byte[] quarters(String format) throws IOException {
        return PictureFiles.written(PictureFiles.quarters(WIDTH, HEIGHT), format);
    }

    private void addWhole() throws IOException {
        set.add("whole.png", quarters("png"), WIDTH, HEIGHT);
    }

    private Crop crop(String name, Rectangle region, int maxWidth, int maxHeight) {
        return Pictures.get().crop(set.dataset(), set.index(name), region, maxWidth, maxHeight).join();
    }

    private String failure(Pictures pictures, String name) {
        CompletableFuture<ImageData> picture = pictures.picture(set.dataset(), set.index(name));
        CompletionException failure = assertThrows(CompletionException.class, picture::join);
        return assertInstanceOf(PictureException.class, failure.getCause()).getMessage();
    }

    private String failure(String name) {
        return failure(Pictures.get(), name);
    }

    private static RGB pixel(ImageData data, int x, int y) {
        return data.palette.getRGB(data.getPixel(x, y));
    }

    @Test
    void cropShowsItsRegion() throws IOException {
        addWhole();
        Crop crop = crop("whole.png", new Rectangle(40, 20, 40, 20), 20, 20);
        assertEquals(new Rectangle(40, 20, 40, 20), crop.region());
        assertEquals(20, crop.pixels().width);
        assertEquals(10, crop.pixels().height);
        assertEquals(new RGB(255, 255, 255), pixel(crop.pixels(), 10, 5));
    }

    @Test
    void cropEndsWhereThePictureEnds() throws IOException {
        addWhole();
        Crop crop = crop("whole.png", new Rectangle(-10, -10, 30, 20), 300, 300);
        assertEquals(new Rectangle(0, 0, 20, 10), crop.region());
        assertEquals(new RGB(255, 0, 0), pixel(crop.pixels(), 1, 1));
    }

    @Test
    void reducingAveragesAllPixels() throws IOException {
        addWhole();
        RGB average = pixel(crop("whole.png", new Rectangle(0, 0, WIDTH, HEIGHT), 1, 1).pixels(), 0, 0);
        for (int value : new int[] {average.red, average.green, average.blue}) {
            assertEquals(128, value, 10);
        }
    }

    @Test
    void pictureHasFullSize() throws IOException {
        addWhole();
        ImageData data = set.picture("whole.png");
        assertEquals(WIDTH, data.width);
        assertEquals(HEIGHT, data.height);
        assertEquals(new RGB(0, 0, 255), pixel(data, 10, 30));
    }

    @Test
    void regionOutsideIsNoCrop() throws IOException {
        addWhole();
        CompletableFuture<Crop> crop =
            Pictures.get().crop(set.dataset(), set.index("whole.png"), new Rectangle(200, 200, 10, 10), 50, 50);
        CompletionException failure = assertThrows(CompletionException.class, crop::join);
        assertEquals("outside the picture", failure.getCause().getMessage());
    }

    @Tag("case-67") @Tag("case-68")
    @Test
    void saysWhyThereIsNoPicture() throws IOException {
        byte[] png = quarters("png");
        set.add("text.png", "no picture".getBytes(StandardCharsets.UTF_8), 8, 8);
        set.add("page.jpg", "\n<!DOCTYPE html><html><body>403 Forbidden".getBytes(StandardCharsets.UTF_8), 8, 8);
        set.add("empty.jpg", new byte[0], 8, 8);
        set.add("huge.png", PictureFiles.pngHeader(100_000, 100_000), 100_000, 100_000);
        byte[] broken = png.clone();
        Arrays.fill(broken, 41, 60, (byte) 0xFF);
        set.add("broken.png", broken, WIDTH, HEIGHT);
        set.addMissing("gone.png", 8, 8);
        assertEquals("not found", failure("gone.png"));
        assertEquals("not a picture", failure("text.png"));
        assertEquals("a web page, no picture", failure("page.jpg"));
        assertEquals("empty file", failure("empty.jpg"));
        assertEquals("damaged", failure("broken.png"));
        String tooLarge = failure("huge.png");
        assertTrue(tooLarge.matches("too large: 10 Gpx, limit \\d+ Mpx"), tooLarge);
    }

    @Tag("case-68")
    @Test
    void cutFilesAreSaidAsSuchAndLeftAlone() throws IOException {
        Map<String, byte[]> files = Map.of("cut.png", quarters("png"), "cut.jpg", quarters("jpg"),
            "cut.webp", PictureFiles.decoded(PictureFiles.LOSSLESS_WEBP));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] half = Arrays.copyOf(file.getValue(), file.getValue().length - CUT);
            set.add(file.getKey(), half, WIDTH, HEIGHT);
        }
        byte[] jpeg = quarters("jpg");
        set.add("noEnd.jpg", Arrays.copyOf(jpeg, jpeg.length - 2), WIDTH, HEIGHT);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertEquals("cut off", failure(file.getKey()), file.getKey());
            assertEquals(file.getValue().length - CUT, Files.size(set.file(file.getKey())));
        }
        assertEquals(WIDTH, set.picture("noEnd.jpg").width);
    }

    @Test
    void remotePicturesAreNotFetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String name = "http://localhost:" + server.getLocalPort() + "/a.jpg";
            set.addMissing(name, 8, 8).addMissing("s3://bucket/a.jpg", 8, 8);
            assertEquals("remote, not fetched", failure(name));
            assertEquals("remote, not fetched", failure("s3://bucket/a.jpg"));
            assertThrows(SocketTimeoutException.class, server::accept);
        }
    }

    @Tag("case-71")
    @Test
    void aReplacedPictureIsReadAgain() throws IOException {
        addWhole();
        assertEquals(WIDTH, set.picture("whole.png").width);
        Files.write(set.file("whole.png"), PictureFiles.written(PictureFiles.quarters(24, 24), "png"));
        assertEquals(24, set.picture("whole.png").width);
        Files.delete(set.file("whole.png"));
        assertEquals("not found", failure("whole.png"));
    }

    @Tag("case-67")
    @Test
    void limitsHold() throws IOException {
        addWhole();
        PictureLimits heap = PictureLimits.ofHeap(1L << 30);
        assertEquals("too large: 3200 px, limit 3199 px",
            failure(new Pictures(new PictureLimits(WIDTH * HEIGHT - 1L, heap.bytes(), heap.time())), "whole.png"));
        assertEquals("takes too long",
            failure(new Pictures(new PictureLimits(heap.pixels(), heap.bytes(), Duration.ofNanos(1))), "whole.png"));
    }

    @Test
    void littleMemoryIsSharedByAll() throws IOException {
        for (int i = 0; i < 20; i++) {
            set.add(i + ".png", quarters("png"), WIDTH, HEIGHT);
        }
        // each picture needs more than there is
        Pictures pictures = new Pictures(new PictureLimits(1_000_000, 1024, Duration.ofSeconds(30)));
        List<CompletableFuture<ImageData>> asked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            asked.add(pictures.picture(set.dataset(), set.index(i + ".png")));
        }
        asked.forEach(future -> assertEquals(WIDTH, future.orTimeout(1, TimeUnit.MINUTES).join().width));
    }

    @Test
    void aPermitGrantsWhatIsFreeAndWaitsForTheRest() {
        MemoryPermit memory = new MemoryPermit(10_240);
        MemoryPermit.Grant first = memory.take(4_096);
        assertEquals(6_144, memory.free());
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> memory.take(1_000_000).close());
        assertThrows(TimeoutException.class, () -> second.get(50, TimeUnit.MILLISECONDS));
        first.close();
        second.orTimeout(1, TimeUnit.MINUTES).join();
        assertEquals(10_240, memory.free());
    }
}
