package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.eclipse.emf.common.command.Command;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.edit.LabelCommands;
import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.Task;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

/** A reviewer accepts a draft of a label that somebody else changed meanwhile, and is asked. */
class AcceptAnywayTest extends OnSampleLabels {

    private static final String TITLE = "Accept Task";

    private Annotation annotation;
    private Task task;

    AcceptAnywayTest() {
        super("anyway");
    }

    /** The draft says another class, and the label has got a third one. */
    @BeforeEach
    void submitWhatIsChangedMeanwhile() throws Exception {
        Review review = Review.of(dataset);
        annotation = dataset.image(0).getAnnotations().get(0);
        run(review.send("one", List.of(new Suspect(0, annotation.getId(), "", -1))));
        task = review.batches().get(0).getTasks().get(0);
        int label = dataset.labelOf(annotation.getLabel().getName());
        run(LabelCommands.relabel(review.drafts(task), List.of(annotation), dataset.labelClass((label + 1) % 3), ""));
        run(review.submit(List.of(task), ""));
        run(LabelCommands.relabel(dataset, List.of(annotation), dataset.labelClass((label + 2) % 3), ""));
        walk.openEditor(dataset, review.batches().get(0).getId());
    }

    private void run(Command command) throws Exception {
        DatasetCommands.run(dataset, command).get(30, TimeUnit.SECONDS);
    }

    @Test
    void cancelKeepsTheLabelAndAcceptAnywayOverwritesIt() {
        String changed = annotation.getLabel().getName();
        walk.command(Ids.ACCEPT_TASK);
        robot.await("the person is asked", () -> Widgets.shell(TITLE) != null);
        String told = robot.ask(() -> Widgets.all(Widgets.shell(TITLE), Label.class).stream().map(Label::getText)
            .collect(Collectors.joining()));
        assertTrue(told.contains("of annotation " + annotation.getId() + " in " + dataset.fileName(0)), told);
        robot.insist("the question is closed", () -> robot.key("Escape"), () -> Widgets.shell(TITLE) == null);
        assertEquals(TaskState.SUBMITTED, task.getState());
        assertEquals(changed, annotation.getLabel().getName());

        walk.command(Ids.ACCEPT_TASK);
        robot.await("the person is asked again", () -> Widgets.shell(TITLE) != null);
        robot.insist("the answer is given", () -> robot.key("alt+a"), () -> Widgets.shell(TITLE) == null);
        robot.await("the task is accepted", () -> Review.of(dataset).task(task.getId()).orElseThrow().getState()
            == TaskState.ACCEPTED);
        robot.await("the draft overwrites the label", () -> !annotation.getLabel().getName().equals(changed));
    }
}
