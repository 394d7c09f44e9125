package dev.errata.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.emf.common.command.Command;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.dataset.LabelTarget;
import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.imports.ImportDataset;
import dev.errata.dataset.journal.JournalEntry;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.dataset.operations.UndoLast;
import dev.errata.engine.Progress;
import dev.errata.formats.Issue;
import dev.errata.review.HistoryStep.Kind;
import dev.errata.review.Review.Suspect;

/** Two people take the same task further in the same moment, each not knowing of the other. */
class RivalStepsTest {

    @TempDir
    private Path temporary;
    private final People people = new People();
    private OpenDataset ana;
    private OpenDataset ben;
    private String id;

    /** The draft of a task that waits for review says that label 101 is a person. */
    @BeforeEach
    void submit() throws Exception {
        Path labels = Files.writeString(temporary.resolve("labels.json"), ReviewTest.LABELS);
        new ImportDataset(temporary.resolve("set"), labels).run(Progress.NONE);
        ana = openAs("ana");
        Review review = Review.of(ana);
        execute(ana, review.send("", List.of(new Suspect(0, 101, "", -1))));
        Task task = review.batches().get(0).getTasks().get(0);
        id = task.getId();
        LabelTarget drafts = review.drafts(task);
        execute(ana, LabelCommands.relabel(drafts, List.of(drafts.annotation(0, 101).orElseThrow()), ana.labelClass(1), ""));
        execute(ana, review.submit(List.of(task), ""));
        ben = openAs("ben");
    }

    @AfterEach
    void close() {
        people.close();
    }

    private OpenDataset openAs(String author) throws Exception {
        return people.open(temporary.resolve("set"), author);
    }

    private static void execute(OpenDataset dataset, Command command) {
        dataset.commandStack().execute(command);
    }

    private Task task(OpenDataset dataset) {
        return Review.of(dataset).task(id).orElseThrow();
    }

    private void accept(OpenDataset dataset) {
        execute(dataset, Review.of(dataset).accept(List.of(task(dataset)), false, ""));
    }

    private static String classOf(OpenDataset dataset, long annotation) {
        return dataset.annotation(annotation).orElseThrow().getLabel().getName();
    }

    /** All see the same, whoever they are and in whatever order the entries came. */
    private void assertEverywhere(TaskState state, String disputed) throws Exception {
        ana.changes().refresh();
        ben.changes().refresh();
        for (OpenDataset dataset : List.of(ana, ben, openAs("cem"))) {
            assertEquals(state, task(dataset).getState());
            assertEquals(disputed, task(dataset).getDisputed());
        }
    }

    @Test
    void acceptedAndReturnedIsReviewedAgain() throws Exception {
        execute(ben, Review.of(ben).giveBack(List.of(task(ben)), "the box, too"));
        accept(ana);
        assertEverywhere(TaskState.SUBMITTED, "taken further at the same time: ana (accepted), ben (returned)");
        assertEquals("person", classOf(ben, 101));
        assertEquals("the box, too", task(ana).getComments().get(0).getText());
        List<Issue> issues = DisputedTasks.check(ben, Progress.NONE);
        assertEquals(List.of(id), issues.stream().map(Issue::record).toList());
        assertTrue(issues.get(0).message().contains("ana (accepted), ben (returned)"), issues.get(0).message());
        assertTrue(DisputedTasks.isAbout(issues.get(0)));

        execute(ben, Review.of(ben).giveBack(List.of(task(ben)), ""));
        assertEverywhere(TaskState.RETURNED, null);
        assertTrue(DisputedTasks.check(ana, Progress.NONE).isEmpty());
        execute(ana, Review.of(ana).submit(List.of(task(ana)), ""));
        accept(ana);
        assertEverywhere(TaskState.ACCEPTED, null);
    }

    @Test
    void whoTakesADecisionBackBringsTheDisputeBack() throws Exception {
        execute(ben, Review.of(ben).giveBack(List.of(task(ben)), ""));
        accept(ana);
        String disputed = "taken further at the same time: ana (accepted), ben (returned)";
        assertEverywhere(TaskState.SUBMITTED, disputed);
        execute(ben, Review.of(ben).giveBack(List.of(task(ben)), ""));
        assertEverywhere(TaskState.RETURNED, null);
        ben.commandStack().undo();
        assertEverywhere(TaskState.SUBMITTED, disputed);
        ben.commandStack().redo();
        assertEverywhere(TaskState.RETURNED, null);
        ben.commandStack().undo();
        assertEverywhere(TaskState.SUBMITTED, disputed);
        accept(ana);
        assertEverywhere(TaskState.ACCEPTED, null);
    }

