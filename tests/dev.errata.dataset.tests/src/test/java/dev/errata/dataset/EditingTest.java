package dev.errata.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.edit.CopiedLabel;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.journal.JournalChange;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Prediction;
import dev.errata.dataset.objects.TargetLink;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.engine.Progress;
import dev.errata.engine.columns.AnnotationColumns;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.engine.matching.Thresholds;

/** Commands change columns, matrix, objects and journal together, and take everything back. */
class EditingTest {

    @TempDir
    Path temporary;
    SmallDataset small;
    OpenDataset dataset;

    @BeforeEach
    void open() throws Exception {
        small = new SmallDataset(temporary);
        dataset = small.open();
    }

    @AfterEach
    void close() {
        dataset.close();
    }

    private Annotation annotation(long id) {
        return SmallDataset.annotation(dataset, id);
    }

    private void execute(Command command) {
        dataset.commandStack().execute(command);
    }

    private byte[] exported() throws Exception {
        Path file = temporary.resolve("exported.json");
        ExportDataset.run(dataset, "coco", file);
        return Files.readAllBytes(file);
    }

    private void assertEvaluationIsFresh() throws Exception {
        Evaluation live = dataset.evaluations().of(dataset.run("a"), Progress.NONE);
        Evaluation fresh = Evaluation.of(dataset.annotations(), dataset.predictions(dataset.run("a")), 3, Thresholds.DEFAULT,
            Progress.NONE);
        for (int row = 0; row <= 3; row++) {
            for (int column = 0; column <= 3; column++) {
                assertEquals(fresh.matrix().count(row, column), live.matrix().count(row, column), row + "," + column);
            }
        }
    }

    @Test
    void labelsAsImportedAreToldFromThoseOfNow() throws Exception {
        AnnotationColumns before = dataset.labels().imported();
        assertSameRows(dataset.annotations(), before);
        execute(LabelCommands.relabel(dataset, List.of(annotation(101)), dataset.labelClass(1), ""));
        execute(LabelCommands.delete(dataset, List.of(annotation(102)), ""));
        execute(LabelCommands.add(dataset, 1, dataset.labelClass(2), new double[] {1, 2, 3, 4}, List.of()));
        assertEquals(before.size(), dataset.annotations().size());
        assertSameRows(before, dataset.labels().imported());
        try (OpenDataset imported = OpenDataset.openImported(dataset.folder(), Progress.NONE)) {
            assertSameRows(before, imported.annotations());
            assertTrue(imported.changes().readOnly().isPresent());
        }
    }

    private static void assertSameRows(AnnotationColumns expected, AnnotationColumns actual) {
        assertEquals(expected.size(), actual.size());
        for (int image = 0; image < expected.imageCount(); image++) {
            assertEquals(expected.end(image), actual.end(image), "image " + image);
        }
        for (int row = 0; row < expected.size(); row++) {
            assertEquals(expected.id(row), actual.id(row));
            assertEquals(expected.label(row), actual.label(row), "label " + row);
            assertEquals(expected.x(row), actual.x(row));
            assertEquals(expected.height(row), actual.height(row));
            assertEquals(expected.area(row), actual.area(row));
            assertEquals(expected.position(row), actual.position(row));
        }
    }

