package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
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
    void onlyAFileHasAnEnding() throws IOException {
        Path set = Files.createDirectory(folder.resolve("pets.v2"));
        Path archive = Files.createFile(folder.resolve("birds.tar.gz"));
        Text labels = robot.ask(() -> Widgets.textLabelled(wizard, "Labels:"));
        Text name = robot.ask(() -> Widgets.textLabelled(wizard, "Dataset name:"));
        robot.act(() -> labels.setText(set.toString()));
        assertEquals("pets.v2", robot.ask(name::getText));
        robot.act(() -> labels.setText(archive.toString()));
        assertEquals("birds", robot.ask(name::getText));
    }

    @Test
    void sizesComeFromThePicturesThatAreFound() throws IOException {
        Path labels = yolo();
        robot.act(() -> Widgets.textLabelled(wizard, "Labels:").setText(labels.toString()));
        robot.await("the pictures were found", () -> shows("Pictures: " + folder.resolve("images")));
        assertTrue(robot.ask(() -> shows("No problems found.")), "the sizes are known as they are after the import");
    }

    @Test
    void theTitleSaysWhatIsWrongWithoutThePath() throws IOException {
        Path picture = folder.resolve("images/cat.png");
        yolo();
        robot.act(() -> Widgets.textLabelled(wizard, "Labels:").setText(picture.toString()));
        robot.await("the file is refused", () -> title().startsWith("cat.png:1: No label format recognises this file"));
    }

    @Test
    void aRunOfWhichNothingCanBeUsedIsWarnedOf() throws IOException {
        Path labels = yolo();
        robot.act(() -> Widgets.textLabelled(wizard, "Labels:").setText(labels.toString()));
        robot.await("the labels were read", () -> shows("annotations 1"));
        robot.click(robot.ask(() -> Widgets.button(wizard, "Add...")), 10, 10);
        robot.answerFileDialog("^Predictions$", labels);
        robot.await("the run is warned of", () -> title().startsWith("None of the predictions of"));
    }

    /** The labels of one picture, which is in another folder: only somebody who looks around finds it. */
    private Path yolo() throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        Files.write(images.resolve("cat.png"), PictureFiles.written(PictureFiles.quarters(40, 30), "png"));
        Path set = Files.createDirectory(folder.resolve("set"));
        Files.writeString(Files.createDirectory(set.resolve("labels")).resolve("cat.txt"), "0 0.5 0.5 0.2 0.2\n");
        return Files.writeString(set.resolve("pets.yaml"), "path: .\ntrain: images\nnames:\n  0: cat\n");
    }

    private boolean shows(String text) {
        return Widgets.all(wizard, Label.class).stream().anyMatch(label -> label.getText().contains(text));
    }

    private String title() {
        return Widgets.all(wizard, Text.class).stream().filter(text -> (text.getStyle() & SWT.READ_ONLY) != 0)
            .map(text -> text.getText().strip()).filter(text -> !text.isEmpty()).findFirst().orElse("");
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
