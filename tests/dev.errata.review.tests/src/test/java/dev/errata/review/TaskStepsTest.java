package dev.errata.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.Map;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.model.VerdictKind;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.dataset.state.ChangeRules;
import dev.errata.engine.Progress;
import dev.errata.review.HistoryStep.Kind;
import dev.errata.review.Review.Suspect;

/** Steps and verdicts of many at once are one change, and all of it is in the history. */
class TaskStepsTest {

    @TempDir
    private Path temporary;
    private final People people = new People();
    private OpenDataset dataset;
    private Review review;

    @BeforeEach
    void open() throws Exception {
        Path labels = Files.writeString(temporary.resolve("labels.json"), ReviewTest.LABELS);
        Path run = Files.writeString(temporary.resolve("run.json"), ReviewTest.RUN);
        new ImportDataset(temporary.resolve("set"), labels).run("m", run).run(Progress.NONE);
        dataset = people.open(temporary.resolve("set"), "ana");
        review = Review.of(dataset);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private void execute(Command command) {
        dataset.commandStack().execute(command);
    }

    private List<Task> send(Suspect... suspects) {
        execute(review.send("", List.of(suspects)));
        return review.batches().getLast().getTasks();
    }

    private void relabelDraft(Task task, int image, long id) {
        LabelTarget drafts = review.drafts(task);
        execute(LabelCommands.relabel(drafts, List.of(drafts.annotation(image, id).orElseThrow()), dataset.labelClass(1), ""));
    }

    private static List<TaskState> states(List<Task> tasks) {
        return tasks.stream().map(Task::getState).toList();
    }

    @Test
    void manyTasksTakeAStepTogetherOrNot() throws Exception {
        List<Task> tasks = send(new Suspect(0, 101, "", -1), new Suspect(1, 103, "", -1));
        relabelDraft(tasks.get(0), 0, 101);
        relabelDraft(tasks.get(1), 1, 103);
        execute(review.submit(List.of(tasks.get(0)), ""));
        assertThrows(UncheckedIOException.class, () -> execute(review.submit(tasks, "both")));
        assertEquals(List.of(TaskState.SUBMITTED, TaskState.OPEN), states(tasks));
        assertTrue(tasks.get(1).getComments().isEmpty());

        execute(review.submit(List.of(tasks.get(1)), ""));
        execute(review.giveBack(tasks, "look again"));
        assertEquals("look again", tasks.get(1).getComments().get(0).getText());
        execute(review.submit(tasks, ""));
        execute(review.accept(tasks, false, "fine"));
        assertEquals(List.of(TaskState.ACCEPTED, TaskState.ACCEPTED), states(tasks));
        assertEquals("person", dataset.annotation(101).orElseThrow().getLabel().getName());
        assertEquals("Accept 2 Tasks", UndoLast.run(dataset).label());
        assertEquals(List.of(TaskState.SUBMITTED, TaskState.SUBMITTED), states(tasks));
        assertEquals("car", dataset.annotation(103).orElseThrow().getLabel().getName());
        assertEquals(1, tasks.get(0).getComments().size());
    }

    /** One after the other, the second would be in conflict: together it must not pass unseen. */
    @Test
    void rivalsAreNotAcceptedTogether() {
        Task first = send(new Suspect(0, 101, "", -1)).get(0);
        Task second = send(new Suspect(0, 101, "", -1), new Suspect(0, 102, "", -1)).get(0);
        relabelDraft(first, 0, 101);
        LabelTarget drafts = review.drafts(second);
        execute(LabelCommands.delete(drafts, List.of(drafts.annotation(0, 101).orElseThrow()), ""));
        execute(review.submit(List.of(first, second), ""));
        UncheckedIOException refused = assertThrows(UncheckedIOException.class,
            () -> execute(review.accept(List.of(first, second), true, "")));
        assertTrue(refused.getCause().getMessage().contains("annotation 101 in a.jpg"), refused.getCause().getMessage());
        assertEquals("car", dataset.annotation(101).orElseThrow().getLabel().getName());
        execute(review.accept(List.of(first), false, ""));
        assertThrows(UncheckedIOException.class, () -> execute(review.accept(List.of(second), false, "")));
    }

    @Test
    void verdictsOfManyKindsAreOneChange() throws Exception {
        Map<Suspect, VerdictKind> decided = new LinkedHashMap<>();
        decided.put(new Suspect(0, 101, "m", 0), VerdictKind.LABEL_WRONG);
        decided.put(new Suspect(1, -1, "m", 2), VerdictKind.AMBIGUOUS);
        execute(review.decide(decided, "seen"));
        assertEquals(2, review.verdicts().size());
        assertEquals("2 Verdicts", UndoLast.run(dataset).label());
        assertTrue(review.verdicts().isEmpty());
        decided.put(new Suspect(1, -1, "m", 2), VerdictKind.LABEL_WRONG);
        execute(review.decide(decided, ""));
        assertEquals("Labels Are Wrong (2)", UndoLast.run(dataset).label());
    }

    @Test
    void theHistoryHasEveryStep() throws Exception {
        execute(review.decide(List.of(new Suspect(0, 101, "a/b", 7)), VerdictKind.IGNORE, "far away"));
        Task task = send(new Suspect(0, 101, "", -1)).get(0);
        relabelDraft(task, 0, 101);
        execute(review.submit(List.of(task), "done"));
        execute(review.accept(List.of(task), false, ""));
        UndoLast.run(dataset);

        List<HistoryStep> steps = HistoryStep.of(dataset);
        assertEquals(List.of(Kind.VERDICT, Kind.BATCH, Kind.DRAFT, Kind.TASK, Kind.COMMENT, Kind.LABEL, Kind.TASK, Kind.TASK,
            Kind.LABEL), steps.stream().map(HistoryStep::kind).toList());
        HistoryStep verdict = steps.get(0);
        assertEquals("a/b", verdict.target().orElseThrow().getRun());
        assertEquals(7, verdict.target().orElseThrow().getPrediction());
        assertEquals(null, verdict.oldText());
        assertEquals("ignore", verdict.newText());
        assertEquals("far away", verdict.change().getReason());
        assertEquals(-1, steps.get(1).image());
        assertEquals(task.getBatch(), review.batch(steps.get(1).batch()).orElseThrow());
        assertEquals(task.getId(), steps.get(2).task());
        assertEquals("open", steps.get(3).oldText());
        assertEquals("submitted", steps.get(3).newText());
        assertEquals("done", steps.get(4).newText());
        assertEquals(List.of(0, 0, 0), steps.subList(2, 5).stream().map(HistoryStep::image).toList());
        List<String> ofLabels = dataset.changes().read(journal -> journal.entries().stream()
            .flatMap(entry -> IntStream.range(0, entry.changes().size())
                .filter(i -> entry.changes().get(i).space().equals(ChangeRules.LABELS)).mapToObj(entry::changeId)).toList());
        assertEquals(ofLabels,
            steps.stream().filter(step -> step.kind() == Kind.LABEL).map(step -> step.change().getId()).toList());
        assertEquals(steps.get(6).change().getGroup(), steps.get(7).change().getUndoes());
    }
}
