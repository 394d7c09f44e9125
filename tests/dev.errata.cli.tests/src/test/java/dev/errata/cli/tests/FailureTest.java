package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.cli.tests.Product.Result;

/** What goes wrong is said in one sentence on standard error, and the exit code tells. */
class FailureTest {

    @TempDir
    private Path work;
    private Product errata;

    @BeforeEach
    void product() {
        errata = new Product(work);
    }

    private static void check(int code, Result result, String... words) {
        assertEquals(code, result.code(), result.err());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("errata: "), result.err());
        for (String word : words) {
            assertTrue(result.err().contains(word), "\"" + word + "\" is not in: " + result.err());
        }
        assertEquals(code == 1 ? 1 : 2, result.err().lines().count(), result.err());
    }

    @Test
    void fileThatIsMissing() throws Exception {
        check(1, errata.run("evaluate", "--labels", "none.json", "--predictions", Product.sample("model_a.json"), "--output",
            "json"), "none.json");
    }

    @Test
    void fileThatIsBroken() throws Exception {
        Files.writeString(work.resolve("broken.json"), "{\"images\": [],\n \"annotations\": [{\"id\": 1,");
        check(1, errata.run("import", "d", "--labels", "broken.json"), "broken.json:2");
        assertTrue(Files.notExists(work.resolve("d")));
    }

    @Test
    void classThatIsUnknown() throws Exception {
        check(1, errata.run("mismatches", "--labels", Product.sample("labels.json"), "--predictions",
            Product.sample("model_a.json"), "--cell", "RBC,wbs"), "\"wbs\"", "\"WBC\"");
    }

    @Test
    void objectsThatAreUnknown() throws Exception {
        Path dataset = SharedDataset.copyTo(work);
        check(1, errata.run("relabel", dataset, "--annotation", 4711, "--class", "car"), "4711");
        check(1, errata.run("relabel", dataset, "--annotation", 1, "--class", "cat"), "\"cat\"", "\"car\"");
        check(1, errata.run("accept", dataset, "--run", "m", "--prediction", 1), "m", "1");
        check(1, errata.run("evaluate", dataset, "--run", "other"), "other");
        check(1, errata.run("undo", dataset), "nothing");
    }

    @Test
    void folderThatIsNoDataset() throws Exception {
        check(1, errata.run("history", work), work.getFileName().toString());
    }

    /** Java itself crashes on a closed output. */
    @Test
    void outputThatIsClosed() throws Exception {
        check(1, errata.runRedirected(">&-", "formats"), "could not be written");
        Result silent = errata.runRedirected("2>&-", "history", "none");
        assertEquals(1, silent.code());
        assertEquals("", silent.out());
        assertEquals(0, errata.runRedirected("<&-", "formats").code());
        try (Stream<Path> left = Files.list(work)) {
            assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith("hs_err")));
        }
    }

    @Test
    void commandThatIsNotUnderstood() throws Exception {
        check(2, errata.run("evaluate", "--labels", "x"), "--predictions", "errata evaluate --help");
        check(2, errata.run("import", "d", "--labels", "x", "--format", "pascal"), "\"pascal\"", "voc", "errata import --help");
    }
}
