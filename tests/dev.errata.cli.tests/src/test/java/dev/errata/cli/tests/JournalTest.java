package dev.errata.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import dev.errata.tests.postgres.PostgresServer;

/** The journal on a server, from the command line of the product. */
class JournalTest {

    @TempDir
    private Path work;
    private final PostgresServer server = PostgresServer.get();
    private Product errata;
    private Path dataset;

    @BeforeEach
    void copy() throws Exception {
        errata = new Product(work);
        dataset = SharedDataset.copyTo(work);
    }

    private static List<String> problems(JsonNode issues) {
        List<String> codes = new ArrayList<>();
        issues.forEach(issue -> codes.add(issue.get("code").textValue()));
        return codes;
    }

    @Test
    void changesAreMovedMadeByManyAndMovedBack() throws Exception {
        String address = server.newDatabase("cli");
        errata.done("relabel", dataset, "--annotation", 1, "--class", "bus");
        String moved = errata.done("journal", dataset, "--to", address).out();
        assertTrue(moved.startsWith("Copied: 1 change\nChanges are kept at " + address + ": 1 change by "), moved);
        List<Product.Running> running = new ArrayList<>();
        for (int id = 2; id <= 5; id++) {
            running.add(errata.start("relabel", dataset, "--annotation", id, "--class", "bus"));
        }
        for (Product.Running command : running) {
            Product.Result result = command.end();
            assertEquals("", result.err());
            assertEquals(0, result.code());
        }
        assertTrue(errata.done("undo", dataset).out().startsWith("Undone: "));
        JsonNode summary = errata.json("journal", dataset, "--output", "json");
        assertEquals(address, summary.get("journal").textValue());
        assertEquals(6, summary.get("changes").intValue());
        assertEquals(List.of("images.missing"), problems(errata.json("verify", dataset)));
        String back = errata.done("journal", dataset, "--to", "files").out();
        assertTrue(back.contains("Copied: 5 changes") && back.contains("in files of the dataset folder: 6 changes"), back);
        assertEquals(6, errata.json("history", dataset, "--output", "json").size());
    }

    @Test
    void anImportMayBeginOnAServer() throws Exception {
        String address = server.newDatabase("cli_import");
        Path labels = Files.writeString(work.resolve("labels.json"), "{\"images\":[{\"id\":1,\"file_name\":\"a.jpg\"}],"
            + "\"categories\":[{\"id\":1,\"name\":\"car\"}],\"annotations\":[]}");
        errata.done("import", "new", "--labels", labels, "--journal", address);
        assertTrue(errata.done("journal", "new").out().startsWith("Changes are kept at " + address + ": 0 changes"));
    }

    @Test
    void whatIsNoAddressIsMisuseAndNoPasswordIsRepeated() throws Exception {
        for (String address : List.of("elsewhere", "postgresql://ana:secret@localhost/x",
            "postgresql://localhost/x?socketFactory=a.B")) {
            Product.Result result = errata.run("journal", dataset, "--to", address);
            assertEquals(2, result.code(), address);
            assertFalse(result.err().contains("secret"), result.err());
            assertEquals(2, errata.run("import", "new", "--labels", "x", "--journal", address).code());
        }
    }

    @Test
    void aServerThatIsAwayIsNamed() throws Exception {
        String address = "postgresql://127.0.0.1:1/away";
        Product.Result result = errata.run("journal", dataset, "--to", address);
        assertEquals(1, result.code());
        assertTrue(result.err().contains("127.0.0.1, port 1, database away: it cannot be reached"), result.err());
        assertTrue(errata.done("journal", dataset).out().startsWith("Changes are kept in files"));
    }

    @Test
    void aStrangersServerIsNotConnectedTo() throws Exception {
        String address = server.newDatabase("cli_strange");
        errata.done("journal", dataset, "--to", address);
        Path document = dataset.resolve("dataset.errata");
        // a name for this computer that the program does not know
        String strange = address.replace("127.0.0.1", "127.0.0.2");
        Files.writeString(document, Files.readString(document).replace(address, strange));
        Product.Result result = errata.run("history", dataset);
        assertEquals(1, result.code());
        assertTrue(result.err().contains("nobody has connected to") && result.err().contains("--connect"), result.err());
        // the server listens elsewhere, but now it is asked
        result = errata.run("journal", dataset, "--connect");
        assertTrue(result.err().contains("127.0.0.2, port " + server.port()), result.err());
    }
}
