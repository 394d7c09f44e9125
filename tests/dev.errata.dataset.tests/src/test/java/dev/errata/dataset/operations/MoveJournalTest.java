package dev.errata.dataset.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.CancelAfter;
import dev.errata.dataset.DatasetException;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.SmallDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.journal.FileJournal;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Dataset;
import dev.errata.dataset.pictures.LocatePictures;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.tests.postgres.PostgresServer;

/** A journal that is moved is the same elsewhere, and nobody goes on writing where it was. */
class MoveJournalTest {

    @TempDir
    Path temporary;
    private final PostgresServer server = PostgresServer.get();
    private SmallDataset small;
    private String there;

    @BeforeEach
    void makeChanges() throws Exception {
        small = new SmallDataset(temporary);
        there = server.newDatabase("moved");
        for (String author : List.of("ana", "ben")) {
            try (OpenDataset dataset = small.openAs(author)) {
                count(dataset, 1);
                count(dataset, 2);
                dataset.commandStack().undo();
            }
        }
    }

    private static void count(OpenDataset dataset, int number) {
        dataset.commandStack().execute(LabelCommands.setAttribute(dataset, SmallDataset.annotation(dataset, 101), "count",
            dataset.changes().author() + number));
    }

    private List<JournalEntry> entries() throws Exception {
        try (OpenDataset dataset = small.open()) {
            assertEquals(List.of(), dataset.changes().problems());
            return dataset.changes().read(journal -> List.copyOf(journal.entries()));
        }
    }

