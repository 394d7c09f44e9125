package dev.errata.dataset.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.formats.Issue.Severity;

/** What is wrong with a folder is found and named. */
class VerifyDatasetTest {

    @TempDir
    Path temporary;
    SmallDataset small;

    @BeforeEach
    void write() throws Exception {
        small = new SmallDataset(temporary);
        small.importing().run(Progress.NONE);
    }

    private List<String> codes() {
        return VerifyDataset.run(small.folder, Progress.NONE).stream().map(Issue::code).distinct().toList();
    }

    private static void relabel(OpenDataset dataset, int label) {
        dataset.commandStack().execute(LabelCommands.relabel(dataset, List.of(SmallDataset.annotation(dataset, 101)),
            dataset.labelClass(label), ""));
    }

    @Test
    void aWholeDatasetMissesOnePicture() {
        List<Issue> problems = VerifyDataset.run(small.folder, Progress.NONE);
        assertEquals(List.of("images.missing"), problems.stream().map(Issue::code).toList());
        assertEquals(Severity.WARNING, problems.get(0).severity());
        assertTrue(problems.get(0).message().contains("b.jpg"), problems.get(0).message());
    }

    @Test
    void conflictsAndDamagedJournalsAreFound() throws Exception {
        try (OpenDataset ana = small.openAs("ana"); OpenDataset ben = small.openAs("ben")) {
            relabel(ana, 1);
            relabel(ben, 2);
        }
        assertTrue(codes().contains("conflict"));
        try (Stream<Path> journals = Files.list(small.folder.resolve("journal"))) {
            Files.writeString(journals.findFirst().orElseThrow(), "000012 0", StandardOpenOption.APPEND);
        }
        assertTrue(codes().contains("journal"));
    }

    @Test
    void changedSourcesAndDocumentsAreFound() throws Exception {
        Files.writeString(small.folder.resolve("sources/b.json"), " ", StandardOpenOption.APPEND);
        assertTrue(codes().contains("source.changed"));
        Files.writeString(small.folder.resolve("sources/labels.json"), " ", StandardOpenOption.APPEND);
        assertTrue(codes().contains("source.changed"));
        Files.writeString(small.folder.resolve("dataset.errata"), "<");
        assertEquals(List.of("dataset.document"), codes());
    }
}
