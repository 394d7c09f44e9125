package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.errata.ui.commands.Ids;

/** The page of the import wizard while somebody types, and on a small screen. */
class ImportPageTest {

    @TempDir
    Path folder;

    private Robot robot;
    private Shell wizard;

    @BeforeEach
    void open() throws IOException {
        Walk walk = new Walk();
        robot = walk.robot;
        walk.command(Ids.IMPORT_DATASET);
        robot.await("the import wizard opens", () -> Widgets.shell("Import Dataset") != null);
        wizard = robot.ask(() -> Widgets.shell("Import Dataset"));
    }

    @AfterEach
    void close() {
        robot.act(wizard::close);
        robot.await("the wizard is closed", wizard::isDisposed);
    }

    @Test
    void theFirstKeyOfAPathIsNoDataset() throws IOException {
        Path file = Files.writeString(Files.createDirectory(folder.resolve("pets")).resolve("gt.json"), "{}");
        Text labels = robot.ask(() -> Widgets.textLabelled(wizard, "Labels:"));
        Text name = robot.ask(() -> Widgets.textLabelled(wizard, "Dataset name:"));
        robot.act(() -> labels.setText(folder.getRoot().toString()));
        assertEquals("", robot.ask(name::getText));
        robot.act(() -> labels.setText(file.toString()));
        assertEquals("pets", robot.ask(name::getText));
    }

    @Test
    void onASmallScreenThePageScrolls() {
        Button strict = robot.ask(() -> Widgets.all(wizard, Button.class).stream()
            .filter(button -> button.getText().replace("&", "").startsWith("Refuse")).findFirst().orElseThrow());
        robot.act(() -> wizard.setSize(700, 420));
        robot.await("the wizard is small", () -> wizard.getSize().y <= 460);
        ScrolledComposite page = robot.ask(() -> Widgets.only(wizard, ScrolledComposite.class, any -> true));
        Point wanted = robot.ask(() -> page.getContent().computeSize(-1, -1));
        robot.await("the page keeps its height", () -> page.getContent().getSize().y >= wanted.y);
        assertTrue(robot.ask(() -> page.getVerticalBar().isVisible()), "the rest can be scrolled to");
        assertTrue(robot.ask(() -> strict.getLocation().y + strict.getSize().y <= page.getContent().getSize().y),
            "nothing lies below the page");
    }
}
