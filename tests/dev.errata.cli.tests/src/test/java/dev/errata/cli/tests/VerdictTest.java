package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.errata.cli.tests.Product.Result;

/** Verdicts from the command line, about what options, files and other commands name. */
class VerdictTest {

    @TempDir
    private Path work;
    private Product errata;
    private Path dataset;

    @BeforeEach
    void dataset() throws Exception {
        errata = new Product(work);
        dataset = SharedDataset.copyTo(work);
    }

    /** Every verdict in the history, as {@code annotation/prediction verdict}. */
    private List<String> verdicts() throws Exception {
        List<String> verdicts = new ArrayList<>();
        for (JsonNode step : errata.json("history", dataset, "--output", "json")) {
            if (step.get("kind").textValue().equals("verdict")) {
                verdicts.add(step.get("annotation").asText() + "/" + step.get("prediction").asText() + " "
                    + step.get("new").textValue());
            }
        }
        return verdicts;
    }

    @Test
    void verdictsAreOneChangeThatIsTakenBack() throws Exception {
        String said = errata.done("verdict", dataset, "model-wrong", "--annotation", "2,4", "--annotation", 6, "--reason",
            "seen").out();
        assertEquals(3, said.lines().count(), said);
        assertTrue(said.startsWith("annotation 2 in a.jpg: verdict model-wrong"), said);
        JsonNode history = errata.json("history", dataset, "--output", "json");
        assertEquals(3, history.size());
        assertEquals("seen", history.get(0).get("reason").textValue());
        assertEquals("a.jpg", history.get(0).get("image").textValue());
        assertEquals(history.get(0).get("group"), history.get(2).get("group"));

        assertEquals("Nothing to do: all is as asked already.", errata.done("verdict", dataset, "model-wrong", "--annotation", 4,
            "--reason", "seen").out().strip());
        errata.done("verdict", dataset, "ambiguous", "--annotation", 4);
        assertTrue(errata.done("undo", dataset).out().contains("annotation 4 in a.jpg: verdict model-wrong -> ambiguous"));
        String undone = errata.done("undo", dataset).out();
        assertEquals(4, undone.lines().count(), undone);
        assertTrue(errata.run("undo", dataset).err().contains("nothing"));
    }

    /** The ranking learns from them: what was decided is asked no more. */
    @Test
    void selectionsOfOtherCommandsArePipedIn() throws Exception {
        JsonNode before = errata.json("suspects", dataset, "--output", "json", "--expect", 5);
        Files.writeString(work.resolve("cell.json"),
            errata.done("mismatches", dataset, "--cell", "car,person", "--output", "json").out());
        Result piped = errata.runRedirected("<cell.json", "verdict", dataset, "model-wrong", "--from", "-");
        assertEquals("annotation 1 with prediction 0 of m in b.jpg: verdict model-wrong", piped.out().strip(), piped.err());
        JsonNode after = errata.json("suspects", dataset, "--output", "json", "--expect", 5);
        assertEquals(0, before.get("verdicts").intValue());
        assertEquals(1, after.get("verdicts").intValue());
        assertTrue(after.get("suspects").intValue() < before.get("suspects").intValue(), after.toString());

        Files.writeString(work.resolve("suspects.json"),
            errata.done("suspects", dataset, "--limit", 3, "--output", "json").out());
        errata.done("verdict", dataset, "ignore", "--from", "suspects.json");
        assertEquals(4, verdicts().size());
    }

    @Test
    void pairsAndPredictionsAreNamedByOptions() throws Exception {
        errata.done("verdict", dataset, "both-wrong", "--annotation", 1, "--prediction", 0);
        errata.done("verdict", dataset, "label-wrong", "--run", "m", "--prediction", 0);
        errata.done("verdict", dataset, "ignore", "--annotation", 1);
        assertEquals(List.of("1/0 both-wrong", "null/0 label-wrong", "1/null ignore"), verdicts());
    }

