package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.imports.AddRun;
import dev.errata.dataset.model.Run;
import dev.errata.engine.Progress;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.matching.ComparedRun;

/** Of two runs a person chooses the second: everything that asks a run asks that one. */
class ComparedRunTest extends OnSampleLabels {

    private Run second;

    ComparedRunTest() {
        super("compared");
    }

    @BeforeEach
    void chooseSecondRun() throws Exception {
        AddRun.run(dataset, "first", walk.sample.resolve("model_a.json"), Long.MAX_VALUE, Progress.NONE);
        AddRun.run(dataset, "second", walk.sample.resolve("model_b.json"), Long.MAX_VALUE, Progress.NONE);
        second = dataset.run("second");
        ComparedRun.choose(dataset, second);
        // no cell is selected, which would say of which run it is
        Walk.showView(robot, Ids.HISTORY_VIEW);
    }

    @Test
    void suspectsAreThoseOfTheChosenRun() {
        walk.command("dev.errata.ui.mismatch.openSuspects");
        robot.await("the suspects open", () -> editor() != null && editor().getTitle().startsWith("Suspects"));
        String tip = robot.ask(() -> editor().getEditorInput().getToolTipText());
        assertTrue(tip.contains("second") && !tip.contains("first"), tip);
    }

    @Test
    void theEditorShowsThePredictionsOfTheChosenRun() {
        AnnotationCanvas canvas = walk.openEditor(dataset, "");
        robot.act(canvas::forceFocus);
        // until all of them are shown, not only those that disagree
        robot.insist("predictions are shown", () -> robot.key("o"),
            () -> canvas.scene().shapes().stream().anyMatch(Shape::isPrediction));
        assertTrue(robot.ask(() -> canvas.scene().shapes().stream()
            .allMatch(shape -> !shape.isPrediction() || shape.key().run().equals("second"))));
    }

    private static IEditorPart editor() {
        return Walk.page().getActiveEditor();
    }
}
