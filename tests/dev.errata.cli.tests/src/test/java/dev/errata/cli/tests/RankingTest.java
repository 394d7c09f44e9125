package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Every way to rank suspects, and the self-test that compares them, on a few labels of which it is known what is wrong. */
class RankingTest {

    private static final Set<String> KINDS = Set.of("wrong-class", "missing", "spurious", "loose", "duplicate");
    private static final int IMAGES = 8;

    @TempDir
    private Path work;
    private Path labels;
    private Path predictions;

    /** In each image the model sees a cat and a dog; in the first the dog is labelled a cat, in the second it has no label. */
    @BeforeEach
    void write() throws Exception {
        StringBuilder images = new StringBuilder();
        StringBuilder annotations = new StringBuilder();
        StringBuilder results = new StringBuilder();
        for (int image = 1; image <= IMAGES; image++) {
            images.append(",{\"id\":%d,\"width\":100,\"height\":100,\"file_name\":\"%d.jpg\"}".formatted(image, image));
            annotations.append(annotation(image, 1, 10));
            annotations.append(image == 2 ? "" : annotation(image, image == 1 ? 1 : 2, 60));
            results.append(result(image, 1, 10)).append(result(image, 2, 60));
        }
        labels = Files.writeString(work.resolve("labels.json"), ("{\"images\":[%s],\"categories\":[{\"id\":1,\"name\":\"cat\"},"
            + "{\"id\":2,\"name\":\"dog\"}],\"annotations\":[%s]}").formatted(images.substring(1), annotations.substring(1)));
        predictions = Files.writeString(work.resolve("predictions.json"), "[" + results.substring(1) + "]");
    }

    private static String annotation(int image, int label, int x) {
        return ",{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%d,10,30,30],\"area\":900,\"iscrowd\":0}"
            .formatted(image * 10 + x / 50, image, label, x);
    }

    private static String result(int image, int label, int x) {
        return ",{\"image_id\":%d,\"category_id\":%d,\"bbox\":[%d,11,30,30],\"score\":0.9%d}".formatted(image, label, x, image);
    }

    @ParameterizedTest
    @ValueSource(strings = {"errata", "confidence", "loss", "mistakenness", "objectlab", "objectlab-scale-free",
        "confident-learning", "agreement", "geometry"})
    void everyNameRanks(String name) throws Exception {
        JsonNode suspects = suspects(name);
        double last = Double.POSITIVE_INFINITY;
        Set<String> wrong = new HashSet<>();
        for (JsonNode suspect : suspects) {
            assertTrue(suspect.get("score").doubleValue() <= last, "the most suspicious first");
            last = suspect.get("score").doubleValue();
            assertTrue(KINDS.contains(suspect.get("kind").textValue()));
            assertTrue(suspect.get("image").textValue().endsWith(".jpg") && !suspect.get("reason").textValue().isBlank());
            assertEquals(suspect.get("annotation").isNull(), suspect.get("kind").textValue().equals("missing"));
            wrong.add(suspect.get("image").textValue());
        }
        // boxes alone show nothing here; all others see both errors, these before what the model confirms
        assertTrue(name.equals("geometry") ? suspects.isEmpty() : wrong.containsAll(Set.of("1.jpg", "2.jpg")), wrong::toString);
        if (Set.of("errata", "loss", "agreement").contains(name)) {
            assertEquals(Set.of("1.jpg", "2.jpg"),
                Set.of(suspects.at("/0/image").textValue(), suspects.at("/1/image").textValue()));
        }
    }

    /** A long list is worded in blocks, on all cores. */
    @Test
    void aLongListIsWholeAndInOrder() throws Exception {
        Product errata = new Product(work);
        Object[] command = {"suspects", "--labels", Product.sample("labels.json"), "--predictions",
            Product.sample("model_a.json"), "--output", "json"};
        JsonNode all = errata.json(command);
        Set<List<String>> different = new HashSet<>();
        double last = 1;
        for (JsonNode suspect : all) {
            assertTrue(suspect.get("score").doubleValue() <= last, "the most suspicious first");
            last = suspect.get("score").doubleValue();
            different.add(List.of(suspect.get("annotation").asText(), suspect.get("prediction").asText()));
        }
        assertTrue(all.size() > 4_500, all.size() + " suspects");
        assertEquals(all.size(), different.size());
        List<Object> limited = new ArrayList<>(List.of(command));
        limited.addAll(List.of("--limit", "2500"));
        JsonNode first = errata.json(limited.toArray());
        assertEquals(2_500, first.size());
        for (int i = 0; i < first.size(); i++) {
            assertEquals(all.get(i), first.get(i));
        }
    }

    @Test
    void anUnknownNameIsWrongUsage() throws Exception {
        Product.Result result = new Product(work).run("suspects", "--labels", labels, "--predictions", predictions,
            "--rank", "luck");
        assertEquals(2, result.code());
        assertTrue(result.err().contains("luck"), result.err());
    }

