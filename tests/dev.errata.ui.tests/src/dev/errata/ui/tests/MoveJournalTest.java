package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.files.DocumentFile;
import dev.errata.dataset.model.Dataset;
import dev.errata.ui.commands.Ids;

/** Where changes are kept is chosen in a dialog; a journal that cannot be read is a problem that is told until it can. */
class MoveJournalTest extends OnSampleLabels {

    private static final String TITLE = "Move Journal";

    MoveJournalTest() {
        super("moved");
    }

    private boolean silent;

    @BeforeEach
    void speak() {
        silent = ErrorDialog.AUTOMATED_MODE;
        ErrorDialog.AUTOMATED_MODE = false;
    }

    @AfterEach
    void beSilent() {
        ErrorDialog.AUTOMATED_MODE = silent;
    }

    private static Shell dialog() {
        return Widgets.shell(TITLE);
    }

    private void type(Control address, String text) {
        robot.click(address, 10, 10);
        robot.key("ctrl+a");
        robot.type(text);
    }

    @Test
    void onlyAnAddressOfADatabaseIsTaken() {
        walk.command("dev.errata.ui.moveJournal");
        robot.await("the dialog opens", () -> dialog() != null);
        Button move = robot.ask(() -> Widgets.button(dialog(), "Move"));
        Control address = robot.ask(() -> Widgets.textLabelled(dialog(), "Address:"));
        assertFalse(robot.ask(move::isEnabled), "nothing is chosen yet");
        type(address, "postgresql://ana:secret@localhost/labels");
        robot.settle();
        assertFalse(robot.ask(move::isEnabled), "a password has no place there");
        type(address, "postgresql://127.0.0.1:1/labels");
        robot.await("the address is taken", move::isEnabled);
        robot.click(move, 20, 10);
        robot.await("a server that is away is told", () -> Widgets.shell("Problem Occurred") != null);
        assertNull(robot.ask(() -> dataset.document().getJournal()));
        robot.act(() -> Widgets.shell("Problem Occurred").close());
    }

    @Test
    void aLostJournalIsAProblemUntilItIsBack() throws Exception {
        IViewPart view = Walk.showView(robot, Ids.PROBLEMS_VIEW);
        robot.await("the view counts what is wrong in the labels", () -> view.getTitle().equals("Problems (2)"));
        // as if a teammate had moved it
        write("postgresql://127.0.0.1:1/labels");
        robot.await("the view tells it", () -> view.getTitle().equals("Problems (3)"));
        write(null);
        robot.await("it is over", () -> view.getTitle().equals("Problems (2)"));
    }

    private void write(String journal) throws Exception {
        Dataset document = DocumentFile.load(dataset.folder());
        document.setJournal(journal);
        document.setJournalId("d1");
        DocumentFile.save(document, dataset.folder());
    }
}
