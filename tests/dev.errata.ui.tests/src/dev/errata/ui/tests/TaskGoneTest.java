package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.ui.PartInitException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.Batch;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.editor.AnnotationEditorInput;
import dev.errata.ui.commands.Ids;
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
        Batch batch = Review.of(dataset).batches().get(0);
        robot.act(() -> {
            try {
                Walk.page().openEditor(new AnnotationEditorInput(dataset.folder(), batch.getId(), "one"), Ids.ANNOTATION_EDITOR);
            } catch (PartInitException e) {
                throw new AssertionError(e);
            }
        });
        robot.await("the task is open", () -> Widgets.all(Walk.window(), AnnotationCanvas.class).size() == 1
            && canvas().editable() && !canvas().scene().shapes().isEmpty());
        AnnotationCanvas canvas = robot.ask(TaskGoneTest::canvas);
        robot.await("its picture is there", () -> canvas.message().isEmpty());
        robot.act(canvas::forceFocus);
        robot.key("ctrl+z");
        robot.await("the editor says that the task is gone", () -> canvas.message().contains("not here") && !canvas.editable());
        robot.key("ctrl+y");
        robot.await("the task is there again", () -> canvas.editable());
        assertEquals("", robot.ask(canvas::message));
    }

    private static AnnotationCanvas canvas() {
        return Walk.only(AnnotationCanvas.class);
    }
}
