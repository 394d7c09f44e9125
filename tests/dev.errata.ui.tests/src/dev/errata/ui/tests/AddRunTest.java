package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.Run;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matrix.canvas.MatrixCanvas;

/** A dataset that was imported without predictions gets them in the window. */
class AddRunTest extends OnSampleLabels {

    AddRunTest() {
        super("cells");
    }

    @BeforeEach
    void showView() {
        Walk.showView(robot, Ids.MATRIX_VIEW);
    }

    @Test
    void theEmptyMatrixOffersToAddPredictions() {
        robot.await("the offer is there", () -> offer() != null);
        robot.insist("the wizard opens", () -> {
            Point size = robot.ask(() -> offer().getSize());
            robot.click(robot.ask(this::offer), size.x / 2, size.y / 2);
        }, () -> wizard() != null);
        assertFalse(robot.ask(() -> Widgets.button(wizard(), "Finish").isEnabled()), "nothing is chosen yet");
        robot.click(robot.ask(() -> Widgets.button(wizard(), "Add...")), 10, 10);
        robot.answerFileDialog("^Predictions$", walk.sample.resolve("model_b.json"));
        robot.await("the file is listed", () -> Widgets.all(wizard(), Table.class).get(0).getItemCount() == 1
            && Widgets.button(wizard(), "Finish").isEnabled());
        robot.click(robot.ask(() -> Widgets.button(wizard(), "Finish")), 20, 10);
        robot.await("the run is compared", () -> Widgets.all(Walk.window(), MatrixCanvas.class).stream()
            .anyMatch(canvas -> canvas.model() != null && canvas.model().facts().run().equals("model_b")));
        assertEquals(List.of("model_b"), dataset.document().getRuns().stream().map(Run::getName).toList());
    }

    private Link offer() {
        return Widgets.all(Walk.window(), Link.class).stream().filter(link -> link.getText().contains("Add Predictions"))
            .findFirst().orElse(null);
    }

    private static Shell wizard() {
        return Widgets.shell("Add Predictions");
    }
}
