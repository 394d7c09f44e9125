package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.errata.cli.tests.Product.Result;

/** A batch goes to annotators and comes back as labels, all by commands. */
class TasksTest {

    @TempDir
    private Path work;
    private Product errata;
    private Path dataset;

    @BeforeEach
    void dataset() throws Exception {
        errata = new Product(work);
        dataset = SharedDataset.copyTo(work);
    }

    private Product as(String author) {
        return errata.with(Map.of("ERRATA_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Derrata.author=" + author));
    }

    private JsonNode tasks(Object... options) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of("tasks", dataset, "--output", "json"));
        arguments.addAll(List.of(options));
        return errata.json(arguments.toArray());
    }

    private static void fails(Result result, String... words) {
        assertEquals(1, result.code(), result.err());
        assertEquals("", result.out());
        for (String word : words) {
            assertTrue(result.err().contains(word), "\"" + word + "\" is not in: " + result.err());
        }
    }

    @Test
    void sendDraftSubmitReturnAccept() throws Exception {
        as("ana").done("send", dataset, "--annotation", "1,2,4", "--name", "Look again");
        JsonNode sent = tasks();
        assertEquals(2, sent.size(), sent.toString());
        JsonNode task = sent.get(0);
        assertEquals("a.jpg", task.get("image").textValue());
        assertEquals("open", task.get("state").textValue());
        assertEquals("ana", task.get("by").textValue());
        assertEquals("Look again", task.get("batchName").textValue());
        assertEquals("[{\"annotation\":2,\"prediction\":null},{\"annotation\":4,\"prediction\":null}]",
            task.get("objects").toString());
        String id = task.get("id").textValue();
        String start = id.substring(0, 8);

        as("ben").done("relabel", dataset, "--task", start, "--annotation", 2, "--class", "bus");
        as("ben").done("delete", dataset, "--task", id, "--annotation", 4);
        Matrix before = Matrix.of(errata.json("evaluate", dataset, "--output", "json"));
        assertEquals(60, before.count("car", "background") + before.count("car", "person"));
        as("ben").done("task", dataset, start, "--submit", "--comment", "4 is none");
        as("ana").done("task", dataset, start, "--return", "--comment", "and 6?");
        assertEquals(1, tasks("--state", "returned").size());
        assertEquals(0, tasks("--state", "submitted,accepted").size());
        as("ben").done("task", dataset, start, "--submit");
        JsonNode submitted = tasks("--state", "submitted").get(0);
        assertEquals("ben", submitted.get("by").textValue());
        assertEquals("label", submitted.get("drafts").get(0).get("field").textValue());
        assertEquals("bus", submitted.get("drafts").get(0).get("new").textValue());
        assertEquals("delete", submitted.get("drafts").get(1).get("operation").textValue());
        assertEquals(List.of("ben: 4 is none", "ana: and 6?"), comments(submitted));

        String accepted = as("ana").done("task", dataset, start, "--accept").out();
        assertTrue(accepted.contains("annotation 2 in a.jpg: label car -> bus"), accepted);
        Matrix after = Matrix.of(errata.json("evaluate", dataset, "--output", "json"));
        assertEquals("car,background -2; bus,background +1; ", after.difference(before));
        String shown = errata.done("task", dataset, start).out();
        assertTrue(shown.startsWith("task " + id + " in a.jpg: accepted by ana"), shown);
        errata.done("undo", dataset);
        assertEquals("", Matrix.of(errata.json("evaluate", dataset, "--output", "json")).difference(before));
        assertEquals(1, tasks("--state", "submitted").size());
    }

    private static List<String> comments(JsonNode task) {
        List<String> comments = new ArrayList<>();
        task.get("comments").forEach(comment -> comments.add(comment.get("who").textValue() + ": "
            + comment.get("text").textValue()));
        return comments;
    }

    @Test
    void aStepThatATeammateTookIsNotTakenAgain() throws Exception {
        errata.done("send", dataset, "--annotation", "1,2");
        String first = tasks().get(0).get("id").textValue();
        String second = tasks().get(1).get("id").textValue();
        as("ben").done("task", dataset, first, "--submit");
        fails(errata.run("task", dataset, second, first, "--submit"), "a.jpg", "submitted", "faster");
        assertEquals("open", tasks().get(1).get("state").textValue(), "one of two was submitted");
        fails(errata.run("task", dataset, second, "--accept"), "b.jpg", "open");
        errata.done("task", dataset, second, "--submit");
        errata.done("task", dataset, first, second, "--accept", "--comment", "fine");
        assertEquals(2, tasks("--state", "accepted").size());
        errata.done("undo", dataset);
        assertEquals(2, tasks("--state", "submitted").size());
        assertEquals(0, tasks().get(0).get("comments").size());
    }

    @Test
    void aLabelThatChangedMeanwhileIsInTheWay() throws Exception {
        errata.done("send", dataset, "--annotation", 1);
        String id = tasks().get(0).get("id").textValue();
        errata.done("relabel", dataset, "--task", id, "--annotation", 1, "--class", "bus");
        as("cem").done("relabel", dataset, "--annotation", 1, "--class", "person");
        errata.done("task", dataset, id, "--submit");
        assertEquals("[{\"annotation\":1,\"field\":\"label\",\"who\":\"cem\"}]", tasks().get(0).get("conflicts").toString());
        fails(errata.run("task", dataset, id, "--accept"), "cem changed the label of annotation 1", "anyway");
        assertTrue(errata.done("task", dataset, id).out().contains("conflict: cem changed the label of annotation 1 since"));
        errata.done("task", dataset, id, "--accept", "--anyway");
        assertEquals(1, Matrix.of(errata.json("evaluate", dataset, "--output", "json")).count("bus", "person"));
        fails(errata.run("relabel", dataset, "--task", id, "--annotation", 1, "--class", "car"), "accepted already");
    }

    @Test
    void predictionsAreDraftedAsLabels() throws Exception {
        errata.done("send", dataset, "--annotation", "1,2");
        String other = tasks().get(0).get("id").textValue();
        String id = tasks().get(1).get("id").textValue();
        fails(errata.run("accept", dataset, "--run", "m", "--prediction", 0, "--task", other), "b.jpg", "a.jpg");
        errata.done("accept", dataset, "--run", "m", "--prediction", 0, "--task", id);
        fails(errata.run("accept", dataset, "--run", "m", "--prediction", 0, "--task", id), "already");
        JsonNode drafts = tasks().get(1).get("drafts");
        assertEquals("person", drafts.get(0).get("new").get("label").textValue());
        errata.done("relabel", dataset, "--task", id, "--annotation", drafts.get(0).get("annotation").longValue(), "--class",
            "bus");
        errata.done("task", dataset, id, "--submit");
        errata.done("task", dataset, id, "--accept");
        assertEquals(1, Matrix.of(errata.json("evaluate", dataset, "--output", "json")).count("bus", "background"));
    }

    @Test
    void mismatchesAreSentAsTheyAreListed() throws Exception {
        Files.writeString(work.resolve("cell.json"),
            errata.done("mismatches", dataset, "--cell", "car,person", "--output", "json").out());
        String said = errata.done("send", dataset, "--from", "cell.json").out();
        assertTrue(said.startsWith("batch car as person, 1 object"), said);
        assertEquals("[{\"annotation\":1,\"prediction\":0,\"run\":\"m\"}]", tasks().get(0).get("objects").toString());
        assertTrue(errata.done("tasks", dataset).out().contains("car as person, 1 object"));
        errata.done("undo", dataset);
        assertEquals("No tasks.", errata.done("tasks", dataset).out().strip());
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        errata.done("send", dataset, "--annotation", 1);
        String id = tasks().get(0).get("id").textValue();
        fails(errata.run("task", dataset, "4711", "--submit"), "no task 4711", "errata tasks");
        fails(errata.run("task", dataset, "", "--submit"), "no task");
        fails(errata.run("relabel", dataset, "--task", id, "--annotation", 2, "--class", "bus"), "no annotation 2 in b.jpg");
        fails(errata.run("send", dataset, "--annotation", "1,4711"), "4711");
        assertEquals(1, tasks().size());
        for (List<Object> misuse : List.<List<Object>>of(List.of("--submit", "--accept"), List.of("--anyway"),
            List.of("--comment", " "), List.of("--submit", "--output", "json"), List.of("--output", "csv"))) {
            List<Object> arguments = new ArrayList<>(List.of("task", dataset, id));
            arguments.addAll(misuse);
            Result result = errata.run(arguments.toArray());
            assertEquals(2, result.code(), misuse + ": " + result.err());
        }
        assertEquals(2, errata.run("tasks", dataset, "--state", "done").code());
        assertEquals("open", tasks().get(0).get("state").textValue());
    }

    @Test
    void programsAtOnceLoseNothing() throws Exception {
        List<Product.Running> running = new ArrayList<>();
        for (int id = 2; id <= 6; id += 2) {
            running.add(errata.start("verdict", dataset, "ambiguous", "--annotation", id));
            running.add(errata.start("send", dataset, "--annotation", id));
        }
        for (Product.Running command : running) {
            Result result = command.end();
            assertEquals("", result.err());
            assertEquals(0, result.code());
        }
        assertEquals(3, tasks().size());
        assertEquals(6, errata.json("history", dataset, "--output", "json").size());
    }
}
