package dev.errata.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Widget;

/**
 * Times what a person waits for: from an input until the frame is painted that shows what came of it. Times are of one step,
 * many times over.
 */
final class Stopwatch {

    private static final double MILLION = 1e6;
    /** The worst of so many in a hundred is left out: a machine has moods. */
    private static final double NEARLY_ALL = 0.95;

    private final Robot robot;
    private final String step;
    private final List<Long> times = new ArrayList<>();
    private long begin;
    private long end;

    Stopwatch(Robot robot, String step) {
        this.robot = robot;
        this.step = step;
    }

    /**
     * Times one step.
     *
     * @param input done on the UI thread, and the beginning of the time
     * @param painted what is being painted when the time ends
     * @param shown whether it has what is waited for; asked at each painting of it
     */
    void time(Runnable input, Predicate<Widget> painted, BooleanSupplier shown) {
        end = 0;
        Display display = Display.getDefault();
        Listener stop = event -> {
            if (end == 0 && painted.test(event.widget) && shown.getAsBoolean()) {
                // when the painting is done, for which others listen
                display.asyncExec(() -> end = end == 0 ? System.nanoTime() : end);
            }
        };
        robot.act(() -> display.addFilter(SWT.Paint, stop));
        try {
            // a key may be lost on its way
            robot.insist(step + " is shown", () -> robot.act(() -> {
                begin = System.nanoTime();
                input.run();
            }), () -> end != 0);
        } finally {
            robot.act(() -> display.removeFilter(SWT.Paint, stop));
        }
        times.add(end - begin);
    }

    /** Presses a key through the window system; for {@link Robot#key} another program would have to start first. */
    static void press(int keyCode, char character) {
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            Event event = new Event();
            event.type = type;
            event.keyCode = keyCode;
            event.character = character;
            if (!Display.getCurrent().post(event)) {
                throw new AssertionError("The window system takes no keys from here");
            }
        }
    }

    /** Times one frame: the change that makes it necessary and the painting, both on the UI thread; not the wait between them. */
    void frame(Control control, Runnable change) {
        begin = 0;
        end = 0;
        Listener start = event -> begin = event.widget == control ? System.nanoTime() : begin;
        Listener stop = event -> end = System.nanoTime();
        long changing = robot.ask(() -> {
            control.getDisplay().addFilter(SWT.Paint, start);
            // behind the control's own
            control.addListener(SWT.Paint, stop);
            long now = System.nanoTime();
            change.run();
            return System.nanoTime() - now;
        });
        robot.await(step + " is painted", () -> end != 0);
        robot.act(() -> {
            control.getDisplay().removeFilter(SWT.Paint, start);
            control.removeListener(SWT.Paint, stop);
        });
        times.add(changing + end - begin);
    }

    /**
     * Appends a line: the step, its budget, the median, what 95 of 100 stay below, the worst, and how many there were;
     * milliseconds, parted by tabulators.
     */
    void write(Path file, String budget) throws IOException {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        String line = Arrays.stream(new int[] {sorted.length / 2, (int) (NEARLY_ALL * sorted.length), sorted.length - 1})
            .mapToObj(i -> String.format(Locale.ROOT, "%.1f", sorted[i] / MILLION))
            .reduce(step + "\t" + budget, (a, b) -> a + "\t" + b);
        Files.writeString(file, line + "\t" + sorted.length + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
