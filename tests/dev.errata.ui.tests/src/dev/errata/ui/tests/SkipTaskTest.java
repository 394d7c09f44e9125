package dev.errata.ui.tests;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.Batch;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.dataset.model.TaskState;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.edit.DatasetCommands;

/** S goes on to the next task that waits, and passes over those that are done; it says how many are left. */
class SkipTaskTest extends OnSampleLabels {

    SkipTaskTest() {
        super("skip");
    }

    @Test
    void goesToTheNextTaskThatWaits() throws Exception {
        Review review = Review.of(dataset);
        List<Suspect> suspects = IntStream.range(0, 3)
            .mapToObj(image -> new Suspect(image, dataset.image(image).getAnnotations().get(0).getId(), "", -1)).toList();
        DatasetCommands.run(dataset, review.send("three", suspects)).get(60, TimeUnit.SECONDS);
        Batch batch = review.batches().get(0);
        AnnotationCanvas canvas = walk.openEditor(dataset, batch.getId());
        robot.act(canvas::forceFocus);
        awaitHeader("Task 1 of 3 (3 to fix, 0 to review)");
        robot.key("s");
        awaitImage(1);
        robot.key("ctrl+Return");
        robot.await("the task is submitted", () -> batch.getTasks().get(1).getState() == TaskState.SUBMITTED);
        awaitImage(2);
        awaitHeader("Task 3 of 3 (2 to fix, 1 to review)");
        robot.key("s");
        awaitImage(0);
        robot.key("s");
        awaitImage(2);
    }

    private void awaitHeader(String text) {
        robot.await("it says " + text, () -> Widgets.all(Walk.window(), Label.class).stream()
            .anyMatch(label -> label.getText().startsWith(text)));
    }

    private void awaitImage(int image) {
        robot.await("image " + image + " is shown", () -> Walk.page().getActiveEditor().getAdapter(ImageRecord.class) != null
            && Walk.page().getActiveEditor().getAdapter(ImageRecord.class).getIndex() == image
            && !Walk.only(AnnotationCanvas.class).scene().shapes().isEmpty());
    }
}
