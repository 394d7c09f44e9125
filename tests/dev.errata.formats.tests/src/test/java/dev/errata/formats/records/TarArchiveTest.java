package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.errata.engine.Progress;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.files.LabelTree;

/** Labels in tar archives, as Pascal VOC and others are handed out, and archives that harm. */
class TarArchiveTest {

    private static final String VOC = "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size>"
        + "<object><name>cat</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>30</xmax><ymax>40</ymax></bndbox></object>"
        + "</annotation>";

    @TempDir
    Path folder;
    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    private void add(char type, String name, byte[] content) throws IOException {
        add(type, name, content.length, "ustar\00000", "");
        tar.write(content);
        tar.write(new byte[-content.length & 511]);
    }

    private void add(String name, String content) throws IOException {
        add('0', name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** What pax tells of the next file; each line begins with its own length. */
    private void pax(String... keywordsAndValues) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String line : keywordsAndValues) {
            int length = line.getBytes(StandardCharsets.UTF_8).length + 2;
            int digits = length + 2 > 99 ? 3 : 2;
            lines.append(length + digits).append(' ').append(line).append('\n');
        }
        add('x', "pax", lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void add(char type, String name, long size, String magic, String prefix) throws IOException {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 124, String.format(Locale.ROOT, "%011o", size));
        header[156] = (byte) type;
        put(header, 257, magic);
        put(header, 345, prefix);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
        tar.write(header);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private Path written(boolean gzip) throws IOException {
        Path file = folder.resolve(gzip ? "labels.tar.gz" : "labels.tar");
        try (OutputStream out = gzip ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
            tar.writeTo(out);
            out.write(new byte[1024]);
        }
        return file;
    }

    private GroundTruth read(boolean gzip) throws IOException {
        Path file = written(gzip);
        return Formats.detect(file).readGroundTruth(file, Progress.NONE);
    }

    private String refused() throws IOException {
        Path file = written(false);
        return assertThrows(FormatException.class, () -> Formats.detect(file)).issue().code();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void labelsAreRead(boolean gzip) throws IOException {
        add('5', "./Annotations/", new byte[0]);
        add("./Annotations/a.xml", VOC);
        add("./Annotations/._a.xml", "what macOS adds");
        add('0', "b.xml", VOC.length(), "ustar\00000", "long/prefix");
        tar.write(VOC.getBytes(StandardCharsets.UTF_8));
        tar.write(new byte[-VOC.length() & 511]);
        add('L', "././@LongLink", ("d/" + "x".repeat(120) + ".xml\0").getBytes(StandardCharsets.UTF_8));
        add("cut", VOC);
        pax("path=d/\u00fc.xml");
        add("other", VOC);
        GroundTruth truth = read(gzip);
        assertEquals("voc 4", truth.format() + " " + truth.annotations().size());
        assertEquals("cat", truth.classes().getFirst().name());
        assertEquals(0, truth.counts().quarantined());
        truth.details().read(3);
    }

    @Test
    void sizesOfPicturesAreKnown() throws IOException {
        byte[] png = new byte[300_000];
        put(png, 1, "PNG\r\n\u001a\n");
        png[0] = (byte) 0x89;
        System.arraycopy(new byte[] {0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 64, 0, 0, 0, 32, 8, 2}, 0, png, 8, 18);
        add('0', "images/a.png", png);
        add("labels/a.txt", "0 0.5 0.5 1 1\n");
        GroundTruth truth = read(true);
        assertEquals("64 32", truth.images().getFirst().width() + " " + truth.images().getFirst().height());
    }

    @ParameterizedTest
    @CsvSource({"0,../a.xml,tar.path", "0,/etc/a.xml,tar.path", "0,C:\\a.xml,tar.path", "0,d\\a.xml,tar.path",
        "1,a.xml,tar.link", "2,a.xml,tar.link", "3,a.xml,tar.special", "S,a.xml,tar.special"})
    void whatLeadsOutsideIsRefused(char type, String name, String code) throws IOException {
        add("good.xml", VOC);
        add(type, name, new byte[0]);
        assertEquals(code, refused());
    }

    @Test
    void unpackingIsToldAndCanBeStopped() throws IOException {
        Random random = new Random(4);
        byte[] noise = new byte[3 << 20];
        random.nextBytes(noise);
        add('0', "noise.bin", noise);
        add("a.xml", VOC);
        Path file = written(false);
        Counting stopping = new Counting(1 << 20);
        assertThrows(CancellationException.class, () -> LabelTree.prepare(file, stopping));
        assertTrue(stopping.done < 2 << 20, stopping.done + " bytes");
        Counting whole = new Counting(Long.MAX_VALUE);
        LabelTree.prepare(file, whole);
        assertEquals(Files.size(file), whole.done);
        assertEquals(Files.size(file), whole.total);
        Counting again = new Counting(Long.MAX_VALUE);
        LabelTree.prepare(file, again);
        assertEquals(0, again.done, "it is unpacked already");
    }

    /** Counts what is told, and asks to stop from a number on. */
    private static final class Counting implements Progress {

        private final long most;
        private long total;
        private long done;

        Counting(long most) {
            this.most = most;
        }

        @Override
        public void begin(String task, long amount) {
            total = amount;
        }

        @Override
        public void advance(long amount) {
            done += amount;
        }

        @Override
        public boolean cancelled() {
            return done > most;
        }
    }

    @Test
    void oneNameTwiceIsRefused() throws IOException {
        add("a.xml", VOC);
        add("./a.xml", VOC);
        assertEquals("tar.duplicate", refused());
    }

    @Test
    void bombsAreRefused() throws IOException {
        add("a.xml", VOC);
        add("zeros.txt", "0".repeat(20 << 20));
        Path file = written(true);
        assertEquals("tar.bomb", assertThrows(FormatException.class, () -> Formats.detect(file)).issue().code());
    }

    @Test
    void lengthsThatLieAreRefused() throws IOException {
        add("a.xml", VOC);
        add('0', "b.xml", 1L << 32, "ustar\00000", "");
        assertEquals("tar.damaged", refused());
    }

    /** A few bytes that stand for terabytes, as GNU writes them in pax headers. */
    @Test
    void sparseFilesAreRefused() throws IOException {
        add("a.xml", VOC);
        pax("GNU.sparse.major=0", "GNU.sparse.minor=1", "GNU.sparse.name=b.xml", "GNU.sparse.size=2000000000",
            "GNU.sparse.numblocks=1", "GNU.sparse.map=0,10");
        add("b.x", "0123456789");
        assertEquals("tar.special", refused());
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'x', 'g'})
    void namesOfMegabytesAreRefused(char type) throws IOException {
        add("a.xml", VOC);
        byte[] name = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        put(name, 0, (1 << 20) + " path=");
        name[name.length - 1] = '\n';
        add(type, "name", name);
        add("b.xml", VOC);
        assertEquals("tar.damaged", refused());
    }

    /** Programs that unpack tar archives do the same. */
    @Test
    void longNamesFromTheRootAreTakenAsRelative() throws IOException {
        pax("path=/etc/a.xml");
        add("cut", VOC);
        GroundTruth truth = read(false);
        assertEquals(1, truth.annotations().size());
        pax("path=../../etc/a.xml");
        add("cut", VOC);
        assertEquals("tar.path", refused());
    }

    /** Each header and the content of each file, cut within, is noticed, compressed or not. */
    @ParameterizedTest
    @CsvSource({"false,700,tar.damaged", "false,1200,tar.damaged", "false,1800,tar.damaged", "true,100,gzip.truncated"})
    void whatIsCutOffIsRefused(boolean gzip, int length, String code) throws IOException {
        add("a.xml", VOC);
        add("b.xml", VOC);
        Path whole = written(gzip);
        Path file = Files.write(whole, Arrays.copyOf(Files.readAllBytes(whole), length));
        assertEquals(code, assertThrows(FormatException.class, () -> LabelTree.prepare(file, Progress.NONE)).issue().code());
    }

    @Test
    void damagedArchivesAreRefusedOrRead() throws IOException {
        add("a.xml", VOC);
        pax("path=d/\u00fc.xml");
        add("b.xml", VOC);
        byte[] good = Files.readAllBytes(written(true));
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            Random random = new Random(round);
            byte[] bad = round % 2 == 0 ? tar.toByteArray() : good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("bad-" + round + ".tar"),
                round % 5 == 0 ? Arrays.copyOf(bad, random.nextInt(bad.length)) : bad);
            try {
                Formats.detect(file).readGroundTruth(file, Progress.NONE);
            } catch (FormatException bitten) {
                refused++;
            }
        }
        assertTrue(refused > 100 && refused < 400, refused + " of 400");
    }
}