    private Set<String> files() throws Exception {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.list(small.folder.resolve(FileJournal.FOLDER))) {
            for (Path file : all.toList()) {
                files.add(file.getFileName() + " " + Files.readString(file).hashCode());
            }
        }
        return files;
    }

    private Dataset document() throws Exception {
        return DocumentFile.load(small.folder);
    }

    private static void assertRefused(OpenDataset dataset, String words) {
        String told = assertThrows(UncheckedIOException.class, () -> count(dataset, 9)).getCause().getMessage();
        assertTrue(told.contains(words), told);
    }

    @Test
    void allIsTheSameThereAndBack() throws Exception {
        List<JournalEntry> before = entries();
        Set<String> files = files();
        assertEquals(6, before.size());
        assertEquals(6, MoveJournal.run(small.folder, there, Progress.NONE));
        assertEquals(there, document().getJournal());
        assertEquals(before, entries());
        assertEquals(files, files(), "the files stay as they are");
        JournalSummary summary = JournalSummary.of(small.folder);
        assertEquals(new JournalSummary(there, 6, new TreeSet<>(List.of("ana", "ben")), 0), summary);
        try (OpenDataset cem = small.openAs("cem")) {
            count(cem, 3);
        }
        List<JournalEntry> after = entries();
        assertEquals(1, MoveJournal.run(small.folder, "files", Progress.NONE));
        assertNull(document().getJournal());
        assertEquals(after, entries());
        assertEquals("files", JournalSummary.of(small.folder).place());
        assertEquals(0, MoveJournal.run(small.folder, there, Progress.NONE));
        assertEquals(after, entries());
        try (OpenDataset cem = small.openAs("cem")) {
            count(cem, 4);
        }
        assertEquals(List.of(), VerifyDataset.run(small.folder, Progress.NONE).stream()
            .filter(issue -> issue.code().startsWith("journal")).toList());
    }

    @Test
    void toAnotherServerAndBack() throws Exception {
        MoveJournal.run(small.folder, there, Progress.NONE);
        String other = server.newDatabase("moved_again");
        List<JournalEntry> before = entries();
        assertEquals(6, MoveJournal.run(small.folder, other, Progress.NONE));
        assertEquals(before, entries());
        try (OpenDataset cem = small.openAs("cem")) {
            count(cem, 4);
        }
        assertEquals(1, MoveJournal.run(small.folder, there, Progress.NONE));
        assertEquals(7, entries().size());
        // another way to the same database
        assertEquals(0, MoveJournal.run(small.folder, there + "?sslmode=disable", Progress.NONE));
        assertEquals(7, entries().size());
    }

    @Test
    void whatIsStoppedCanBeDoneAgain() throws Exception {
        List<JournalEntry> before = entries();
        for (int copied = 1; copied < 6; copied++) {
            assertThrows(CancellationException.class, () -> MoveJournal.run(small.folder, there, new CancelAfter(1)));
            assertNull(document().getJournal());
            assertEquals(before, entries());
        }
        MoveJournal.run(small.folder, there, Progress.NONE);
        assertEquals(before, entries());
        assertEquals("7", server.ask("moved", "select count(*) from errata_journal"));
        try (OpenDataset cem = small.openAs("cem")) {
            count(cem, 3);
            count(cem, 4);
        }
        before = entries();
        assertThrows(CancellationException.class, () -> MoveJournal.run(small.folder, "files", new CancelAfter(1)));
        assertEquals(before, entries());
        MoveJournal.run(small.folder, "files", Progress.NONE);
        assertEquals(before, entries());
    }

    @Test
    void whatElseChangesInTheDocumentMeanwhileStays() throws Exception {
        Path other = Files.createDirectory(temporary.resolve("other pictures"));
        Files.copy(small.images.resolve("a.jpg"), other.resolve("a.jpg"));
        try (OpenDataset ana = small.openAs("ana")) {
            MoveJournal.run(small.folder, there, new CancelAfter(100) {
                @Override
                public void begin(String task, long total) {
                    try {
                        LocatePictures.run(ana, other);
                    } catch (DatasetException e) {
                        throw new AssertionError(e);
                    }
                }
            });
        }
        assertEquals(there, document().getJournal());
        assertEquals(other.toString(), document().getImageFolders().getFirst());
    }

    @Test
    void whoHasItOpenNotices() throws Exception {
        try (OpenDataset ana = small.openAs("ana")) {
            MoveJournal.run(small.folder, there, Progress.NONE);
            assertRefused(ana, "kept elsewhere now");
            assertTrue(assertThrows(DatasetException.class, ana.changes()::refresh).getMessage().contains("kept elsewhere now"));
        }
        try (OpenDataset ana = small.openAs("ana")) {
            MoveJournal.run(small.folder, "files", Progress.NONE);
            assertRefused(ana, "kept elsewhere now");
        }
    }

    /** Each of a live team may have a folder of their own; only the server knows all of them. */
    @Test
    void whoHasAnotherFolderNoticesToo() throws Exception {
        MoveJournal.run(small.folder, there, Progress.NONE);
        Path moved = temporary.resolve("other");
        copy(small.folder, moved);
        try (OpenDataset ben = OpenDataset.open(moved, Progress.NONE)) {
            count(ben, 5);
            assertEquals(7, entries().size());
            MoveJournal.run(small.folder, "files", Progress.NONE);
            assertRefused(ben, "somebody moved them");
        }
        String told = assertThrows(DatasetException.class, () -> OpenDataset.open(moved, Progress.NONE)).getMessage();
        assertTrue(told.contains("somebody moved them"), told);
        assertEquals(7, entries().size());
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void whatCameLateIsNamedAndTakenOver() throws Exception {
        Path aside = temporary.resolve("aside");
        Files.createDirectory(aside);
        try (OpenDataset late = small.openAs("late")) {
            count(late, 7);
        }
        // as if a synchroniser brought it later
        Path file;
        try (Stream<Path> all = Files.list(small.folder.resolve(FileJournal.FOLDER))) {
            file = all.filter(path -> path.getFileName().toString().startsWith("late")).findFirst().orElseThrow();
        }
        Path kept = Files.move(file, aside.resolve(file.getFileName()));
        MoveJournal.run(small.folder, there, Progress.NONE);
        Files.move(kept, file);
        assertEquals(1, JournalSummary.of(small.folder).left());
        List<String> problems = VerifyDataset.run(small.folder, Progress.NONE).stream()
            .filter(issue -> issue.code().equals("journal.left")).map(Issue::message).toList();
        assertTrue(problems.getFirst().contains("--to " + there), problems::toString);
        assertEquals(1, MoveJournal.run(small.folder, there, Progress.NONE));
        assertEquals(0, JournalSummary.of(small.folder).left());
        assertEquals(7, entries().size());
    }

    @Test
    void nothingIsMovedToWhereNobodyAnswers() throws Exception {
        String told = assertThrows(DatasetException.class,
            () -> MoveJournal.run(small.folder, "postgresql://127.0.0.1:1/x", Progress.NONE)).getMessage();
        assertTrue(told.startsWith("The journal was not moved: PostgreSQL at 127.0.0.1, port 1, database x: "), told);
        assertNull(document().getJournal());
        assertEquals(6, entries().size());
        assertThrows(DatasetException.class, () -> MoveJournal.run(small.folder, "elsewhere", Progress.NONE));
    }

    @Test
    void aDocumentWithAHarmfulAddressIsRefused() throws Exception {
        MoveJournal.run(small.folder, there, Progress.NONE);
        Path file = small.folder.resolve(DocumentFile.NAME);
        String text = Files.readString(file);
        Files.writeString(file, text.replace(there, there + "?socketFactory=java.lang.Object"));
        String told = assertThrows(DatasetException.class, this::entries).getMessage();
        assertTrue(told.contains("no others"), told);
        Files.writeString(file, text.replace(there, "postgresql://203.0.113.7:5432/x"));
        told = assertThrows(DatasetException.class, this::entries).getMessage();
        assertTrue(told.contains("nobody has connected to"), told);
        assertFalse(told.contains("cannot be reached"), told);
    }
}