    @Test
    void entriesMayHaveVerdictsOfTheirOwn() throws Exception {
        Files.writeString(work.resolve("own.json"), """
            [{"annotation": 2, "verdict": "ambiguous", "anything": {"annotation": [1]}},
             {"annotation": 1, "prediction": 0, "run": "m", "image": "b.jpg"},
             {"annotation": 2, "verdict": "ambiguous"}]
            """);
        check(1, errata.run("verdict", dataset, "--from", "own.json"), "own.json:2, entry 2", "no verdict");
        errata.done("verdict", dataset, "label-wrong", "--from", "own.json");
        assertEquals(List.of("2/null ambiguous", "1/0 label-wrong"), verdicts());
        errata.done("undo", dataset);
        assertTrue(errata.run("undo", dataset).err().contains("nothing"));
    }

    private static void check(int code, Result result, String... words) {
        assertEquals(code, result.code(), result.err());
        assertEquals("", result.out());
        for (String word : words) {
            assertTrue(result.err().contains(word), "\"" + word + "\" is not in: " + result.err());
        }
    }

    private void refused(String selection, String... words) throws Exception {
        Files.writeString(work.resolve("selection.json"), selection);
        check(1, errata.run("verdict", dataset, "ignore", "--from", "selection.json"), words);
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsChanged() throws Exception {
        refused("", "selection.json", "empty");
        refused("[]", "selection.json", "empty");
        refused("[{\"annotation\": 2},\n 4]", "selection.json:2, entry 2", "no object");
        refused("[{\"annotation\": 2}, {\"annotation\": 4711}]", "entry 2", "no annotation 4711");
        refused("[{\"annotation\": 2}, {\"image\": \"a.jpg\"}]", "entry 2", "neither");
        refused("[{\"annotation\": \"2\"}]", "entry 1", "\"2\", no whole number");
        refused("[{\"prediction\": 4294967296}]", "entry 1", "too large");
        refused("[{\"prediction\": 1}]", "entry 1", "run m has no prediction 1");
        refused("[{\"prediction\": 0, \"run\": \"n\"}]", "entry 1", "no run \"n\"");
        refused("[{\"annotation\": 2, \"prediction\": 0}]", "entry 1", "a.jpg", "b.jpg", "no pair");
        refused("[{\"annotation\": 2, \"image\": \"b.jpg\"}]", "entry 1", "another dataset");
        refused("[{\"annotation\": 2, \"verdict\": \"right\"}]", "entry 1", "\"right\"", "model-wrong");
        refused("[{\"annotation\": 2}, {\"annotation\": 2, \"verdict\": \"ambiguous\"}]", "entry 2", "ignore");
        refused("[{\"annotation\": 2},\n{\"annotation\":", "selection.json:2", "no JSON");
        refused("[{\"annotation\": 2, \"annotation\": 4}]", "no JSON", "annotation");
        check(1, errata.run("verdict", dataset, "ignore", "--from", "none.json"), "none.json");
        check(1, errata.run("verdict", dataset, "ignore", "--from", work), "folder");
        assertEquals(0, errata.json("history", dataset, "--output", "json").size());
    }

    @Test
    void optionsThatDontGoTogetherAreMisuse() throws Exception {
        check(2, errata.run("verdict", dataset, "ignore"), "--annotation, --prediction or --from");
        check(2, errata.run("verdict", dataset, "--annotation", 2), "label-wrong");
        check(2, errata.run("verdict", dataset, "right", "--annotation", 2), "\"right\"", "model-wrong");
        check(2, errata.run("verdict", dataset, "ignore", "--annotation", 2, "--from", "x"), "not both");
        check(2, errata.run("verdict", dataset, "ignore", "--annotation", "1,2", "--prediction", 0), "pairs", "2 and 1");
        check(2, errata.run("send", dataset), "--annotation, --prediction or --from");
    }
}
