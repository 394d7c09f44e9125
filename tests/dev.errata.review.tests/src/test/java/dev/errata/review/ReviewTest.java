package dev.errata.review;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.exports.ExportDataset;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.ModelFactory;
import dev.errata.dataset.model.Target;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.objects.TargetLink;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.engine.Progress;
import dev.errata.engine.evaluation.Evaluation;
import dev.errata.review.Review.Suspect;

/** Batches go to annotators and come back as labels; two people work on one folder. */
class ReviewTest {

    static final String LABELS = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 100, "height": 80},
          {"id": 2, "file_name": "b.jpg", "width": 100, "height": 80}],
         "categories": [{"id": 1, "name": "car"}, {"id": 2, "name": "person"}],
         "annotations": [
          {"id": 101, "image_id": 1, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0},
          {"id": 102, "image_id": 1, "category_id": 1, "bbox": [50, 10, 20, 20], "area": 400, "iscrowd": 0},
          {"id": 103, "image_id": 2, "category_id": 1, "bbox": [10, 10, 20, 20], "area": 400, "iscrowd": 0}]}
        """;

    static final String RUN = """
        [{"image_id": 1, "category_id": 2, "bbox": [10, 10, 20, 20], "score": 0.9},
         {"image_id": 2, "category_id": 2, "bbox": [10, 10, 20, 20], "score": 0.8},
         {"image_id": 2, "category_id": 2, "bbox": [60, 60, 10, 10], "score": 0.7}]
        """;

    @TempDir
    Path temporary;
    Path labels;
    OpenDataset dataset;
    Review review;
    private final People people = new People();

    @BeforeEach
    void open() throws Exception {
        labels = Files.writeString(temporary.resolve("labels.json"), LABELS);
        Path run = Files.writeString(temporary.resolve("run.json"), RUN);
        new ImportDataset(temporary.resolve("set"), labels).run("m", run).run(Progress.NONE);
        dataset = openAs("ana");
        review = Review.of(dataset);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private OpenDataset openAs(String author) throws Exception {
        return people.open(temporary.resolve("set"), author);
    }

    private void execute(Command command) {
        dataset.commandStack().execute(command);
    }

    private static Annotation annotation(LabelTarget target, int image, long id) {
        return target.image(image).getAnnotations().stream().filter(annotation -> annotation.getId() == id).findFirst()
            .orElseThrow();
    }

    private Batch send() {
        execute(review.send("", List.of(new Suspect(0, 101, "m", 0), new Suspect(1, 103, "m", 1))));
        return review.batches().get(review.batches().size() - 1);
    }

    private long count(int groundTruth, int predicted) throws Exception {
        Evaluation evaluation = dataset.evaluations().of(dataset.run("m"), Progress.NONE);
        return evaluation.matrix().count(groundTruth, predicted);
    }

    private byte[] exported() throws Exception {
        Path file = temporary.resolve("out.json");
        ExportDataset.run(dataset, "coco", file);
        return Files.readAllBytes(file);
    }

    @Test
    void sendingMakesOneTaskAnImage() {
        Batch batch = send();
        assertEquals("car as person, 2 objects", batch.getName());
        assertEquals("ana", batch.getCreatedBy());
        assertEquals(2, batch.getTasks().size());
        Task task = batch.getTasks().get(1);
        assertEquals(1, task.getImageIndex());
        assertEquals(103, task.getTargets().get(0).getAnnotation());
        assertEquals(1, task.getTargets().get(0).getPrediction());
        assertEquals(TaskState.OPEN, task.getState());
        dataset.commandStack().undo();
        assertTrue(review.batches().isEmpty());
        assertTrue(review.task(task.getId()).isEmpty());
        dataset.commandStack().redo();
        assertSame(batch, review.batches().get(0));
    }

    @Test
    void draftsBecomeLabelsWhenTheTaskIsAccepted() throws Exception {
        Task task = send().getTasks().get(1);
        LabelTarget drafts = review.drafts(task);
        assertNotSame(dataset.image(1), drafts.image(1));
        assertSame(drafts, TargetLink.of(drafts.image(1)).orElseThrow());
        Annotation draft = annotation(drafts, 1, 103);

        execute(LabelCommands.relabel(drafts, List.of(draft), dataset.labelClass(1), ""));
        execute(LabelCommands.setBox(drafts, draft, new double[] {11, 11, 19, 19}));
        execute(LabelCommands.accept(drafts, List.of(drafts.image(1).getPredictions().get(1)), ""));
        assertEquals("person", draft.getLabel().getName());
        assertEquals(11, draft.getX());
        assertEquals(2, drafts.image(1).getAnnotations().size());
        assertEquals(3, task.getDrafts().size());
        assertEquals("car", annotation(dataset, 1, 103).getLabel().getName());
        assertEquals(1, dataset.image(1).getAnnotations().size());
        assertArrayEquals(Files.readAllBytes(labels), exported());
        assertEquals(2, count(0, 1));

        execute(review.submit(List.of(task), ""));
        assertEquals(TaskState.SUBMITTED, task.getState());
        assertEquals("ana", task.getSubmittedBy());
        assertEquals(2, count(0, 1));
        execute(review.accept(List.of(task), false, ""));
        assertEquals(TaskState.ACCEPTED, task.getState());
        assertEquals("person", annotation(dataset, 1, 103).getLabel().getName());
        assertEquals(2, dataset.image(1).getAnnotations().size());
        assertEquals(1, count(0, 1));
        assertEquals(2, count(1, 1));
        assertEquals(3, HistoryStep.of(dataset).stream().filter(step -> step.kind() == HistoryStep.Kind.LABEL).count());

        dataset.commandStack().undo();
        assertEquals(TaskState.SUBMITTED, task.getState());
        assertEquals(2, count(0, 1));
        assertEquals("car", annotation(dataset, 1, 103).getLabel().getName());
        assertEquals("person", draft.getLabel().getName());
        assertArrayEquals(Files.readAllBytes(labels), exported());
        dataset.commandStack().redo();
        assertEquals(1, count(0, 1));
        assertEquals(2, dataset.image(1).getAnnotations().size());
    }

    @Test
    void aReturnedTaskGoesAroundAgain() throws Exception {
        Task task = send().getTasks().get(0);
        assertThrows(UncheckedIOException.class, () -> execute(review.accept(List.of(task), false, "")));
        execute(review.submit(List.of(task), ""));
        execute(review.giveBack(List.of(task), "the other car too"));
        assertEquals(TaskState.RETURNED, task.getState());
        assertEquals("the other car too", task.getComments().get(0).getText());
        execute(LabelCommands.delete(review.drafts(task), List.of(annotation(review.drafts(task), 0, 102)), ""));
        assertEquals(1, review.drafts(task).image(0).getAnnotations().size());
        dataset.commandStack().undo();
        assertEquals(2, review.drafts(task).image(0).getAnnotations().size());
        assertTrue(task.getDrafts().isEmpty());
        dataset.commandStack().redo();
        execute(review.comment(task, "done"));
        execute(review.submit(List.of(task), ""));
        execute(review.accept(List.of(task), false, ""));
        assertEquals(1, dataset.image(0).getAnnotations().size());
        assertEquals(List.of("the other car too", "done"), task.getComments().stream().map(c -> c.getText()).toList());
        assertThrows(UncheckedIOException.class, () -> execute(LabelCommands.relabel(review.drafts(task),
            List.of(annotation(review.drafts(task), 0, 101)), dataset.labelClass(1), "")));
    }

    @Test
    void aTeammateSeesEverythingAndARestartToo() throws Exception {
        Task task = send().getTasks().get(0);
        execute(LabelCommands.relabel(review.drafts(task), List.of(annotation(review.drafts(task), 0, 101)),
            dataset.labelClass(1), ""));
        execute(review.submit(List.of(task), ""));

        OpenDataset bens = openAs("ben");
        Review bensReview = Review.of(bens);
        Task same = bensReview.task(task.getId()).orElseThrow();
        assertEquals(TaskState.SUBMITTED, same.getState());
        assertEquals("person", annotation(bensReview.drafts(same), 0, 101).getLabel().getName());
        bens.commandStack().execute(bensReview.accept(List.of(same), false, ""));

        List<Boolean> told = new ArrayList<>();
        dataset.addListener(event -> told.add(event.review() && event.images().contains(0)));
        assertTrue(dataset.changes().refresh());
        assertEquals(List.of(true), told);
        assertEquals(TaskState.ACCEPTED, task.getState());
        assertEquals("person", annotation(dataset, 0, 101).getLabel().getName());
        assertFalse(dataset.changes().refresh());

        OpenDataset again = openAs("cem");
        assertEquals(TaskState.ACCEPTED, Review.of(again).task(task.getId()).orElseThrow().getState());
        assertEquals("ben", UndoLast.run(again).author());
        assertEquals(TaskState.SUBMITTED, Review.of(again).task(task.getId()).orElseThrow().getState());
        assertEquals("car", annotation(again, 0, 101).getLabel().getName());
    }

    @Test
    void aLabelThatChangedMeanwhileIsNotOverwrittenSilently() throws Exception {
        Task task = send().getTasks().get(0);
        LabelTarget drafts = review.drafts(task);
        execute(LabelCommands.setBox(drafts, annotation(drafts, 0, 101), new double[] {12, 12, 20, 20}));
        execute(LabelCommands.setBox(dataset, annotation(dataset, 0, 101), new double[] {9, 9, 20, 20}));
        execute(LabelCommands.relabel(dataset, List.of(annotation(dataset, 0, 101)), dataset.labelClass(1), ""));
        execute(review.submit(List.of(task), ""));

        assertEquals(List.of(new DraftConflict(0, 101, "box", "ana")), review.conflicts(task));
        UncheckedIOException refused = assertThrows(UncheckedIOException.class,
            () -> execute(review.accept(List.of(task), false, "")));
        assertTrue(refused.getCause().getMessage().contains("ana changed the box of annotation 101 in a.jpg"),
            refused.getCause().getMessage());
        assertEquals(TaskState.SUBMITTED, task.getState());
        assertEquals(9, annotation(dataset, 0, 101).getX());

        execute(review.accept(List.of(task), true, ""));
        assertEquals(12, annotation(dataset, 0, 101).getX());
        assertEquals("person", annotation(dataset, 0, 101).getLabel().getName());
        dataset.commandStack().undo();
        assertEquals(9, annotation(dataset, 0, 101).getX());
    }

    @Test
    void aDraftOfADeletedLabelIsAConflict() throws Exception {
        Task task = send().getTasks().get(0);
        LabelTarget drafts = review.drafts(task);
        execute(LabelCommands.relabel(drafts, List.of(annotation(drafts, 0, 101)), dataset.labelClass(1), ""));
        execute(LabelCommands.delete(dataset, List.of(annotation(dataset, 0, 101)), ""));
        assertEquals(List.of(new DraftConflict(0, 101, "", "ana")), review.conflicts(task));
        assertEquals(1, drafts.image(0).getAnnotations().size());
    }

    @Test
    void verdictsAreKeptAndTakenBack() throws Exception {
        Target pair = ModelFactory.eINSTANCE.createTarget();
        pair.setAnnotation(101);
        pair.setRun("m");
        pair.setPrediction(0);
        Suspect suspect = new Suspect(0, 101, "m", 0);
        execute(review.decide(List.of(suspect), VerdictKind.MODEL_WRONG, "it is a car"));
        assertEquals(VerdictKind.MODEL_WRONG, review.verdict(0, pair).orElseThrow().getKind());
        execute(review.decide(List.of(suspect), VerdictKind.AMBIGUOUS, ""));
        assertEquals(VerdictKind.AMBIGUOUS, review.verdict(0, pair).orElseThrow().getKind());
        dataset.commandStack().undo();
        assertEquals("it is a car", review.verdict(0, pair).orElseThrow().getReason());
        assertEquals(VerdictKind.MODEL_WRONG, Review.of(openAs("ben")).verdict(0, pair).orElseThrow().getKind());
        dataset.commandStack().undo();
        assertTrue(review.verdict(0, pair).isEmpty());
        assertTrue(review.verdict(1, pair).isEmpty());
    }
}
