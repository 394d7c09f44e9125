package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.swt.custom.CLabel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.edit.DatasetCommands;

/** A task whose batch is taken back while it is open, and sent again. */
class TaskGoneTest extends OnSampleLabels {

    TaskGoneTest() {
        super("gone");
    }

    @BeforeEach
    void send() throws Exception {
        long annotation = dataset.image(0).getAnnotations().get(0).getId();
        DatasetCommands.run(dataset, Review.of(dataset).send("one", List.of(new Suspect(0, annotation, "", -1))))
            .get(30, TimeUnit.SECONDS);
    }

    @Test
    void theEditorSaysSoAndShowsTheTaskAgain() {
        AnnotationCanvas canvas = walk.openEditor(dataset, Review.of(dataset).batches().get(0).getId());
        robot.await("the task is open", canvas::editable);
        robot.await("its picture is there", () -> canvas.message().isEmpty());
        robot.act(canvas::forceFocus);
        robot.key("ctrl+z");
        robot.await("the editor says that the task is gone", () -> canvas.message().contains("not here") && !canvas.editable());
        robot.act(() -> canvas.select(canvas.scene().shapes().subList(0, 1)));
        int labels = dataset.image(0).getAnnotations().size();
        robot.key("Delete");
        robot.await("nothing can be changed without the task, which is told", () -> Widgets.all(Walk.window(), CLabel.class)
            .stream().anyMatch(line -> line.getText().startsWith("Nothing was changed")));
        robot.settle();
        assertEquals(labels, dataset.image(0).getAnnotations().size());
        robot.key("ctrl+y");
        robot.await("the task is there again", () -> canvas.editable());
        assertEquals("", robot.ask(canvas::message));
    }
}
