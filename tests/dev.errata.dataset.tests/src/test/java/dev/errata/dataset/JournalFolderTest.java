package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.model.Annotation;

/** Folders and journals that others move, remove and replace while a program has them open: no change is shown that is lost. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "nobody can move or remove an open file there")
class JournalFolderTest {

    @TempDir
    Path temporary;
    private SmallDataset small;
    private Path moved;

    @BeforeEach
    void importLabels() throws Exception {
        small = new SmallDataset(temporary);
        small.open().close();
        moved = temporary.resolve("moved");
    }

    private static void count(OpenDataset dataset, int number) {
        dataset.commandStack().execute(LabelCommands.setAttribute(dataset, SmallDataset.annotation(dataset, 101), "count",
            Integer.toString(number)));
    }

    private static void assertRefused(OpenDataset dataset, int number, String reason) {
        int before = SmallDataset.entries(dataset);
        String told = assertThrows(UncheckedIOException.class, () -> count(dataset, number)).getCause().getMessage();
        assertTrue(told.contains(reason), told);
        assertEquals(before, SmallDataset.entries(dataset));
    }

    private void assertOnDisk(int changes) throws Exception {
        try (OpenDataset again = small.open()) {
            assertEquals(changes, SmallDataset.entries(again));
            assertTrue(again.changes().problems().isEmpty(), again.changes().problems().toString());
        }
    }

    private Path journal() throws Exception {
        try (Stream<Path> files = Files.list(small.folder.resolve(FileJournal.FOLDER))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void nothingIsChangedWhileTheFolderIsAway() throws Exception {
        try (OpenDataset dataset = small.open()) {
            count(dataset, 1);
            Files.move(small.folder, moved);
            assertRefused(dataset, 2, "is not in " + small.folder);
            Files.move(moved, small.folder);
            count(dataset, 3);
        }
        assertOnDisk(2);
    }

    @Test
    void aFirstChangeMakesNoFolderWhereTheDatasetWas() throws Exception {
        try (OpenDataset dataset = small.open()) {
            Annotation held = SmallDataset.annotation(dataset, 101);
            Files.move(small.folder, moved);
            assertRefused(dataset, 1, "is not in " + small.folder);
            assertFalse(Files.exists(small.folder));
            Files.createDirectory(small.folder);
            assertRefused(dataset, 1, "is not in " + small.folder);
            assertTrue(held.getAttributes().isEmpty());
        }
    }

    @Test
    void aJournalThatWasRemovedIsPutBack() throws Exception {
        try (OpenDataset dataset = small.open()) {
            count(dataset, 1);
            Files.delete(journal());
            count(dataset, 2);
            count(dataset, 3);
        }
        assertOnDisk(3);
    }

    @Test
    void aCopyOfTheJournalIsGoneOnWith() throws Exception {
        try (OpenDataset dataset = small.open()) {
            count(dataset, 1);
            Path copy = Files.copy(journal(), temporary.resolve("copy"));
            Files.move(copy, journal(), StandardCopyOption.REPLACE_EXISTING);
            count(dataset, 2);
            count(dataset, 3);
        }
        assertOnDisk(3);
    }

    @Test
    void anotherJournalInItsPlaceIsLeftAlone() throws Exception {
        try (OpenDataset dataset = small.open()) {
            count(dataset, 1);
            Path older = Files.copy(journal(), temporary.resolve("older"));
            count(dataset, 2);
            Files.move(older, journal(), StandardCopyOption.REPLACE_EXISTING);
            assertRefused(dataset, 3, "is not as this program wrote");
        }
        assertOnDisk(1);
    }
}
