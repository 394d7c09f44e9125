package dev.errata.ui.tests;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Drives the workbench as a person does: mouse and keys through the window system (by xdotool), and waiting until the screen
 * has followed. For use off the UI thread.
 */
final class Robot {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SETTLING = Duration.ofMillis(1500);
    private static final int ATTEMPTS = 3;
    private static final Duration ATTEMPT = Duration.ofSeconds(8);
    /** Pixels of the screen a point: the window system counts those. */
    private static final int SCALE = Integer.getInteger("errata.scale", 1);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Display display = Display.getDefault();

    /** Runs on the UI thread and gives the answer. */
    <T> T ask(Supplier<T> question) {
        return display.syncCall(question::get);
    }

    /** Runs on the UI thread. */
    void act(Runnable action) {
        display.syncExec(action);
    }

    /** Runs on the UI thread, some time; for what opens a dialog and returns only when that closes. */
    void later(Runnable action) {
        display.asyncExec(action);
    }

    /** Waits until something is so on the UI thread; fails with the description if it never becomes so. */
    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ask(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain until " + what + "; "
                    + ask(FailurePicture::take));
            }
            pause(GLANCE);
        }
    }

    /**
     * Does something until it had its effect, three times at most. For menus: the window system loses keys that come while one is
     * still opening on a busy machine. What is open is closed before another attempt.
     */
    void insist(String what, Runnable attempt, BooleanSupplier effect) {
        for (int tries = 1; tries < ATTEMPTS; tries++) {
            attempt.run();
            long end = System.nanoTime() + ATTEMPT.toNanos();
            while (System.nanoTime() < end) {
                if (ask(effect::getAsBoolean)) {
                    return;
                }
                pause(GLANCE);
            }
            key("Escape", "Escape");
            settle();
        }
        attempt.run();
        await(what, effect);
    }

    /** Lets what is under way come to the screen. */
    void settle() {
        pause(SETTLING);
        act(() -> {
            // one turn of the event loop, so that what was due is painted
        });
    }

    void pointAt(Control control, int x, int y) {
        send(control, x, y);
    }

    /** Clicks at a place in a control, in the control's own coordinates. */
    void click(Control control, int x, int y) {
        send(control, x, y, "click", "1");
    }

    void doubleClick(Control control, int x, int y) {
        send(control, x, y, "click", "--repeat", "2", "--delay", "60", "1");
    }

    void drag(Control control, int fromX, int fromY, int toX, int toY) {
        send(control, fromX, fromY, "mousedown", "1");
        for (int step = 1; step <= 8; step++) {
            send(control, fromX + (toX - fromX) * step / 8, fromY + (toY - fromY) * step / 8);
        }
        send(control, toX, toY, "mouseup", "1");
    }

    /** Presses the primary button at a place in a control and holds it. */
    void press(Control control, int x, int y) {
        send(control, x, y, "mousedown", "1");
    }

    /** Moves the pointer, with whatever buttons are held. */
    void move(Control control, int x, int y) {
        send(control, x, y);
    }

    /** Lets go of the primary button where the pointer is. */
    void release() {
        run(List.of("mouseup", "1"));
    }

    /** Presses keys as xdotool names them, for example {@code ctrl+z}, {@code Return} or {@code Right}. */
    void key(String... keys) {
        List<String> command = new ArrayList<>(List.of("key", "--delay", "30"));
        command.addAll(List.of(keys));
        run(command);
    }

    /** Presses a key and holds it. */
    void hold(String key) {
        run(List.of("keydown", key));
    }

    /** Lets go of a key. */
    void release(String key) {
        run(List.of("keyup", key));
    }

    void type(String text) {
        run(List.of("type", "--delay", "20", text));
    }

    /**
     * Types a path into the system's file dialog. While that is open the UI thread may answer nobody: the window system tells
     * whether it closed. The dialog drops keys that come while its line for paths is still opening, so more than one attempt is
     * made.
     */
    void answerFileDialog(String title, Path path) {
        xdotool(List.of("search", "--sync", "--onlyvisible", "--name", title));
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            xdotool(List.of("search", "--onlyvisible", "--name", title, "windowfocus"));
            pause(SETTLING);
            xdotool(List.of("key", "ctrl+l"));
            pause(SETTLING);
            xdotool(List.of("key", "ctrl+a"));
            xdotool(List.of("type", "--delay", Integer.toString(20 * attempt), path.toString()));
            pause(SETTLING);
            xdotool(List.of("key", "Return"));
            if (vanishes(title)) {
                return;
            }
            xdotool(List.of("key", "Escape"));
        }
        for (int attempt = 0; attempt < ATTEMPTS && isShown(title); attempt++) {
            xdotool(List.of("key", "Escape"));
            pause(SETTLING);
        }
        throw new AssertionError("The dialog " + title + " did not take " + path);
    }

    private static boolean vanishes(String title) {
        for (int glance = 0; glance < 5; glance++) {
            if (!isShown(title)) {
                return true;
            }
            pause(SETTLING);
        }
        return !isShown(title);
    }

    private static boolean isShown(String title) {
        return xdotool(List.of("search", "--onlyvisible", "--name", title)) == 0;
    }

    private void send(Control control, int x, int y, String... then) {
        Point point = ask(() -> control.toDisplay(x, y));
        List<String> command = new ArrayList<>(
            List.of("mousemove", Integer.toString(SCALE * point.x), Integer.toString(SCALE * point.y)));
        command.addAll(List.of(then));
        run(command);
    }

    private void run(List<String> arguments) {
        if (xdotool(arguments) != 0) {
            throw new AssertionError("xdotool failed: " + arguments);
        }
        act(() -> {
            // one turn of the event loop, so that the event has arrived
        });
    }

    /** Runs xdotool, which waits without end for a window that does not come, and gives its exit code. */
    private static int xdotool(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add("xdotool");
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT).start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + PATIENCE.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new AssertionError("Window tests need xdotool", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(command + " was interrupted", e);
        }
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