    @Test
    void acceptedTwiceIsAcceptedAndTold() throws Exception {
        accept(ben);
        accept(ana);
        assertEverywhere(TaskState.ACCEPTED, null);
        List<HistoryStep> accepted = HistoryStep.of(ana).stream()
            .filter(step -> step.kind() == Kind.TASK && "accepted".equals(step.newText())).toList();
        assertEquals(List.of(List.of(), List.of("ana")), accepted.stream().map(HistoryStep::rivals).toList());

        JournalEntry bens = UndoLast.run(ana);
        assertEquals("ben", bens.author());
        assertTrue(ana.changes().isAs(bens));
        assertEverywhere(TaskState.ACCEPTED, null);
        assertEquals("person", classOf(ana, 101));
        JournalEntry anas = UndoLast.run(ben);
        assertEquals("ana", anas.author());
        assertFalse(ben.changes().isAs(anas));
        assertEverywhere(TaskState.SUBMITTED, null);
        assertEquals("car", classOf(ana, 101));
    }

    @Test
    void submittedTwiceIsSubmitted() throws Exception {
        execute(ana, Review.of(ana).giveBack(List.of(task(ana)), ""));
        ben.changes().refresh();
        execute(ana, Review.of(ana).submit(List.of(task(ana)), "mine"));
        execute(ben, Review.of(ben).submit(List.of(task(ben)), "mine, too"));
        assertEverywhere(TaskState.SUBMITTED, null);
        assertEquals(2, task(ana).getComments().size());
    }

    /** A fix that came while somebody accepted is neither lost nor taken along unseen. */
    @Test
    void whatIsDraftedMeanwhileIsReviewedAgain() throws Exception {
        LabelTarget drafts = Review.of(ben).drafts(task(ben));
        execute(ben, LabelCommands.setBox(drafts, drafts.annotation(0, 102).orElseThrow(), new double[] {51, 11, 20, 20}));
        accept(ana);
        String disputed = "accepted while ben drafted more";
        assertEverywhere(TaskState.SUBMITTED, disputed);
        assertEquals("person", classOf(ben, 101));
        assertEquals(50, ben.annotation(102).orElseThrow().getX());

        // what was accepted once is not proposed again
        execute(ben, LabelCommands.relabel(ben, List.of(ben.annotation(101).orElseThrow()), ben.labelClass(0), ""));
        accept(ben);
        assertEverywhere(TaskState.ACCEPTED, null);
        assertEquals(51, ana.annotation(102).orElseThrow().getX());
        assertEquals("car", classOf(ana, 101));
        UndoLast.run(ana);
        assertEverywhere(TaskState.SUBMITTED, disputed);
    }

    @Test
    void whatIsDeletedAndAddedMeanwhileIsReviewedAgain() throws Exception {
        LabelTarget drafts = Review.of(ben).drafts(task(ben));
        execute(ben, LabelCommands.delete(drafts, List.of(drafts.annotation(0, 102).orElseThrow()), ""));
        execute(ben, LabelCommands.add(drafts, 0, ben.labelClass(1), new double[] {1, 2, 3, 4}, List.of()));
        accept(ana);
        assertEverywhere(TaskState.SUBMITTED, "accepted while ben drafted more");
        assertEquals(2, ana.image(0).getAnnotations().size());
        accept(ana);
        assertEverywhere(TaskState.ACCEPTED, null);
        assertEquals(2, ben.image(0).getAnnotations().size());
        assertTrue(ben.annotation(102).isEmpty());
        // what becomes of the labels later is no matter of the task
        execute(ben, LabelCommands.delete(ben, List.copyOf(ben.image(0).getAnnotations()), ""));
        assertEverywhere(TaskState.ACCEPTED, null);
        assertNull(task(ben).getDisputed());
    }
}
