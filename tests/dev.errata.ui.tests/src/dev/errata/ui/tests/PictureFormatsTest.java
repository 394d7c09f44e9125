package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of picture file shows its first picture, upright, with the brightness that other programs show. */
class PictureFormatsTest {

    private static final int WIDTH = 80;
    private static final int HEIGHT = 40;
    private static final RGB RED = new RGB(255, 0, 0);
    private static final RGB GREEN = new RGB(0, 255, 0);
    private static final RGB BLUE = new RGB(0, 0, 255);
    private static final RGB WHITE = new RGB(255, 255, 255);

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

    private static void assertPixel(RGB expected, ImageData data, int x, int y, String name) {
        RGB actual = data.palette.getRGB(data.getPixel(x, y));
        int difference = Math.max(Math.abs(expected.red - actual.red),
            Math.max(Math.abs(expected.green - actual.green), Math.abs(expected.blue - actual.blue)));
        assertEquals(0, difference, 10, () -> name + ": expected " + expected + ", was " + actual);
    }

    /** @param corners top left, top right, bottom left, bottom right */
    private void assertCorners(String name, int width, int height, RGB... corners) {
        ImageData data = set.picture(name);
        assertEquals(width, data.width, name);
        assertEquals(height, data.height, name);
        for (int i = 0; i < corners.length; i++) {
            assertPixel(corners[i], data, i % 2 == 0 ? 2 : width - 3, i / 2 == 0 ? 2 : height - 3, name);
        }
    }

    @Tag("case-70")
    @Test
    void allFormatsShowTheirFirstPicture() throws IOException {
        for (String format : List.of("png", "gif", "bmp", "tif", "jpg")) {
            set.add("a." + format, PictureFiles.written(PictureFiles.quarters(WIDTH, HEIGHT), format), WIDTH, HEIGHT);
        }
        for (String format : List.of("png", "gif", "bmp", "tif", "jpg")) {
            assertCorners("a." + format, WIDTH, HEIGHT, RED, GREEN, BLUE, WHITE);
        }
    }

    @Tag("case-70")
    @Test
    void fourColoursWebpAndAnimationsAreShown() throws IOException {
        Map<String, String> files = Map.of("cmyk.jpg", PictureFiles.CMYK_JPEG, "ycck.jpg", PictureFiles.YCCK_JPEG,
            "lossless.webp", PictureFiles.LOSSLESS_WEBP, "lossy.webp", PictureFiles.LOSSY_WEBP,
            "animated.png", PictureFiles.ANIMATED_PNG);
        for (Map.Entry<String, String> file : files.entrySet()) {
            set.add(file.getKey(), PictureFiles.decoded(file.getValue()), 32, 16);
        }
        files.keySet().forEach(name -> assertCorners(name, 32, 16, RED, GREEN, BLUE, WHITE));
    }

    @Tag("case-69")
    @Test
    void allOrientationsStandUpright() throws IOException {
        RGB[][] corners = {{RED, GREEN, BLUE, WHITE}, {GREEN, RED, WHITE, BLUE}, {WHITE, BLUE, GREEN, RED},
            {BLUE, WHITE, RED, GREEN}, {RED, BLUE, GREEN, WHITE}, {BLUE, RED, WHITE, GREEN}, {WHITE, GREEN, BLUE, RED},
            {GREEN, WHITE, RED, BLUE}};
        for (int i = 1; i <= 8; i++) {
            byte[] jpeg = PictureFiles.turned(PictureFiles.quarters(WIDTH, HEIGHT), i);
            set.add(i + ".jpg", jpeg, i > 4 ? HEIGHT : WIDTH, i > 4 ? WIDTH : HEIGHT);
            set.add(i + "-stored.jpg", jpeg, WIDTH, HEIGHT);
        }
        for (int i = 1; i <= 8; i++) {
            assertCorners(i + ".jpg", i > 4 ? HEIGHT : WIDTH, i > 4 ? WIDTH : HEIGHT, corners[i - 1]);
            // labels that state the stored size were drawn on the picture as stored
            assertCorners(i + "-stored.jpg", WIDTH, HEIGHT, corners[i > 4 ? 0 : i - 1]);
        }
    }

    private static BufferedImage plain(int space, boolean alpha, int type, int... samples) {
        ComponentColorModel colours = new ComponentColorModel(ColorSpace.getInstance(space), alpha, false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, type);
        WritableRaster raster = colours.createCompatibleWritableRaster(WIDTH, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                raster.setPixel(x, y, samples);
            }
        }
        return new BufferedImage(colours, raster, false, null);
    }

    @Tag("case-70")
    @Test
    void brightnessIsThatOfTheSamples() throws IOException {
        Map<String, BufferedImage> images = Map.of(
            "gray8", plain(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_BYTE, 0x40),
            "gray16", plain(ColorSpace.CS_GRAY, false, DataBuffer.TYPE_USHORT, 0x4000),
            "grayAlpha8", plain(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE, 0x40, 0xFF),
            "rgb16", plain(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT, 0x4000, 0x4000, 0x4000),
            "rgba16", plain(ColorSpace.CS_sRGB, true, DataBuffer.TYPE_USHORT, 0x4000, 0x4000, 0x4000, 0xFFFF));
        for (Map.Entry<String, BufferedImage> image : images.entrySet()) {
            for (String format : List.of("png", "tif")) {
                set.add(image.getKey() + '.' + format, PictureFiles.written(image.getValue(), format), WIDTH, HEIGHT);
            }
        }
        RGB dark = new RGB(0x40, 0x40, 0x40);
        images.keySet().forEach(name -> List.of(".png", ".tif")
            .forEach(end -> assertPixel(dark, set.picture(name + end), 5, 5, name + end)));
    }

    @Tag("case-70")
    @Test
    void transparentPartsAreWhite() throws IOException {
        byte[] clear = {0, (byte) 255};
        IndexColorModel palette = new IndexColorModel(1, 2, new byte[2], clear, new byte[2], 0);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY, palette);
        image.getRaster().setSample(5, 5, 0, 1);
        set.add("palette.png", PictureFiles.written(image, "png"), WIDTH, HEIGHT);
        set.add("half.png", PictureFiles.written(plain(ColorSpace.CS_sRGB, true, DataBuffer.TYPE_BYTE, 255, 0, 0, 128), "png"),
            WIDTH, HEIGHT);
        ImageData shown = set.picture("palette.png");
        assertPixel(GREEN, shown, 5, 5, "opaque");
        assertPixel(WHITE, shown, 6, 5, "transparent");
        assertPixel(new RGB(255, 127, 127), set.picture("half.png"), 5, 5, "half");
    }

    @Tag("case-70")
    @Test
    void aFrameThatIsPartOfAGifLiesInItsPlace() throws IOException {
        byte[] gif = PictureFiles.written(PictureFiles.quarters(WIDTH, HEIGHT), "gif");
        gif[6] = WIDTH * 2 - 60;
        int descriptor = 13 + 3 * (2 << (gif[10] & 7));
        while (gif[descriptor] == '!') {
            descriptor += 8;
        }
        assertEquals(',', gif[descriptor]);
        gif[descriptor + 1] = 20;
        set.add("part.gif", gif, WIDTH + 20, HEIGHT);
        assertCorners("part.gif", WIDTH + 20, HEIGHT, WHITE, GREEN, WHITE, WHITE);
        assertPixel(RED, set.picture("part.gif"), 22, 2, "part.gif");
    }
}