    @Test
    void aRunThatFoundNothingLeavesEveryLabelInDoubt() throws Exception {
        Path nothing = Files.writeString(work.resolve("nothing.json"), "[]\n");
        for (String name : List.of("errata", "agreement", "loss", "confident-learning", "mistakenness")) {
            JsonNode suspects = new Product(work).json("suspects", "--labels", labels, "--predictions", nothing, "--rank", name,
                "--output", "json");
            assertEquals(2 * IMAGES - 1, suspects.size(), name);
            suspects.forEach(suspect -> assertTrue(suspect.get("prediction").isNull(), name));
        }
    }

    /** What cleanlab gives for the same table: the class that no image has counts as well. */
    @Test
    void classesOfTheTableThatNobodyWasGivenCount() throws Exception {
        Path classes = Files.writeString(work.resolve("classes.csv"), "image,label\na.jpg,cat\nb.jpg,dog\n");
        Path table = Files.writeString(work.resolve("table.csv"), "image,owl,dog,cat\na.jpg,0.7,0.1,0.2\nb.jpg,0.1,0.7,0.2\n");
        Product.Result result = new Product(work).run("suspects", "--labels", classes, "--predictions", table, "--quality",
            "confidence_weighted_entropy", "--output", "json");
        assertTrue(result.err().contains("1 of 2 records"), "no prediction is made of it: " + result.err());
        JsonNode suspects = result.json();
        assertEquals(List.of("a.jpg", "b.jpg"), suspects.findValuesAsText("image"));
        assertTrue(suspects.at("/0/prediction").isNull() && suspects.at("/1/prediction").intValue() == 1);
        assertTrue(suspects.at("/0/reason").textValue().contains("the model says owl at 0.70"), suspects::toString);
        double entropy = -(0.7 * Math.log(0.7) + 0.2 * Math.log(0.2) + 0.1 * Math.log(0.1)) / Math.log(3) / 0.2;
        assertEquals(1 - Math.log(entropy + 1) / entropy, suspects.at("/0/score").doubleValue(), 1e-12);
    }

    /** Two labels at the same confidence in the same other class: how improbable each is, only the table tells. */
    @Test
    void lossOfImageClassesIsThatOfTheTable() throws Exception {
        Path classes = Files.writeString(work.resolve("classes.csv"), "image,label\na.jpg,cat\nb.jpg,cat\nc.jpg,dog\n");
        Path table = Files.writeString(work.resolve("table.csv"),
            "image,cat,dog,owl\na.jpg,0.35,0.6,0.05\nb.jpg,0.01,0.6,0.39\nc.jpg,0.1,0.8,0.1\n");
        JsonNode suspects = new Product(work).json("suspects", "--labels", classes, "--predictions", table, "--rank", "loss",
            "--output", "json");
        assertEquals(List.of("b.jpg", "a.jpg", "c.jpg"), suspects.findValuesAsText("image"));
        assertEquals(-Math.log(0.01), suspects.at("/0/score").doubleValue(), 1e-9);
        assertEquals(-Math.log(0.35), suspects.at("/1/score").doubleValue(), 1e-9);
    }

    @Test
    void theSelfTestScoresEveryMethodOnSeededErrors() throws Exception {
        Product errata = new Product(work);
        Object[] command = {"selftest", "--labels", Product.sample("labels.json"), "--predictions",
            Product.sample("model_a.json"), "--seed", "3", "--output", "json"};
        JsonNode json = errata.json(command);
        int seeded = 0;
        for (String kind : KINDS) {
            seeded += json.at("/kinds/" + kind).intValue();
        }
        assertEquals(json.get("errors").intValue(), seeded);
        assertTrue(seeded > 100, seeded + " errors");
        assertEquals(3, json.get("seed").intValue());
        assertTrue(json.get("methods").size() >= 8);
        double errataPrecision = 0;
        double best = 0;
        for (JsonNode method : json.get("methods")) {
            int before = 0;
            for (JsonNode at : method.get("at")) {
                int found = at.get("found").intValue();
                assertTrue(found >= before && found <= Math.min(seeded, at.get("k").intValue()));
                assertEquals(found / (double) seeded, at.get("recall").doubleValue(), 1e-9);
                before = found;
            }
            double precision = method.get("averagePrecision").doubleValue();
            boolean ours = method.get("method").textValue().equals("errata");
            errataPrecision = ours ? precision : errataPrecision;
            best = ours ? best : Math.max(best, precision);
        }
        assertTrue(errataPrecision > best, errataPrecision + " of " + best);
        assertEquals(json, errata.json(command), "the seed decides");
    }

    private JsonNode suspects(String name) throws Exception {
        return new Product(work).json("suspects", "--labels", labels, "--predictions", predictions, "--rank", name,
            "--output", "json");
    }
}
