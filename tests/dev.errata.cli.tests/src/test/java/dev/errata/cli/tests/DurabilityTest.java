package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

/** What a command said is done stays done: beside other programs, and when the program is killed. */
class DurabilityTest {

    @TempDir
    private Path work;

    @Test
    void twoProgramsAtOnceLoseNothing() throws Exception {
        Product errata = new Product(work);
        Path dataset = SharedDataset.copyTo(work);
        List<Product.Running> running = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            running.add(errata.start("relabel", dataset, "--annotation", id, "--class", "bus"));
        }
        for (Product.Running command : running) {
            Product.Result result = command.end();
            assertEquals("", result.err());
            assertEquals(0, result.code());
        }
        assertEquals(Set.of(1L, 2L, 3L, 4L), changed(errata, dataset));
    }

    @Test
    void killedProgramsKeepWhatTheySaid() throws Exception {
        Product errata = new Product(work);
        Path dataset = SharedDataset.copyTo(work);
        Random random = new Random(20);
        Set<Long> said = new TreeSet<>();
        for (long id = 10; id < 16; id++) {
            Product.Running command = errata.start("relabel", dataset, "--annotation", id, "--class", "person");
            command.killAfter(300 + random.nextInt(900));
            if (command.end().out().contains("annotation " + id)) {
                said.add(id);
            }
        }
        Set<Long> kept = changed(errata, dataset);
        assertTrue(kept.containsAll(said), said + " were said to be done, " + kept + " are");
        Matrix matrix = Matrix.of(errata.json("evaluate", dataset, "--output", "json"));
        assertEquals(kept.size(), matrix.count("person", "background") + matrix.count("person", "person"));
    }

    @Test
    void damageIsFound() throws Exception {
        Product errata = new Product(work);
        Path dataset = SharedDataset.copyTo(work);
        assertEquals(List.of("images.missing"), codes(errata.json("verify", dataset)));
        Files.writeString(dataset.resolve("sources/run.json"), " ", StandardOpenOption.APPEND);
        Product.Result result = errata.run("verify", dataset);
        assertEquals(1, result.code());
        assertEquals(List.of("source.changed", "images.missing"), codes(result.json()));
    }

    private static List<String> codes(JsonNode problems) {
        List<String> codes = new ArrayList<>();
        problems.forEach(problem -> codes.add(problem.get("code").textValue()));
        return codes;
    }

    @Test
    void importIsWholeOrNothing() throws Exception {
        Product errata = new Product(work);
        Path folder = Files.createDirectory(work.resolve("folder"));
        Path labels = work.resolve("many.json");
        writeMany(labels);
        Product.Running command = errata.start("import", folder.resolve("dataset"), "--labels", labels);
        // as soon as it has begun to build
        while (command.isRunning() && entries(folder).isEmpty()) {
            command.waitAMoment();
        }
        command.terminate();
        Product.Result result = command.end();
        List<String> left = entries(folder);
        if (result.code() == 0) {
            assertEquals(List.of("dataset"), left);
        } else {
            assertEquals(143, result.code(), result.err());
            assertEquals(List.of(), left);
        }
    }

    private static void writeMany(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],\"categories\":[{\"id\":1,\"name\":\"car\"}],"
                + "\"annotations\":[");
            for (int id = 0; id < 300_000; id++) {
                out.write((id == 0 ? "" : ",") + "\n{\"id\":" + id + ",\"image_id\":1,\"category_id\":1,\"bbox\":["
                    + id + ",0,8,8],\"area\":64,\"iscrowd\":0}");
            }
            out.write("]}");
        }
    }

    private static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }

    private static Set<Long> changed(Product errata, Path dataset) throws Exception {
        Set<Long> ids = new TreeSet<>();
        for (JsonNode change : errata.json("history", dataset, "--output", "json")) {
            ids.add(change.get("annotation").longValue());
        }
        return ids;
    }
}
