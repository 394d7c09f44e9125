package dev.errata.formats.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.LabelFormat;

/** What BDD100K calls true is 1 where other formats have digits. */
class FlagsTest {

    @TempDir
    Path folder;

    private GroundTruth in(String name) throws IOException {
        Path file = Files.writeString(folder.resolve("frames.json"), "[{\"name\": \"a.jpg\", \"size\": {\"width\": 100, "
            + "\"height\": 80}, \"labels\": [{\"id\": 1, \"category\": \"car\", \"attributes\": {\"occluded\": true, "
            + "\"truncated\": false}, \"box2d\": {\"x1\": 1, \"y1\": 1, \"x2\": 2, \"y2\": 2}}]}]");
        GroundTruth truth = Formats.detect(file).readGroundTruth(file, Progress.NONE);
        LabelFormat format = Formats.named(name).orElseThrow();
        return format.readGroundTruth(ConversionTest.write(format, truth, folder), Progress.NONE);
    }

    @Test
    void formatsWithDigitsGetDigits() throws IOException {
        GroundTruth voc = in("voc");
        assertEquals(Map.of("occluded", "1", "truncated", "0"), voc.details().read(0).attributes());
        assertEquals(List.of(), voc.issues());
        Map<String, String> kitti = in("kitti").details().read(0).attributes();
        assertEquals("1 0", kitti.get("occluded") + " " + kitti.get("truncated"));
        Map<String, String> openImages = in("openimages").details().read(0).attributes();
        assertEquals("1 0", openImages.get("IsOccluded") + " " + openImages.get("IsTruncated"));
        assertTrue(openImages.get("IsInside").equals("-1"), openImages.toString());
    }
}
