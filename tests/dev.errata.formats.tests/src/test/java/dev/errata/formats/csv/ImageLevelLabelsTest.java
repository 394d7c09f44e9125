package dev.errata.formats.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.engine.Progress;
import dev.errata.engine.metrics.FederatedRules;
import dev.errata.formats.FormatException;
import dev.errata.formats.Formats;
import dev.errata.formats.GroundTruth;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;
import dev.errata.formats.LabelFormat;
import dev.errata.formats.files.LabelTree;

/** Open Images' labels of whole images: verified negatives are never labels, and say what an image was checked for. */
class ImageLevelLabelsTest {

    private static final String NEGATIVES = """
        ImageID,Source,LabelName,Confidence
        aa,verification,/m/1,1
        aa,verification,/m/2,0
        bb,verification,/m/1,0
        bb,verification,/m/2,1
        bb,verification,/m/3,1
        cc,verification,/m/9,0
        aa,machine,/m/3,0.6
        """;

    @TempDir
    Path folder;

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void boxes() throws IOException {
        put("validation-annotations-bbox.csv", """
            ImageID,Source,LabelName,Confidence,XMin,XMax,YMin,YMax,IsOccluded,IsTruncated,IsGroupOf,IsDepiction,IsInside
            aa,xclick,/m/1,1,0.1,0.2,0.3,0.4,0,0,0,0,0
            bb,xclick,/m/2,1,0.1,0.2,0.3,0.4,0,0,0,0,0
            bb,xclick,/m/3,1,0.1,0.2,0.3,0.4,0,0,1,0,0
            aa,xclick,/m/3,1,0.1,0.2,0.3,0.4,0,0,1,0,0
            """);
        put("class-descriptions-boxable.csv", "/m/1,Cat\n/m/2,Dog\n/m/3,Cow\n");
    }

    @Test
    void imagesWereCheckedForTheClassesThatAreVerified() throws IOException {
        boxes();
        LabelFormat format = Formats.detect(folder);
        assertEquals("openimages", format.name());
        assertNull(format.readGroundTruth(folder, Progress.NONE).federated());
        put("validation-annotations-human-imagelabels-boxable.csv", NEGATIVES.replace("bb,verification,/m/2,1\n", "")
            .replace("aa,machine,/m/3,0.6", "aa,machine,/m/3,0.6\nbb,verification,/m/1,1"));
        GroundTruth truth = format.readGroundTruth(folder, Progress.NONE);
        assertEquals(4, truth.counts().imported());
        FederatedRules rules = truth.federated();
        int cat = label(truth, "Cat");
        int dog = label(truth, "Dog");
        assertArrayEquals(new int[] {dog}, rules.absent(0));
        assertArrayEquals(new int[0], rules.incomplete(0));
        // somebody saw a cat in the second image that has no box, and somebody saw none
        assertArrayEquals(new int[] {cat}, rules.incomplete(1));
        assertArrayEquals(new int[0], rules.absent(1));
    }

    /** Cats and dogs are pets, cows are none; what a pet consists of is no pet. */
    @Test
    void whatIsSaidOfAClassHoldsForItsKinds() throws IOException {
        boxes();
        put("bbox_labels_600_hierarchy.json", """
            {"LabelName": "/m/0bl9f", "Subcategory": [{"LabelName": "/m/3", "Subcategory": [{"LabelName": "/m/pet",
             "Part": [{"LabelName": "/m/2"}], "Subcategory": [{"LabelName": "/m/1"}]}]}]}
            """);
        put("validation-annotations-human-imagelabels-boxable.csv",
            "ImageID,Source,LabelName,Confidence\nbb,verification,/m/pet,0\naa,verification,/m/pet,1\n");
        GroundTruth truth = Formats.detect(folder).readGroundTruth(folder, Progress.NONE);
        FederatedRules rules = truth.federated();
        assertArrayEquals(new int[] {label(truth, "Cat")}, rules.absent(1));
        // the first image has a cow
        assertArrayEquals(new int[0], rules.incomplete(0));
        put("validation-annotations-bbox.csv", "ImageID,LabelName,XMin,XMax,YMin,YMax\naa,/m/1,0.1,0.2,0.3,0.4\n"
            + "bb,/m/3,0.1,0.2,0.3,0.4\n");
        truth = Formats.detect(folder).readGroundTruth(folder, Progress.NONE);
        assertArrayEquals(new int[] {label(truth, "Cow")}, truth.federated().incomplete(0));
    }

    @Test
    void aHierarchyThatIsNoneIsRefused() throws IOException {
        boxes();
        put("hierarchy.json", "{\"LabelName\": ");
        LabelFormat format = Formats.detect(folder);
        Issue issue = assertThrows(FormatException.class, () -> format.readGroundTruth(folder, Progress.NONE)).issue();
        assertTrue(issue.code().startsWith("json.") && issue.file().endsWith("hierarchy.json"), issue.toString());
    }

    private static int label(GroundTruth truth, String name) {
        return truth.classes().stream().map(entry -> entry.name()).toList().indexOf(name);
    }

    @Test
    void theFileIsWrittenBackAsItIs() throws IOException {
        boxes();
        put("validation-annotations-human-imagelabels.csv", NEGATIVES);
        LabelFormat format = Formats.detect(folder);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.writeEdited(folder, format.readGroundTruth(folder, Progress.NONE), List.of(), out);
        Path zip = Files.write(folder.resolve("out.zip"), out.toByteArray());
        try (LabelTree tree = LabelTree.of(zip)) {
            assertEquals(NEGATIVES, new String(tree.read("validation-annotations-human-imagelabels.csv"),
                StandardCharsets.UTF_8));
        }
    }

    @Test
    void aloneTheyAreClassesOfImagesWithoutTheNegatives() throws IOException {
        put("train-annotations-human-imagelabels.csv", NEGATIVES);
        LabelFormat format = Formats.detect(folder);
        assertEquals("classes-csv", format.name());
        GroundTruth truth = format.readGroundTruth(folder, Progress.NONE);
        assertEquals(3, truth.issueCounts().of(Severity.QUARANTINED).get("csv.negative"));
        assertEquals(new GroundTruth.RecordCounts(7, 4, 3, 0), truth.counts());
    }
}
