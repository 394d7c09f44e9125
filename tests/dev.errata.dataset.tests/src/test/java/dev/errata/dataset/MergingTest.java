package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.edit.JournalCommand;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.dataset.state.Conflict;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Thresholds;

/** Several programs change one folder: all come to the same, and nobody overwrites anybody unseen. */
class MergingTest extends TeamTest {

    @Test
    void differentFieldsMerge() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        execute(ben, LabelCommands.setBox(ben, annotation(ben, 101), new double[] {11, 10, 20, 20}));
        execute(ben, LabelCommands.setAttribute(ben, annotation(ben, 102), "x", "1"));
        execute(ana, LabelCommands.setAttribute(ana, annotation(ana, 102), "y", "2"));
        assertTrue(ana.changes().refresh());
        assertTrue(ben.changes().refresh());
        assertFalse(ana.changes().refresh());
        for (OpenDataset dataset : opened) {
            assertEquals(11, annotation(dataset, 101).getX());
            assertEquals(1, dataset.labelOf(annotation(dataset, 101).getLabel().getName()));
            assertEquals(2, annotation(dataset, 102).getAttributes().stream()
                .filter(attribute -> Set.of("x", "y").contains(attribute.getKey())).count());
            assertEquals(List.of(), dataset.changes().conflicts());
        }
        assertEquals(exported(ana), exported(ben));
    }

    @Test
    void theSameFieldIsAConflictUntilSomebodyDecides() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        execute(ben, relabel(ben, 101, 2));
        ana.changes().refresh();
        ben.changes().refresh();
        for (OpenDataset dataset : opened) {
            assertEquals(1, dataset.changes().conflicts().size());
            Conflict conflict = dataset.changes().conflicts().get(0);
            assertEquals(101, conflict.annotation());
            assertEquals("label", conflict.field());
            assertEquals(List.of("ben", "ana"), conflict.changes().stream().map(change -> change.entry().author()).toList());
            assertEquals("dog", annotation(dataset, 101).getLabel().getName());
        }
        execute(ana, relabel(ana, 101, 2));
        ben.changes().refresh();
        for (OpenDataset dataset : opened) {
            assertEquals(List.of(), dataset.changes().conflicts());
            assertEquals("dog", annotation(dataset, 101).getLabel().getName());
        }
        ana.commandStack().undo();
        ben.changes().refresh();
        for (OpenDataset dataset : opened) {
            assertEquals(List.of("ben", "ana"), dataset.changes().conflicts().get(0).changes().stream()
                .map(change -> change.entry().author()).toList(), "the decision was taken back");
        }
        execute(ben, relabel(ben, 101, 0));
        ana.changes().refresh();
        assertEquals(List.of(), ana.changes().conflicts());
        assertEquals("car", annotation(ana, 101).getLabel().getName());
    }

    @Test
    void theSameDecisionIsNoConflict() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        execute(ben, relabel(ben, 101, 1));
        execute(ana, LabelCommands.delete(ana, List.of(annotation(ana, 104)), ""));
        execute(ben, LabelCommands.delete(ben, List.of(annotation(ben, 104)), ""));
        ana.changes().refresh();
        assertEquals(List.of(), ana.changes().conflicts());
        assertEquals(-1, ana.labels().imageOf(104));
    }

    @Test
    void undoingOneSideOfAConflictBringsTheOtherSideBack() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        execute(ben, relabel(ben, 101, 2));
        ben.changes().refresh();
        assertEquals("ben", UndoLast.run(ben).author());
        assertEquals("person", annotation(ben, 101).getLabel().getName());
        assertEquals(List.of(), ben.changes().conflicts());
        assertEquals("ana", UndoLast.run(ben).author());
        assertEquals("car", annotation(ben, 101).getLabel().getName());
        ana.changes().refresh();
        assertEquals(SmallDataset.LABELS, exported(ana));
    }

    @Test
    void undoLeavesWhatATeammateChangedSince() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, LabelCommands.relabel(ana, List.of(annotation(ana, 101), annotation(ana, 106)), ana.labelClass(1), ""));
        ben.changes().refresh();
        execute(ben, relabel(ben, 101, 2));
        ana.changes().refresh();
        ana.commandStack().undo();
        assertFalse(((JournalCommand) ana.commandStack().getMostRecentCommand()).isOutlived(), "the car was taken back");
        assertEquals("dog", annotation(ana, 101).getLabel().getName());
        assertEquals("car", annotation(ana, 106).getLabel().getName());
        assertEquals(List.of(), ana.changes().conflicts());
    }

    @Test
    void undoTellsThatNothingIsLeftToTakeBack() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        ben.changes().refresh();
        execute(ben, relabel(ben, 101, 2));
        ana.changes().refresh();
        ana.commandStack().undo();
        assertTrue(((JournalCommand) ana.commandStack().getMostRecentCommand()).isOutlived());
        assertEquals("dog", annotation(ana, 101).getLabel().getName());
    }

    @Test
    void undoMeetsAnUndoOfAnotherProgram() throws Exception {
        OpenDataset ana = openAs("ana");
        OpenDataset ben = openAs("ben");
        execute(ana, relabel(ana, 101, 1));
        assertEquals("ana", UndoLast.run(ben).author());
        ana.changes().refresh();
        assertEquals("car", annotation(ana, 101).getLabel().getName());
        int entries = SmallDataset.entries(ana);
        ana.commandStack().undo();
        assertEquals(entries, SmallDataset.entries(ana));
        ana.commandStack().redo();
        assertEquals("person", annotation(ana, 101).getLabel().getName());
    }

    @Test
    void randomWorkOfThreeProgramsComesToTheSameInAll() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            make(seed);
            Random random = new Random(seed);
            List<OpenDataset> people = List.of(openAs("ana"), openAs("ben"), openAs("cem"));
            people.forEach(person -> evaluation(person));
            for (int step = 0; step < 60; step++) {
                OpenDataset person = people.get(random.nextInt(3));
                step(person, random);
            }
            for (OpenDataset person : people) {
                person.changes().refresh();
            }
            OpenDataset fresh = openAs("dora");
            for (OpenDataset person : people) {
                assertEquals(exported(fresh), exported(person), "seed " + seed);
                assertEquals(fresh.changes().conflicts().toString(), person.changes().conflicts().toString(), "seed " + seed);
                assertEquals(SmallDataset.entries(fresh), SmallDataset.entries(person));
                assertSameMatrix(fresh, person);
            }
        }
    }

    private void make(int seed) throws Exception {
        small = new SmallDataset(Files.createDirectory(temporary.resolve("seed" + seed)));
    }

    private static Evaluation evaluation(OpenDataset dataset) {
        return dataset.evaluations().of(dataset.document().getRuns().get(0), Progress.NONE);
    }

    private static void assertSameMatrix(OpenDataset fresh, OpenDataset person) {
        Evaluation expected = Evaluation.of(fresh.annotations(), fresh.predictions(fresh.document().getRuns().get(0)), 3,
            Thresholds.DEFAULT, Progress.NONE);
        for (int row = 0; row <= 3; row++) {
            for (int column = 0; column <= 3; column++) {
                assertEquals(expected.matrix().count(row, column), evaluation(person).matrix().count(row, column));
            }
        }
    }

    private static void step(OpenDataset person, Random random) throws Exception {
        int image = random.nextInt(3);
        List<Annotation> annotations = List.copyOf(person.image(image).getAnnotations());
        Annotation chosen = annotations.isEmpty() ? null : annotations.get(random.nextInt(annotations.size()));
        switch (random.nextInt(chosen == null ? 4 : 9)) {
            case 0 -> person.changes().refresh();
            case 1 -> person.commandStack().undo();
            case 2 -> person.commandStack().redo();
            case 3 -> execute(person, LabelCommands.add(person, image, person.labelClass(random.nextInt(3)),
                new double[] {random.nextInt(50), random.nextInt(50), 20, 20}, List.of()));
            case 4 -> execute(person, LabelCommands.delete(person, List.of(chosen), ""));
            case 5 -> execute(person, LabelCommands.setBox(person, chosen,
                new double[] {random.nextInt(50), random.nextInt(50), 10 + random.nextInt(20), 20}));
            case 6 -> execute(person, LabelCommands.setCrowd(person, chosen, random.nextBoolean()));
            default -> execute(person,
                LabelCommands.relabel(person, annotations, person.labelClass(random.nextInt(3)), "step"));
        }
    }

    @Tag("case-73")
    @Test
    void copiedAndRenamedJournalsCountOnce() throws Exception {
        OpenDataset ana = openAs("ana");
        execute(ana, LabelCommands.add(ana, 0, ana.labelClass(0), new double[] {1, 1, 9, 9}, List.of()));
        Path journal = journals().get(0);
        Files.copy(journal, journal.resolveSibling("ana (conflicted copy 2026).jsonl"));
        Files.copy(journal, journal.resolveSibling("UPPER.jsonl"));
        Files.move(journal, journal.resolveSibling("renamed.jsonl"), StandardCopyOption.ATOMIC_MOVE);
        OpenDataset ben = openAs("ben");
        assertEquals(8, ben.annotations().size());
        assertEquals(1, SmallDataset.entries(ben));
        assertEquals(List.of(), ben.changes().problems());
    }

    private List<Path> journals() throws Exception {
        try (Stream<Path> files = Files.list(small.folder.resolve("journal"))) {
            return files.toList();
        }
    }

    @Test
    void nonsenseOfATeammateIsReportedAndDoesNotCount() throws Exception {
        OpenDataset ana = openAs("ana");
        execute(ana, relabel(ana, 101, 1));
        StringBuilder lines = new StringBuilder();
        List<String> changes = List.of(
            "{\"op\":\"set\",\"image\":0,\"annotation\":102,\"field\":\"label\",\"new\":3}",
            "{\"op\":\"set\",\"image\":0,\"annotation\":102,\"field\":\"label\",\"new\":\"car\"}",
            "{\"op\":\"set\",\"image\":7,\"annotation\":102,\"field\":\"label\",\"new\":0}",
            "{\"op\":\"set\",\"image\":0,\"annotation\":102,\"field\":\"box\",\"new\":[1,1,0,1]}",
            "{\"op\":\"set\",\"image\":0,\"annotation\":102,\"field\":\"box\",\"new\":[1e999,1,1,1]}",
            "{\"op\":\"set\",\"image\":0,\"annotation\":102,\"field\":\"polygons\",\"new\":[[1,2,3]]}",
            "{\"op\":\"set\",\"image\":0,\"annotation\":102,\"field\":\"crowd\",\"new\":1}",
            "{\"op\":\"set\",\"image\":0,\"annotation\":102,\"field\":\"colour\",\"new\":1}",
            "{\"op\":\"explode\",\"image\":0,\"annotation\":102}",
            "{\"op\":\"add\",\"image\":0,\"annotation\":999,\"new\":{\"label\":0}}",
            "{\"op\":\"add\",\"image\":0,\"annotation\":998,\"new\":7}");
        for (int i = 0; i < changes.size(); i++) {
            lines.append(line("{\"id\":\"e" + i + "\",\"t\":9,\"by\":\"mallory\",\"changes\":[" + changes.get(i) + "]}"));
        }
        Files.writeString(small.folder.resolve("journal/mallory.jsonl"), lines);
        OpenDataset ben = openAs("ben");
        assertEquals(changes.size(), ben.changes().problems().size());
        assertEquals(Set.of(0), ben.changes().images(), "whoever lists changes finds their images");
        assertEquals("person", annotation(ben, 101).getLabel().getName());
        assertEquals(7, ben.annotations().size());
        assertEquals(50, annotation(ben, 102).getX());
    }

    private static String line(String json) {
        CRC32C crc = new CRC32C();
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        crc.update(bytes);
        return String.format(java.util.Locale.ROOT, "%06d %08x %s%n", bytes.length, crc.getValue(), json);
    }

    @Test
    void aNewerJournalOpensReadOnly() throws Exception {
        small.importing().run(Progress.NONE);
        Files.writeString(small.folder.resolve("journal/new.jsonl"), line("{\"journal\":\"errata\",\"version\":2}"));
        OpenDataset ana = openAs("ana");
        assertTrue(ana.changes().readOnly().orElseThrow().contains("newer version"));
        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> execute(ana, relabel(ana, 101, 1)));
        assertTrue(refused.getCause().getMessage().contains("newer version"));
        assertEquals("car", annotation(ana, 101).getLabel().getName());
        assertFalse(ana.commandStack().canUndo());
    }

    @Test
    void aChangeThatCannotBeWrittenIsNotMade() throws Exception {
        OpenDataset ana = openAs("ana");
        Files.delete(small.folder.resolve("journal"));
        Files.writeString(small.folder.resolve("journal"), "in the way");
        Evaluation evaluation = evaluation(ana);
        long before = evaluation.matrix().count(0, 1);
        assertThrows(UncheckedIOException.class, () -> execute(ana, relabel(ana, 101, 1)));
        assertEquals(before, evaluation.matrix().count(0, 1));
        assertEquals("car", annotation(ana, 101).getLabel().getName());
        assertFalse(ana.commandStack().canUndo());
        Files.delete(small.folder.resolve("journal"));
        execute(ana, relabel(ana, 101, 1));
        assertEquals("person", annotation(ana, 101).getLabel().getName());
    }
}
