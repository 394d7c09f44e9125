package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.Batch;
import dev.errata.review.Review;
import dev.errata.review.Review.Suspect;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.edit.DatasetCommands;

/** A batch of hundreds of tasks comes folded, so that nobody waits for its rows; a small one shows its tasks. */
class ManyTasksTest extends OnSampleLabels {

    ManyTasksTest() {
        super("many");
    }

    @BeforeEach
    void showView() {
        Walk.showView(robot, Ids.TASKS_VIEW);
    }

    private void send(String name, int images) throws Exception {
        List<Suspect> suspects = IntStream.range(0, images)
            .mapToObj(image -> new Suspect(image, dataset.image(image).getAnnotations().get(0).getId(), "", -1)).toList();
        DatasetCommands.run(dataset, Review.of(dataset).send(name, suspects)).get(60, TimeUnit.SECONDS);
        robot.await("the batch " + name + " is listed", () -> row(name) != null);
    }

    private static TreeItem row(String name) {
        for (Tree tree : Widgets.all(Walk.window(), Tree.class)) {
            for (TreeItem item : tree.getItems()) {
                if (item.getData() instanceof Batch && item.getText().startsWith(name)) {
                    return item;
                }
            }
        }
        return null;
    }

    @Test
    void largeBatchesComeFoldedAndShowTheirTasksWhenUnfolded() throws Exception {
        send("large", 300);
        assertFalse(robot.ask(() -> row("large").getExpanded()));
        send("small", 2);
        assertTrue(robot.ask(() -> row("small").getExpanded()));
        assertEquals(2, robot.ask(() -> row("small").getItemCount()));
        robot.act(() -> {
            Tree tree = row("large").getParent();
            tree.setSelection(row("large"));
            tree.setFocus();
        });
        robot.key("Right", "shift+Right");
        robot.await("all tasks are there", () -> row("large").getExpanded() && row("large").getItemCount() == 300);
    }
}
