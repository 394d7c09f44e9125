package dev.errata.formats.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.ClassProbabilities;
import dev.errata.engine.columns.PredictionColumns;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.Predictions;

/** Probabilities of all classes, in CSV and as NumPy saves them: the best is the prediction, and all are kept. */
class ProbabilitiesTest {

    private static final double[] VALUES = {0.25, 0.5, 0.125, 0.125, 0, 1};

    @TempDir
    Path folder;
    GroundTruth truth;

    @BeforeEach
    void write() throws IOException {
        Path labels = Files.writeString(folder.resolve("labels.csv"), "filename,label\na.jpg,cat\nb.jpg,dog\n");
        LabelFormat format = Formats.detect(labels);
        assertEquals("classes-csv", format.name());
        GroundTruth two = format.readGroundTruth(labels, Progress.NONE);
        Path three = Files.writeString(folder.resolve("three.csv"), "filename,label\na.jpg,cat\nb.jpg,dog\nb.jpg,cow\n");
        truth = format.readGroundTruth(three, Progress.NONE);
        assertEquals(2, two.images().size());
        assertEquals(3, truth.classes().size());
    }

    /** As numpy.save writes it, padded to 64 bytes. */
    private Path npy(int version, String type, String shape, boolean fortran, byte[] content) throws IOException {
        String header = "{'descr': '" + type + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': " + shape
            + ", }";
        int before = version == 1 ? 10 : 12;
        header += " ".repeat(63 - (before + header.length()) % 64) + "\n";
        ByteBuffer head = ByteBuffer.allocate(before).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) version).put((byte) 0);
        if (version == 1) {
            head.putShort((short) header.length());
        } else {
            head.putInt(header.length());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.array());
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        return Files.write(folder.resolve("p.npy"), out.toByteArray());
    }

    private static byte[] numbers(String type) {
        int size = type.charAt(2) - '0';
        ByteBuffer content = ByteBuffer.allocate(VALUES.length * size)
            .order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (double value : VALUES) {
            switch (size) {
                case 2 -> content.putShort(Float.floatToFloat16((float) value));
                case 4 -> content.putFloat((float) value);
                default -> content.putDouble(value);
            }
        }
        return content.array();
    }

    private Predictions read(Path file) throws IOException {
        LabelFormat format = Formats.detectPredictions(file);
        assertEquals("classes-csv", format.name());
        return format.readPredictions(file, truth, Progress.NONE);
    }

    private void assertValues(Predictions read) {
        PredictionColumns columns = read.columns();
        assertEquals(2, columns.size());
        assertEquals(1, columns.label(columns.begin(0)));
        assertEquals(0.5, columns.confidence(columns.begin(0)));
        assertEquals(2, columns.label(columns.begin(1)));
        assertEquals(1, columns.confidence(columns.begin(1)));
        assertArrayEquals(Arrays.copyOf(VALUES, 3), read.probabilities().row(columns.position(columns.begin(0))));
        assertArrayEquals(Arrays.copyOfRange(VALUES, 3, 6), read.probabilities().row(columns.position(columns.begin(1))));
    }

    @ParameterizedTest
    @CsvSource({"1,<f4", "1,<f8", "2,>f8", "3,<f2", "1,>f4"})
    void tablesOfNumPyAreRead(int version, String type) throws IOException {
        assertValues(read(npy(version, type, "(2, 3)", false, numbers(type))));
    }

    @Test
    void wholeNumbersAreCertainties() throws IOException {
        Predictions read = read(npy(1, "|u1", "(2, 3)", false, new byte[] {0, 1, 0, 1, 0, 0}));
        assertEquals(1, read.columns().label(read.columns().begin(0)));
        assertEquals(0, read.columns().label(read.columns().begin(1)));
    }

    @Test
    void tablesOfCsvAreRead() throws IOException {
        assertValues(read(Files.writeString(folder.resolve("p.csv"),
            "filename,cat,dog,cow\na.jpg,0.25,0.5,0.125\nb.jpg,0.125,0,1\n")));
        // columns and rows in another order, one class that the labels don't have
        assertValues(read(Files.writeString(folder.resolve("q.csv"),
            "filename,cow,bird,cat,dog\nb.jpg,1,0,0.125,0\na.jpg,0.125,0,0.25,0.5\n")));
    }

    /** A model may know classes that nobody was given, and see them best: then there is no prediction, but all numbers are. */
    @Test
    void classesThatOnlyTheTableHasAreKept() throws IOException {
        Predictions read = read(Files.writeString(folder.resolve("p.csv"),
            "filename,cow,bird, Cat\nb.jpg,0.2,0.7,0.1\na.jpg,0.5,0.1,0.4\nc.jpg,0,1,0\n"));
        ClassProbabilities all = read.probabilities();
        assertEquals(1, read.columns().size());
        assertEquals(List.of("bird"), all.others());
        assertArrayEquals(new int[] {2, 3, 0}, all.order());
        assertArrayEquals(new int[] {1, 0, -1}, IntStream.range(0, 3).map(all::image).toArray());
        assertArrayEquals(new double[] {0.1, Double.NaN, 0.2}, all.row(0));
        assertEquals(0.7, all.of(0, 3));
    }

    /** Nobody who saves a table for the classes 0, 1 and 2 means the order in which a file happens to name them first. */
    @Test
    void classesThatAreNumbersStandInTheirOrder() throws IOException {
        Path labels = Files.writeString(folder.resolve("numbers.csv"), "filename,label\na.jpg,2\nb.jpg,0\nb.jpg,1\n");
        truth = Formats.detect(labels).readGroundTruth(labels, Progress.NONE);
        Predictions read = read(npy(1, "<f8", "(2, 3)", false, numbers("<f8")));
        PredictionColumns columns = read.columns();
        assertEquals("1", truth.classes().get(columns.label(columns.begin(0))).name());
        assertEquals("2", truth.classes().get(columns.label(columns.begin(1))).name());
        assertArrayEquals(new double[] {0.125, 0.25, 0.5}, read.probabilities().row(0));
    }

    @Test
    void oneClassARowHasNoTable() throws IOException {
        assertNull(read(Files.writeString(folder.resolve("p.csv"), "filename,label,score\na.jpg,cat,0.5\n")).probabilities());
    }

    @Test
    void rowsThatAreNoProbabilitiesAreSetAside() throws IOException {
        byte[] content = numbers("<f8");
        ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).putDouble(0, Double.NaN);
        Predictions read = read(npy(1, "<f8", "(2, 3)", false, content));
        assertEquals(new GroundTruth.RecordCounts(2, 1, 1, 0), read.counts());
        assertEquals("row 0", read.issues().getFirst().record());
        assertEquals("score.range", read.issues().getFirst().code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"<f8; (3, 2); npy.size", "<f8; (6,); npy.shape", "<f8; (2, 300000); npy.length",
        "|O; (2, 3); npy.pickle", "<c8; (2, 3); npy.type", "<f1; (2, 3); npy.type"})
    void othersAreRefused(String type, String shape, String code) throws IOException {
        Path file = npy(1, type, shape, false, numbers("<f8"));
        FormatException refused = assertThrows(FormatException.class, () -> read(file));
        assertEquals(code, refused.issue().code());
        assertEquals(file.toString(), refused.issue().file());
    }

    @Test
    void columnsFirstAndTornFilesAreRefused() throws IOException {
        Path file = npy(1, "<f8", "(2, 3)", true, numbers("<f8"));
        assertEquals("npy.order", assertThrows(FormatException.class, () -> read(file)).issue().code());
        byte[] whole = Files.readAllBytes(npy(1, "<f8", "(2, 3)", false, numbers("<f8")));
        for (int length = 8; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            String code = assertThrows(FormatException.class, () -> read(file)).issue().code();
            assertTrue(code.startsWith("npy."), code);
        }
    }
}
