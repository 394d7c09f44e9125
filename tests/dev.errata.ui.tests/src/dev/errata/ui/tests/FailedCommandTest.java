package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.ui.edit.DatasetCommands;

/** What a person is told when a command fails in the background, and that nobody waits for it in vain. */
class FailedCommandTest extends OnSampleLabels {

    /** Whether what the person is told is shown nowhere, as the test harness wants it. */
    private boolean silent;

    FailedCommandTest() {
        super("failing");
    }

    @BeforeEach
    void speak() {
        silent = ErrorDialog.AUTOMATED_MODE;
        ErrorDialog.AUTOMATED_MODE = false;
    }

    @AfterEach
    void beSilent() {
        ErrorDialog.AUTOMATED_MODE = silent;
    }

    @Test
    void tooManyLabelsForTheMemoryAreTold() {
        CompletableFuture<Void> done = robot.ask(() -> DatasetCommands.run(dataset, "Record verdict", () -> {
            throw new OutOfMemoryError("as for millions of verdicts");
        }));
        robot.await("the person is told", () -> message() != null);
        Shell shell = robot.ask(FailedCommandTest::message);
        String text = robot.ask(() -> String.join("\n", Widgets.all(shell, Label.class).stream().map(Label::getText).toList()));
        robot.act(shell::close);
        assertTrue(text.contains("Record verdict needs more memory"), text);
        ExecutionException failed = assertThrows(ExecutionException.class, () -> done.get(60, TimeUnit.SECONDS));
        assertEquals(OutOfMemoryError.class, failed.getCause().getClass());
    }

    private static Shell message() {
        return Widgets.shell("Problem Occurred");
    }
}