    @Test
    void relabelMovesOneCountAndUndoBringsItBack() throws Exception {
        Evaluation evaluation = dataset.evaluations().of(dataset.run("a"), Progress.NONE);
        assertEquals(1, evaluation.matrix().count(0, 1));
        Annotation annotation = annotation(101);
        List<Object> notified = new ArrayList<>();
        annotation.eAdapters().add(new org.eclipse.emf.common.notify.impl.AdapterImpl() {
            @Override
            public void notifyChanged(org.eclipse.emf.common.notify.Notification notification) {
                notified.add(notification.getNewValue());
            }
        });
        List<Set<Integer>> told = new ArrayList<>();
        dataset.addListener(event -> told.add(event.images()));

        execute(LabelCommands.relabel(dataset, List.of(annotation), dataset.labelClass(1), "it walks"));

        assertEquals(0, evaluation.matrix().count(0, 1));
        assertEquals(2 + 1, evaluation.matrix().count(1, 1));
        assertSame(dataset.labelClass(1), annotation.getLabel());
        assertEquals(List.of(dataset.labelClass(1)), notified);
        assertEquals(List.of(Set.of(0)), told);
        assertEvaluationIsFresh();
        assertEquals("Relabel Annotation", dataset.commandStack().getUndoCommand().getLabel());

        dataset.commandStack().undo();
        assertEquals(1, evaluation.matrix().count(0, 1));
        assertSame(dataset.labelClass(0), annotation.getLabel());
        assertEvaluationIsFresh();
        assertArrayEquals(Files.readAllBytes(small.labels), exported());

        dataset.commandStack().redo();
        assertEquals(0, evaluation.matrix().count(0, 1));
        List<JournalEntry> entries = dataset.changes().read(journal -> List.copyOf(journal.entries()));
        assertEquals(3, entries.size());
        assertEquals("it walks", entries.get(0).reason());
        assertEquals(entries.get(0).id(), entries.get(1).undoes());
        JournalChange change = entries.get(0).changes().get(0);
        assertEquals("0", String.valueOf(change.oldValue()));
        assertEquals("1", String.valueOf(change.newValue()));
    }

    @Test
    void severalCommandsUndoOneAfterAnother() throws Exception {
        execute(LabelCommands.relabel(dataset, List.of(annotation(101)), dataset.labelClass(1), ""));
        execute(LabelCommands.relabel(dataset, List.of(annotation(101)), dataset.labelClass(2), ""));
        execute(LabelCommands.delete(dataset, List.of(annotation(101), annotation(103)), "not there"));
        assertEquals(5, dataset.annotations().size());
        dataset.commandStack().undo();
        assertEquals(2, label(101));
        dataset.commandStack().undo();
        assertEquals(1, label(101));
        dataset.commandStack().undo();
        assertEquals(0, label(101));
        assertFalse(dataset.commandStack().canUndo());
        dataset.commandStack().redo();
        dataset.commandStack().redo();
        assertEquals(2, label(101));
        dataset.commandStack().undo();
        assertEquals(1, label(101));
        dataset.commandStack().redo();
        dataset.commandStack().redo();
        assertEquals(-1, dataset.labels().imageOf(101));
        assertEvaluationIsFresh();
    }

    private int label(long id) {
        AnnotationColumns columns = dataset.annotations();
        return columns.label(columns.rowOf(dataset.labels().imageOf(id), id));
    }

    @Test
    void predictionIsAcceptedOnlyOnce() throws Exception {
        ImageRecord image = dataset.image(2);
        Prediction prediction = image.getPredictions().get(1);
        assertFalse(LabelCommands.isAccepted(dataset, prediction));
        execute(LabelCommands.accept(dataset, List.of(prediction), ""));
        assertTrue(LabelCommands.isAccepted(dataset, prediction));
        assertThrows(IllegalArgumentException.class, () -> LabelCommands.accept(dataset, List.of(prediction), ""));
        dataset.commandStack().undo();
        assertFalse(LabelCommands.isAccepted(dataset, prediction));
    }

