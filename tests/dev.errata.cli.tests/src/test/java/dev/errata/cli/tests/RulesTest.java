package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Which classes count as right for each other, which count nowhere, and how other tools match. */
class RulesTest {

    private static final Path LABELS = Product.sample("labels.json");
    private static final Path MODEL = Product.sample("model_a.json");

    @TempDir
    private Path work;

    @Test
    void allowedPairsAreNoMismatchesAndHaveADirection() throws Exception {
        Product errata = new Product(work);
        JsonNode plain = evaluate(errata);
        JsonNode allowed = evaluate(errata, "--allow", "RBC,WBC");
        assertEquals(plain.get("matrix"), allowed.get("matrix"));
        assertEquals("[{\"groundTruth\":\"RBC\",\"predicted\":\"WBC\",\"count\":14}]", allowed.get("allowed").toString());
        assertEquals(mismatches(errata) - 14, mismatches(errata, "--allow", "RBC,WBC"));
        assertEquals(mismatches(errata), mismatches(errata, "--allow", "WBC,RBC"), "no WBC is predicted as RBC");
    }

    @Test
    void anIgnoredClassCountsNowhereAndItsRegionsTakeLeftovers() throws Exception {
        Product errata = new Product(work);
        JsonNode plain = evaluate(errata);
        JsonNode ignored = evaluate(errata, "--ignore", "Platelets");
        assertEquals("[\"Platelets\"]", ignored.get("ignoredClasses").toString());
        assertEquals("[0,0,0,0]", ignored.at("/matrix/2").toString());
        for (int row = 0; row < 4; row++) {
            assertEquals(0, ignored.at("/matrix/" + row + "/2").intValue());
        }
        assertEquals(361, ignored.at("/ignored/annotations").intValue());
        assertTrue(ignored.at("/ignored/predictions").intValue() > 6570, "all predictions of platelets, and some of others");
        assertEquals(plain.get("predictions").intValue(),
            sum(ignored.get("matrix"), 3) + ignored.at("/ignored/predictions").intValue());
    }

    @Test
    void dontCareOfKittiTakesPredictionsOfAnyClass() throws Exception {
        Path labels = Files.createDirectories(work.resolve("labels"));
        Path predictions = Files.createDirectories(work.resolve("predictions"));
        Files.writeString(labels.resolve("000001.txt"), """
            Car 0.00 0 1.85 387.63 181.54 423.81 203.12 1.67 1.87 3.69 -16.53 2.39 58.49 1.57
            DontCare -1 -1 -10 500.00 150.00 600.00 200.00 -1 -1 -1 -1000 -1000 -1000 -10
            """);
        Files.writeString(predictions.resolve("000001.txt"), """
            Car -1 -1 -10 510.00 160.00 540.00 180.00 -1 -1 -1 -1000 -1000 -1000 -10 0.9
            Car -1 -1 -10 10.00 160.00 40.00 180.00 -1 -1 -1 -1000 -1000 -1000 -10 0.8
            """);
        JsonNode json = new Product(work).json("evaluate", "--labels", labels, "--predictions", predictions, "--output", "json");
        assertEquals("[[0,0,1],[0,0,0],[1,0,0]]", json.get("matrix").toString());
        assertEquals("{\"annotations\":1,\"predictions\":1}", json.get("ignored").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "coco", "fiftyone", "ultralytics", "supervision", "cvat", "nucleus"})
    void everyProfileCountsEveryObjectOnce(String profile) throws Exception {
        JsonNode json = evaluate(new Product(work), "--profile", profile);
        assertEquals(profile, json.get("profile").textValue());
        assertEquals(json.get("predictions").intValue(), sum(json.get("matrix"), 3) + json.at("/ignored/predictions").intValue());
    }

    @Test
    void everyOutputNamesTheProfile() throws Exception {
        Product errata = new Product(work);
        for (JsonNode mismatch : errata.json(command("mismatches", "--profile", "cvat", "--limit", "3"))) {
            assertEquals("cvat", mismatch.get("profile").textValue());
        }
        String cvat = "profile cvat, IoU at least 0.4, confidence at least 0.0";
        for (String[] asked : new String[][] {{"evaluate", "text"}, {"evaluate", "csv"}, {"mismatches", "text"},
            {"evaluate", "text", "--slice", "image.width"}, {"evaluate", "csv", "--slice", "image.width"},
            {"explain", "text", "--with", "coco", "--limit", "1"}}) {
            List<Object> command = new ArrayList<>(List.of(asked[0], "--labels", LABELS, "--predictions", MODEL, "--profile",
                "cvat", "--output", asked[1]));
            command.addAll(List.of(asked).subList(2, asked.length));
            Product.Result result = errata.run(command.toArray());
            assertTrue(result.out().contains(cvat), String.join(" ", asked) + ": " + result.out());
        }
    }

    @Test
    void suspectsFollowTheRules() throws Exception {
        Product errata = new Product(work);
        String[] asked = {"--rank", "confidence"};
        List<JsonNode> all = suspects(errata, asked);
        List<JsonNode> without = suspects(errata, "--rank", "confidence", "--ignore", "Platelets", "--allow", "RBC,WBC");
        assertTrue(without.size() < all.size());
        assertTrue(all.stream().anyMatch(RulesTest::isRedAsWhite));
        assertTrue(without.stream().noneMatch(suspect -> isRedAsWhite(suspect)
            || suspect.get("reason").textValue().contains("Platelets")));
    }

    private static boolean isRedAsWhite(JsonNode suspect) {
        return suspect.get("kind").textValue().equals("wrong-class")
            && suspect.get("reason").textValue().startsWith("labelled RBC, the model says WBC");
    }

    private static List<JsonNode> suspects(Product errata, String... further) throws Exception {
        List<JsonNode> found = new ArrayList<>();
        errata.json(command("suspects", further)).forEach(found::add);
        return found;
    }

    @Test
    void whatHasNoEffectAndWhatIsUnknownIsSaid() throws Exception {
        Product errata = new Product(work);
        Product.Result coco = errata.run("evaluate", "--labels", LABELS, "--predictions", MODEL, "--profile", "coco", "--allow",
            "RBC,WBC");
        assertEquals(2, coco.code());
        assertTrue(coco.err().contains("matches boxes of one class only"), coco.err());
        Product.Result unknown = errata.run("evaluate", "--labels", LABELS, "--predictions", MODEL, "--ignore", "Platelet");
        assertEquals(1, unknown.code());
        assertTrue(unknown.err().contains("did you mean \"Platelets\"?"), unknown.err());
    }

    private static JsonNode evaluate(Product errata, String... further) throws Exception {
        return errata.json(command("evaluate", further));
    }

    private static int mismatches(Product errata, String... further) throws Exception {
        return errata.json(command("mismatches", further)).size();
    }

    private static Object[] command(String verb, String... further) {
        List<Object> command = new ArrayList<>(List.of(verb, "--labels", LABELS, "--predictions", MODEL, "--output",
            "json"));
        command.addAll(List.of(further));
        return command.toArray();
    }

    /** Everything but one column. */
    private static int sum(JsonNode matrix, int without) {
        int sum = 0;
        for (JsonNode row : matrix) {
            for (int column = 0; column < row.size(); column++) {
                sum += column == without ? 0 : row.get(column).intValue();
            }
        }
        return sum;
    }
}
