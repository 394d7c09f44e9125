package dev.errata.dataset.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.operations.IssueFile;
import dev.errata.dataset.sources.SourceIssues;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/** What is wrong in imported files is counted, listed again when the dataset is opened, written, and refuses a strict import. */
class StrictImportTest {

    @TempDir
    Path temporary;
    SmallDataset small;
    Path badRun;

    @BeforeEach
    void write() throws Exception {
        small = new SmallDataset(temporary);
        badRun = Files.writeString(temporary.resolve("bad.json"), """
            [{"image_id": 11, "category_id": 5, "bbox": [10, 10, 20, 21], "score": 0.9},
             {"image_id": 11, "category_id": 5, "bbox": [10, 10, 20, 21], "score": 7},
             {"image_id": 11, "category_id": 5, "bbox": [10, 10, -20, 21], "score": 0.5},
             {"image_id": 11, "category_id": "=1+1", "bbox": [1, 1, 2, 2], "score": 0.5}]
            """);
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.walk(small.folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aStrictImportLeavesNothing() {
        StrictImportException refused = assertThrows(StrictImportException.class,
            () -> small.importing().run("bad", badRun).strict(true).run(Progress.NONE));
        assertTrue(refused.getMessage().contains("3 of 4 records of " + badRun), refused.getMessage());
        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
        assertFalse(Files.exists(small.folder));
        assertEquals(List.of("labels", "a", "b", "bad"), refused.sources().stream().map(SourceIssues::name).toList());
        assertTrue(refused.sources().get(3).issues().stream().allMatch(issue -> issue.file().equals(badRun.toString())));
    }

    @Test
    void aCleanStrictImportIsAnImport() throws Exception {
        assertEquals(7, small.importing().strict(true).run(Progress.NONE).labels().imported());
    }

    @Test
    void aStrictlyAddedRunLeavesTheDatasetAsItWas() throws Exception {
        small.importing().run(Progress.NONE);
        List<String> before = files();
        try (OpenDataset dataset = small.open()) {
            assertThrows(StrictImportException.class,
                () -> AddRun.run(dataset, "bad", badRun, true, ImportDataset.LINK_ABOVE, Progress.NONE));
            assertEquals(2, dataset.document().getRuns().size());
            assertEquals(before, files());
            SourceIssues added = AddRun.run(dataset, "bad", badRun, ImportDataset.LINK_ABOVE, Progress.NONE);
            assertEquals(1, added.counts().imported());
            assertEquals(3, added.issueCounts().total(Severity.QUARANTINED));
        }
    }

    @Test
    void anOpenedDatasetTellsAllIssuesAgain() throws Exception {
        List<SourceIssues> told = small.importing().run("bad", badRun).run(Progress.NONE).sources();
        try (OpenDataset dataset = small.open()) {
            List<SourceIssues> again = dataset.issues();
            assertEquals(List.of("labels", "a", "b", "bad"), again.stream().map(SourceIssues::name).toList());
            for (int i = 0; i < told.size(); i++) {
                assertEquals(told.get(i).counts(), again.get(i).counts());
                assertEquals(told.get(i).issueCounts(), again.get(i).issueCounts());
                assertEquals(told.get(i).issues().stream().map(Issue::code).toList(),
                    again.get(i).issues().stream().map(Issue::code).toList());
            }
            assertTrue(again.get(3).issues().stream().allMatch(issue -> issue.file().equals(again.get(3).file().toString())));
            assertEquals(small.folder.resolve("sources/bad.json"), again.get(3).file());
        }
        Files.delete(small.folder.resolve("sources/bad.json"));
        try (OpenDataset dataset = small.open()) {
            SourceIssues missing = dataset.issues().get(3);
            assertEquals(Map.of("file.unreadable", 1L), missing.issueCounts().of(Severity.ERROR));
            assertTrue(missing.issues().getFirst().message().contains("missing"));
        }
    }

    @Test
    void allIssuesAreCountedThoughNotAllAreKept() throws Exception {
        StringBuilder many = new StringBuilder("[");
        for (int i = 0; i < 1500; i++) {
            many.append(i == 0 ? "" : ",\n").append("{\"image_id\":11,\"category_id\":5,\"bbox\":[1,1,2,2],\"score\":-1}");
        }
        Path file = Files.writeString(temporary.resolve("many.json"), many.append("]"));
        SourceIssues run = small.importing().run("many", file).run(Progress.NONE).sources().get(3);
        assertEquals(1000, run.issues().size());
        assertEquals(1500, run.issueCounts().total());
    }

    @Test
    void issuesGoOutForSpreadsheetsAndPrograms() throws Exception {
        List<SourceIssues> sources = small.importing().run("@bad", badRun).run(Progress.NONE).sources();
        Path csv = temporary.resolve("issues.csv");
        IssueFile.write(csv, sources);
        List<String> rows = Files.readString(csv).lines().toList();
        assertEquals("source,severity,code,file,line,column,offset,pointer,record,value,message", rows.get(0).replace("\"", ""));
        assertEquals(4, rows.size());
        assertTrue(rows.stream().skip(1).allMatch(row -> row.startsWith("\"'@bad\",\"quarantined\",")), rows.toString());
        assertTrue(rows.stream().anyMatch(row -> row.contains(",\"'=1+1\",")), rows.toString());
        Path file = temporary.resolve("issues.json");
        IssueFile.write(file, sources);
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertEquals(List.of("labels", "a", "b", "@bad"), json.findValuesAsText("source"));
        JsonNode bad = json.get(3);
        long counted = 0;
        for (JsonNode count : bad.get("counts").get("quarantined")) {
            counted += count.longValue();
        }
        assertEquals(3, counted);
        assertEquals(3, bad.get("issues").size());
        assertTrue(bad.get("issues").findValuesAsText("pointer").stream().allMatch(pointer -> pointer.matches("/[0-9]")));
        assertEquals("=1+1", bad.get("issues").findValuesAsText("value").stream().filter("=1+1"::equals).findFirst()
            .orElseThrow());
        assertTrue(IssueFile.problem(temporary.resolve("issues.txt")).isPresent());
        assertTrue(IssueFile.problem(temporary.resolve("nowhere/issues.csv")).isPresent());
        assertTrue(IssueFile.problem(csv).isEmpty());
    }
}
