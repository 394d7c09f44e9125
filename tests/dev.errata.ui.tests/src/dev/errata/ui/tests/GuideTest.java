package dev.errata.ui.tests;

import java.util.List;

import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.errata.ui.commands.Ids;

/** F1 shows the page about the part that has the focus; links lead on. */
class GuideTest extends OnSampleLabels {

    GuideTest() {
        super("guided");
    }

    @AfterEach
    void hideGuide() {
        robot.act(() -> Walk.page().hideView(Walk.page().findView(Ids.GUIDE_VIEW)));
    }

    @Test
    void explainsThePartWithTheFocus() {
        Walk.showView(robot, Ids.HISTORY_VIEW);
        robot.insist("the page about the history", () -> robot.key("F1"), () -> isShown("Tasks, History and Sharing"));
        Walk.showView(robot, Ids.PROBLEMS_VIEW);
        robot.insist("the page about files", () -> robot.key("F1"), () -> isShown("Files: Import and Export"));
    }

    @Test
    void linksAreFollowedByTheKeyboard() {
        Walk.showView(robot, Ids.MATRIX_VIEW);
        robot.insist("the page about the matrix", () -> robot.key("F1"), () -> isShown("Confusion Matrix"));
        robot.insist("the page that its only link leads to", () -> {
            robot.act(() -> texts().getLast().setFocus());
            robot.act(() -> texts().getFirst().setFocus());
            robot.key("Tab");
            robot.key("Return");
        }, () -> isShown("Filters and Slices"));
    }

    private static boolean isShown(String title) {
        List<ScrolledForm> forms = Widgets.all(Walk.window(), ScrolledForm.class);
        return forms.stream().anyMatch(form -> form.getText().equals(title));
    }

    /** The text of the page, and the list of pages below it. */
    private static List<FormText> texts() {
        return Widgets.all(Walk.window(), FormText.class);
    }
}
