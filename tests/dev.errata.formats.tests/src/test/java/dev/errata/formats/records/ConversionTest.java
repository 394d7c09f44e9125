package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Holds;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.LabelSink;
import dev.errata.formats.files.LabelTree;
import dev.errata.formats.io.PathNames;

/** COCO labels written in every other format and read back: every box within a millionth of a pixel. */
class ConversionTest {

    private static final double PIXEL = 1e-6;

    @TempDir
    Path folder;

    static List<String> boxFormats() {
        return Formats.all().stream().filter(format -> format.holds().contains(Holds.BOXES)).map(LabelFormat::name).toList();
    }

    static Path write(LabelFormat format, GroundTruth truth, Path folder) throws IOException {
        if (format.manyFiles()) {
            Path zip = folder.resolve(format.name() + ".zip");
            try (OutputStream out = Files.newOutputStream(zip); LabelSink sink = LabelSink.archive(out)) {
                format.write(truth, sink, Progress.NONE);
                if (!format.holds().contains(Holds.IMAGE_SIZES)) {
                    sizes(truth, sink);
                }
            }
            return zip;
        }
        Path file = folder.resolve(format.name() + ".labels");
        try (OutputStream out = Files.newOutputStream(file)) {
            format.write(truth, LabelSink.single(out), Progress.NONE);
        }
        return file;
    }

    /** Stands for the pictures, which are not there. */
    private static void sizes(GroundTruth truth, LabelSink sink) throws IOException {
        StringBuilder text = new StringBuilder();
        truth.images().forEach(image -> text.append(image.fileName()).append('\t').append(image.width()).append('\t')
            .append(image.height()).append('\n'));
        try (OutputStream out = sink.file(LabelTree.SIZES)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("boxFormats")
    void everyBoxComesBack(String name) throws IOException {
        LabelFormat format = Formats.named(name).orElseThrow();
        Path source = WriteBackTest.resource("coco/voc100_gt.json");
        GroundTruth truth = Formats.detect(source).readGroundTruth(source, Progress.NONE);
        Path written = write(format, truth, folder);
        assertEquals(name, Formats.detect(written).name());
        GroundTruth again = format.readGroundTruth(written, Progress.NONE);
        assertEquals(273, again.annotations().size());
        assertEquals(0, again.counts().quarantined());
        boolean nominal = name.equals("openimages");
        if (format.holds().contains(Holds.NEGATIVES)) {
            assertEquals(truth.images().size(), again.images().size());
        }
        Map<String, Integer> images = new HashMap<>();
        for (int image = 0; image < again.images().size(); image++) {
            images.put(PathNames.stem(PathNames.base(again.images().get(image).fileName())), image);
        }
        for (int image = 0; image < truth.images().size(); image++) {
            Integer other = images.get(PathNames.stem(truth.images().get(image).fileName()));
            assertImage(truth, image, again, other, nominal);
        }
    }

    private static void assertImage(GroundTruth truth, int image, GroundTruth again, Integer other, boolean nominal) {
        AnnotationColumns expected = truth.annotations();
        int count = expected.end(image) - expected.begin(image);
        if (other == null) {
            assertEquals(0, count);
            return;
        }
        AnnotationColumns found = again.annotations();
        assertEquals(count, found.end(other) - found.begin(other));
        double across = nominal ? truth.images().get(image).width() / 1000.0 : 1;
        double down = nominal ? truth.images().get(image).height() / 1000.0 : 1;
        for (int i = 0; i < count; i++) {
            int row = expected.begin(image) + i;
            int twin = found.begin(other) + i;
            assertArrayEquals(new double[] {expected.x(row), expected.y(row), expected.width(row), expected.height(row)},
                new double[] {found.x(twin) * across, found.y(twin) * down, found.width(twin) * across,
                    found.height(twin) * down}, PIXEL);
            assertEquals(truth.classes().get(expected.label(row)).name(), again.classes().get(found.label(twin)).name());
        }
    }

    @Test
    void imageClassesComeBack() throws IOException {
        Path source = WriteBackTest.resource("coco/voc100_gt.json");
        GroundTruth truth = Formats.detect(source).readGroundTruth(source, Progress.NONE);
        LabelFormat format = Formats.named("classes-csv").orElseThrow();
        Path written = write(format, truth, folder);
        assertEquals("classes-csv", Formats.detect(written).name());
        assertEquals(273, format.readGroundTruth(written, Progress.NONE).annotations().size());
    }
}
