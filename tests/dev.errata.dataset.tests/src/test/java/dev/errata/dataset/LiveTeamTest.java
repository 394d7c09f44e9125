package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.operations.MoveJournal;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.engine.Progress;
import dev.errata.tests.postgres.PostgresServer;

/** A team whose changes are kept by a server: nobody changes what somebody else changed meanwhile without having seen it. */
class LiveTeamTest extends TeamTest {

    private static final String DATABASE = "live_team";

    private final PostgresServer server = PostgresServer.get();

    @BeforeEach
    void useServer() throws Exception {
        small.open().close();
        MoveJournal.run(small.folder, server.newDatabase(DATABASE), Progress.NONE);
    }

    private static Command count(OpenDataset dataset, long id, String key, int value) {
        return LabelCommands.setAttribute(dataset, annotation(dataset, id), key, Integer.toString(value));
    }

    private static String refused(OpenDataset dataset, Command command) {
        int before = SmallDataset.entries(dataset);
        String told = assertThrows(UncheckedIOException.class, () -> execute(dataset, command)).getCause().getMessage();
        assertFalse(dataset.commandStack().canUndo() && dataset.commandStack().getUndoCommand() == command);
        assertTrue(SmallDataset.entries(dataset) >= before);
        return told;
    }

    @Test
    void differentFieldsMerge() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        execute(ben, LabelCommands.setBox(ben, annotation(ben, 101), new double[] {11, 10, 20, 20}));
        execute(ana, count(ana, 102, "x", 1));
        ben.changes().refresh();
        for (OpenDataset dataset : opened) {
            assertEquals(11, annotation(dataset, 101).getX());
            assertEquals("person", annotation(dataset, 101).getLabel().getName());
            assertEquals(List.of(), dataset.changes().conflicts());
        }
        assertEquals(exported(ana), exported(ben));
        assertEquals("4", server.ask(DATABASE, "select count(*) from errata_journal"));
    }

    @Test
    void theSameFieldIsToldAndNotWritten() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        List<Integer> told = new ArrayList<>();
        ben.addListener(event -> told.addAll(event.images()));
        execute(ana, relabel(ana, 101, 1));
        Command late = relabel(ben, 101, 2);
        String message = refused(ben, late);
        assertTrue(message.contains("ana changed the same meanwhile"), message);
        assertTrue(message.contains("Relabel"), message);
        assertEquals(List.of(0), told, "what ana did is shown");
        assertEquals("person", annotation(ben, 101).getLabel().getName());
        execute(ben, relabel(ben, 101, 2));
        ana.changes().refresh();
        for (OpenDataset dataset : opened) {
            assertEquals("dog", annotation(dataset, 101).getLabel().getName());
            assertEquals(List.of(), dataset.changes().conflicts());
            assertEquals(2, SmallDataset.entries(dataset));
        }
    }

    @Test
    void theSameDecisionIsMadeOnce() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        execute(ben, relabel(ben, 101, 1));
        execute(ana, LabelCommands.delete(ana, List.of(annotation(ana, 104)), ""));
        execute(ben, LabelCommands.delete(ben, List.of(annotation(ben, 104)), ""));
        assertEquals(2, SmallDataset.entries(ben));
        assertEquals(-1, ben.labels().imageOf(104));
    }

    @Test
    void aSecondPersonUndoes() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        execute(ben, count(ben, 102, "x", 1));
        assertEquals("ben", UndoLast.run(ana).author());
        assertEquals("ana", UndoLast.run(ben).author());
        ana.changes().refresh();
        for (OpenDataset dataset : opened) {
            assertEquals(SmallDataset.LABELS, exported(dataset));
        }
        ana.commandStack().undo();
        ana.commandStack().redo();
        assertEquals("person", annotation(ana, 101).getLabel().getName());
    }

    @Test
    void undoBehindSomebodysBackLeavesWhatTheyChanged() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, LabelCommands.relabel(ana, List.of(annotation(ana, 101), annotation(ana, 106)), ana.labelClass(1), ""));
        ben.changes().refresh();
        execute(ben, relabel(ben, 101, 2));
        ana.commandStack().undo();
        assertEquals("dog", annotation(ana, 101).getLabel().getName());
        assertEquals("car", annotation(ana, 106).getLabel().getName());
    }

    @Test
    void manyAtOnceLoseNothing() throws Exception {
        int people = 4;
        int each = 15;
        List<OpenDataset> team = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            team.add(openAs("person" + i));
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Void>> done = new ArrayList<>();
            for (OpenDataset person : team) {
                String own = "count" + team.indexOf(person);
                done.add(threads.submit((Callable<Void>) () -> {
                    for (int i = 1; i <= each; i++) {
                        execute(person, count(person, 101, own, i));
                    }
                    return null;
                }));
            }
            for (Future<Void> each1 : done) {
                each1.get();
            }
        }
        OpenDataset fresh = openAs("dora");
        assertEquals(people * each, SmallDataset.entries(fresh));
        for (OpenDataset person : team) {
            person.changes().refresh();
            assertEquals(exported(fresh), exported(person));
            assertEquals(List.of(), person.changes().conflicts());
        }
    }

    @Test
    void aTeammatesFixIsHeardOf() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        Semaphore heard = new Semaphore(0);
        ben.changes().onNews(heard::release);
        assertTrue(heard.tryAcquire(30, TimeUnit.SECONDS));
        execute(ana, relabel(ana, 101, 1));
        assertTrue(heard.tryAcquire(30, TimeUnit.SECONDS));
        assertTrue(ben.changes().refresh());
        assertEquals("person", annotation(ben, 101).getLabel().getName());
    }

    @Test
    void nothingIsShownThatAServerDidNotTake() throws Exception {
        OpenDataset ana = openAs("ana");
        execute(ana, count(ana, 101, "x", 1));
        server.crash();
        try {
            String told = refused(ana, count(ana, 101, "x", 2));
            assertTrue(told.contains("not made") && told.contains("127.0.0.1") && told.contains(DATABASE), told);
            assertTrue(assertThrows(DatasetException.class, ana.changes()::refresh).getMessage().contains("cannot be reached"));
            assertEquals(1, SmallDataset.entries(ana));
            told = assertThrows(DatasetException.class, () -> openAs("ben")).getMessage();
            assertTrue(told.contains("127.0.0.1, port " + server.port() + ", database " + DATABASE), told);
        } finally {
            server.start();
        }
        execute(ana, count(ana, 101, "x", 3));
        assertEquals(2, SmallDataset.entries(openAs("ben")));
    }

    @Test
    void aNewerVersionIsNotWrittenBehind() throws Exception {
        OpenDataset ana = openAs("ana");
        server.execute(DATABASE, "insert into errata_journal (dataset, seq, id, writer, entry) select dataset, seq + 1, 'x', 'x',"
            + " '{\"journal\":\"errata\",\"version\":2}' from errata_journal");
        String told = refused(ana, count(ana, 101, "x", 1));
        assertTrue(told.contains("newer version"), told);
        assertEquals("2", server.ask(DATABASE, "select count(*) from errata_journal"));
    }

    @Test
    void theImportedLabelsNeedNoServer() throws Exception {
        server.crash();
        try (OpenDataset imported = OpenDataset.openImported(small.folder, Progress.NONE)) {
            assertEquals(3, imported.imageCount());
        } finally {
            server.start();
        }
    }
}
