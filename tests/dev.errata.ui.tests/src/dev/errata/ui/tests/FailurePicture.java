package dev.errata.ui.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** What was on the screen when a test gave up, for who looks for the reason. On the UI thread only. */
final class FailurePicture {

    private static final Path FOLDER = Path.of("target", "failures").toAbsolutePath();

    private FailurePicture() {
    }

    /** Takes a picture of the screen, and tells its file and the windows that are open. */
    static String take() {
        Display display = Display.getCurrent();
        List<String> windows = Arrays.stream(display.getShells()).filter(Shell::isVisible)
            .map(shell -> '"' + shell.getText() + '"' + (shell == display.getActiveShell() ? " (active)" : "")).toList();
        try {
            Path file = Files.createTempFile(Files.createDirectories(FOLDER), "screen", ".png");
            Rectangle screen = display.getBounds();
            Image image = new Image(display, screen.width, screen.height);
            GC gc = new GC(display);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            loader.save(file.toString(), SWT.IMAGE_PNG);
            image.dispose();
            return "windows: " + String.join(", ", windows) + "; focus: " + display.getFocusControl() + "; pointer: "
                + display.getCursorLocation() + " on " + display.getCursorControl() + "; " + file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