    @Test
    void acceptedPredictionIsANewAnnotationThatSurvivesExportAndImport() throws Exception {
        ImageRecord image = dataset.image(2);
        execute(LabelCommands.accept(dataset, List.of(image.getPredictions().get(1)), ""));
        assertEquals(3, image.getAnnotations().size());
        Annotation added = image.getAnnotations().get(2);
        assertTrue(added.getId() >= 1_000_000_000_000L && added.getId() < 9_000_000_000_000_000L);
        assertEquals(70, added.getX());
        assertSame(dataset.labelClass(2), added.getLabel());
        assertEvaluationIsFresh();

        Path exported = temporary.resolve("exported.json");
        ExportDataset.run(dataset, "coco", exported);
        SmallDataset again = new SmallDataset(Files.createDirectory(temporary.resolve("again")));
        Files.copy(exported, again.labels, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (OpenDataset reimported = again.open()) {
            assertEquals(2, reimported.labels().imageOf(added.getId()));
        }

        dataset.commandStack().undo();
        assertEquals(2, image.getAnnotations().size());
        dataset.commandStack().redo();
        assertEquals(added.getId(), image.getAnnotations().get(2).getId());
        dataset.commandStack().undo();
        assertArrayEquals(Files.readAllBytes(small.labels), exported());
    }

    @Test
    void copiesArePastedIntoAnotherImageAsTheyWere() throws Exception {
        execute(LabelCommands.setAttribute(dataset, annotation(103), "occluded", "true"));
        CopiedLabel copied = CopiedLabel.of(annotation(103));
        execute(LabelCommands.relabel(dataset, List.of(annotation(103)), dataset.labelClass(2), ""));
        byte[] before = exported();
        int there = dataset.image(0).getAnnotations().size();
        execute(LabelCommands.paste(dataset, 0, List.of(copied)));
        Annotation pasted = dataset.image(0).getAnnotations().get(there);
        assertEquals(copied.label(), pasted.getLabel().getName());
        assertArrayEquals(copied.box(), CopiedLabel.of(pasted).box());
        assertEquals(copied.attributes(), CopiedLabel.of(pasted).attributes());
        assertArrayEquals(copied.polygons().get(0), CopiedLabel.of(pasted).polygons().get(0));
        execute(LabelCommands.paste(dataset, 0, List.of(copied)));
        Annotation beside = dataset.image(0).getAnnotations().get(there + 1);
        assertEquals(pasted.getX() + 10, beside.getX(), "not on the first copy");
        assertEquals(pasted.getPolygons().get(0).getPoints().get(0) + 10, beside.getPolygons().get(0).getPoints().get(0));
        double[] far = {5000, 5000, 20, 10};
        execute(LabelCommands.paste(dataset, 0, List.of(new CopiedLabel(copied.label(), far, List.of(), true, Map.of()))));
        Annotation inside = dataset.image(0).getAnnotations().get(there + 2);
        assertEquals(dataset.image(0).getWidth(), inside.getX() + 20, "inside of a smaller image");
        assertTrue(inside.isCrowd());
        CopiedLabel strange = new CopiedLabel("no such class", far, List.of(), false, Map.of());
        assertThrows(IllegalArgumentException.class, () -> LabelCommands.paste(dataset, 0, List.of(strange)));
        for (int i = 0; i < 3; i++) {
            dataset.commandStack().undo();
        }
        assertArrayEquals(before, exported());
    }

    @Test
    void everyCommandComesBackAfterReopening() throws Exception {
        execute(LabelCommands.setBox(dataset, annotation(104), new double[] {61, 6, 20, 30}));
        execute(LabelCommands.setPolygons(dataset, annotation(103), List.of(new double[] {6, 6, 30, 6, 30, 40.5})));
        execute(LabelCommands.setCrowd(dataset, annotation(105), false));
        execute(LabelCommands.setAttribute(dataset, annotation(102), "occluded", "true"));
        execute(LabelCommands.add(dataset, 0, dataset.labelClass(2), new double[] {1, 1, 5, 5}, List.of()));
        execute(LabelCommands.duplicate(dataset, List.of(annotation(103)), 10, 5));
        long copy = dataset.image(1).getAnnotations().get(3).getId();
        byte[] before = exported();
        dataset.close();

        dataset = small.open();
        assertArrayEquals(before, exported());
        assertEquals(61, annotation(104).getX());
        assertEquals(List.of(6.0, 6.0, 30.0, 6.0, 30.0, 40.5), annotation(103).getPolygons().get(0).getPoints());
        assertEquals(34.5, annotation(103).getHeight());
        assertFalse(annotation(105).isCrowd());
        assertEquals("true", annotation(102).getAttributes().stream()
            .filter(attribute -> attribute.getKey().equals("occluded")).findFirst().orElseThrow().getValue());
        assertEquals(16.0, annotation(copy).getPolygons().get(0).getPoints().get(0));
        assertEquals(9, dataset.annotations().size());
        for (int i = 0; i < 6; i++) {
            UndoLast.run(dataset);
        }
        assertThrows(DatasetException.class, () -> UndoLast.run(dataset));
        assertArrayEquals(Files.readAllBytes(small.labels), exported());
    }

    @Test
    void undoGoesBackThroughWhatThisPersonDidBeforeReopening() throws Exception {
        execute(LabelCommands.setBox(dataset, annotation(104), new double[] {61, 6, 20, 30}));
        execute(LabelCommands.delete(dataset, List.of(annotation(101)), ""));
        execute(LabelCommands.setCrowd(dataset, annotation(105), false));
        dataset.commandStack().undo();
        dataset.close();

        dataset = small.open();
        assertEquals("Delete Annotation", dataset.commandStack().getUndoCommand().getLabel());
        assertFalse(dataset.commandStack().canRedo());
        dataset.commandStack().undo();
        assertEquals(0, annotation(101).getImage().getIndex());
        dataset.commandStack().redo();
        dataset.commandStack().undo();
        dataset.commandStack().undo();
        assertFalse(dataset.commandStack().canUndo());
        assertArrayEquals(Files.readAllBytes(small.labels), exported());
        dataset.close();

        dataset = small.open();
        assertFalse(dataset.commandStack().canUndo(), "what was taken back is not taken back again");
    }

    @Test
    void resizingABoxFitsItsOutline() {
        execute(LabelCommands.setBox(dataset, annotation(103), new double[] {0, 0, 60, 20}));
        assertEquals(List.of(0.0, 0.0, 60.0, 0.0, 60.0, 20.0, 0.0, 20.0), annotation(103).getPolygons().get(0).getPoints());
        AnnotationColumns columns = dataset.annotations();
        assertEquals(1200, columns.area(columns.rowOf(1, 103)));
        execute(LabelCommands.setBox(dataset, annotation(103), new double[] {0, 0, 10, 10}));
        assertEquals(100, columns.area(columns.rowOf(1, 103)));
    }

    @Test
    void nonsenseIsRefused() {
        Annotation annotation = annotation(101);
        assertThrows(IllegalArgumentException.class,
            () -> LabelCommands.relabel(dataset, List.of(annotation), ModelFactory.eINSTANCE.createLabelClass(), ""));
        for (double[] box : List.of(new double[] {0, 0, 0, 5}, new double[] {0, Double.NaN, 1, 1}, new double[] {0, 0, -1, 5},
            new double[] {0, 0, 1, Double.POSITIVE_INFINITY}, new double[] {1, 2, 3})) {
            assertThrows(IllegalArgumentException.class, () -> LabelCommands.setBox(dataset, annotation, box));
        }
        assertThrows(IllegalArgumentException.class,
            () -> LabelCommands.setPolygons(dataset, annotation, List.of(new double[] {1, 1, 2, 2})));
        assertThrows(IllegalArgumentException.class,
            () -> LabelCommands.add(dataset, 3, dataset.labelClass(0), new double[] {1, 1, 1, 1}, List.of()));
        assertEquals(0, SmallDataset.entries(dataset));
    }

    @Test
    void nothingToChangeWritesNothing() throws Exception {
        execute(LabelCommands.relabel(dataset, List.of(annotation(101)), dataset.labelClass(0), ""));
        assertEquals(0, SmallDataset.entries(dataset));
        try (var files = Files.list(small.folder.resolve("journal"))) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void imageObjectsAreTheSameWhileHeld() {
        ImageRecord image = dataset.image(0);
        assertSame(image, dataset.image(0));
        assertNotSame(image, dataset.image(1));
        assertSame(dataset, TargetLink.of(image).orElseThrow());
        assertEquals(3, image.getPredictions().size());
        assertEquals("a.jpg", image.getFileName());
    }

    @Test
    void picturesAreFoundInsideTheirFolderOnly() throws Exception {
        assertEquals(small.images.resolve("a.jpg"), dataset.picture(0).orElseThrow());
        assertTrue(dataset.picture(1).isEmpty());
        assertEquals(small.images.resolve("sub/c.jpg"), dataset.picture(2).orElseThrow());
    }
}
