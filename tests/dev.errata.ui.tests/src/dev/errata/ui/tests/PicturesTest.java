package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.operations.ImportDataset;
import dev.errata.engine.Progress;
import dev.errata.ui.pictures.Pictures;
import dev.errata.ui.pictures.Pictures.Crop;
import dev.errata.ui.pictures.Pictures.PictureException;

/** Crops and pictures of whole, damaged, missing, huge and turned files. */
class PicturesTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 40;

    @TempDir
    Path folder;
    private OpenDataset dataset;
    private Map<String, Integer> index;

    @BeforeEach
    void importPictures() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        ImageIO.write(quarters(), "png", images.resolve("whole.png").toFile());
        Files.write(images.resolve("turned.jpg"), turned(6));
        Files.write(images.resolve("turnedLabels.jpg"), turned(6));
        Files.writeString(images.resolve("text.png"), "no picture");
        byte[] png = Files.readAllBytes(images.resolve("whole.png"));
        Files.write(images.resolve("cut.png"), java.util.Arrays.copyOf(png, png.length / 2));
        Files.write(images.resolve("huge.png"), pngHeader(100_000, 100_000));
        // the last number says whether the labels know the turned size
        Map<String, int[]> sizes = new TreeMap<>(Map.of("whole.png", new int[] {WIDTH, HEIGHT}, "text.png", new int[] {8, 8},
            "cut.png", new int[] {WIDTH, HEIGHT}, "huge.png", new int[] {100_000, 100_000}, "gone.png", new int[] {8, 8},
            "turned.jpg", new int[] {HEIGHT, WIDTH}, "turnedLabels.jpg", new int[] {WIDTH, HEIGHT}));
        index = new TreeMap<>();
        sizes.keySet().forEach(name -> index.put(name, index.size()));
        String list = sizes.entrySet().stream().map(e -> "{\"id\":" + (index.get(e.getKey()) + 1) + ",\"file_name\":\""
            + e.getKey() + "\",\"width\":" + e.getValue()[0] + ",\"height\":" + e.getValue()[1] + "}")
            .collect(Collectors.joining(","));
        Path labels = folder.resolve("labels.json");
        Files.writeString(labels, "{\"images\":[" + list + "],\"categories\":[{\"id\":1,\"name\":\"cell\"}],\"annotations\":[]}");
        new ImportDataset(folder.resolve("dataset"), labels).images(images).run(Progress.NONE);
        dataset = OpenDataset.open(folder.resolve("dataset"), Progress.NONE);
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    /** Red, green, blue and white from left to right and top to bottom. */
    private static BufferedImage quarters() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
        for (int i = 0; i < colours.length; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        graphics.dispose();
        return image;
    }

    /** A JPEG with an EXIF orientation. */
    private static byte[] turned(int orientation) throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(quarters(), "jpg", jpeg);
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M'});
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        exif.putInt(0);
        byte[] plain = jpeg.toByteArray();
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(plain, 0, 2);
        result.write(exif.array());
        result.write(plain, 2, plain.length - 2);
        return result.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        return ByteBuffer.allocate(33).putLong(0x89504E470D0A1A0AL).putInt(13).put(chunk.array())
            .putInt((int) crc.getValue()).array();
    }

    private Crop crop(String name, Rectangle region, int maxWidth, int maxHeight) {
        return Pictures.get().crop(dataset, index.get(name), region, maxWidth, maxHeight).join();
    }

    private String failure(String name) {
        CompletableFuture<ImageData> picture = Pictures.get().picture(dataset, index.get(name));
        CompletionException failure = assertThrows(CompletionException.class, picture::join);
        return assertInstanceOf(PictureException.class, failure.getCause()).getMessage();
    }

    private static RGB pixel(ImageData data, int x, int y) {
        return data.palette.getRGB(data.getPixel(x, y));
    }

    private static void assertNear(RGB expected, RGB actual) {
        assertTrue(Math.abs(expected.red - actual.red) + Math.abs(expected.green - actual.green)
            + Math.abs(expected.blue - actual.blue) < 30, () -> "expected " + expected + ", was " + actual);
    }

    @Test
    void cropShowsItsRegion() {
        Crop crop = crop("whole.png", new Rectangle(40, 20, 40, 20), 20, 20);
        assertEquals(new Rectangle(40, 20, 40, 20), crop.region());
        assertEquals(20, crop.pixels().width);
        assertEquals(10, crop.pixels().height);
        assertEquals(new RGB(255, 255, 255), pixel(crop.pixels(), 10, 5));
    }

    @Test
    void cropEndsWhereThePictureEnds() {
        Crop crop = crop("whole.png", new Rectangle(-10, -10, 30, 20), 300, 300);
        assertEquals(new Rectangle(0, 0, 20, 10), crop.region());
        assertEquals(new RGB(255, 0, 0), pixel(crop.pixels(), 1, 1));
    }

    @Test
    void reducingAveragesAllPixels() {
        Crop crop = crop("whole.png", new Rectangle(0, 0, WIDTH, HEIGHT), 1, 1);
        RGB average = pixel(crop.pixels(), 0, 0);
        assertNear(new RGB(128, 128, 128), average);
    }

    @Test
    void pictureHasFullSize() {
        ImageData data = Pictures.get().picture(dataset, index.get("whole.png")).join();
        assertEquals(WIDTH, data.width);
        assertEquals(HEIGHT, data.height);
        assertEquals(new RGB(0, 0, 255), pixel(data, 10, 30));
    }

    @Test
    void turnedPictureStandsUpright() {
        ImageData data = Pictures.get().picture(dataset, index.get("turned.jpg")).join();
        assertEquals(HEIGHT, data.width);
        assertEquals(WIDTH, data.height);
        // a quarter to the right: bottom left comes to the top left
        assertNear(new RGB(0, 0, 255), pixel(data, 5, 5));
        assertNear(new RGB(255, 0, 0), pixel(data, HEIGHT - 6, 5));
    }

    @Test
    void pictureStaysAsItsLabelsWereDrawn() {
        ImageData data = Pictures.get().picture(dataset, index.get("turnedLabels.jpg")).join();
        assertEquals(WIDTH, data.width);
        assertNear(new RGB(255, 0, 0), pixel(data, 5, 5));
    }

    @Test
    void saysWhyThereIsNoPicture() {
        assertEquals("not found", failure("gone.png"));
        assertEquals("not a picture", failure("text.png"));
        assertEquals("damaged", failure("cut.png"));
        assertEquals("too large: 10 Gpx", failure("huge.png"));
    }

    @Test
    void regionOutsideIsNoCrop() {
        CompletableFuture<Crop> crop =
            Pictures.get().crop(dataset, index.get("whole.png"), new Rectangle(200, 200, 10, 10), 50, 50);
        CompletionException failure = assertThrows(CompletionException.class, crop::join);
        assertEquals("outside the picture", failure.getCause().getMessage());
    }
}
