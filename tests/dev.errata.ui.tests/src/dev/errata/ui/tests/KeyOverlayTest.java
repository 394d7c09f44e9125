package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.tools.DrawBoxTool;
import dev.errata.ui.annotation.tools.SelectTool;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.keys.BoundKeys;

/** A question mark shows the keys that work on the picture; any key and the mouse take them away again. */
class KeyOverlayTest extends OnSampleLabels {

    private AnnotationCanvas canvas;

    KeyOverlayTest() {
        super("overlay");
    }

    @BeforeEach
    void openEditor() {
        canvas = walk.openEditor(dataset, "");
        robot.act(canvas::forceFocus);
        robot.await("the picture has the focus", canvas::isFocusControl);
    }

    @AfterEach
    void useOwnKeys() {
        use(IBindingService.DEFAULT_DEFAULT_ACTIVE_SCHEME_ID);
    }

    private static IBindingService bindings() {
        return PlatformUI.getWorkbench().getService(IBindingService.class);
    }

    private void use(String scheme) {
        walk.command(Ids.USE_KEYS + "(" + Ids.USE_KEYS_SCHEME + "=" + scheme + ")");
        robot.await("the keys are others", () -> bindings().getActiveScheme().getId().equals(scheme));
    }

    private Shell ask() {
        robot.key("question");
        robot.await("the keys are shown", () -> overlay() != null);
        return robot.ask(KeyOverlayTest::overlay);
    }

    /** The window that lies over the main one, or null. */
    private static Shell overlay() {
        Shell active = Walk.window().getDisplay().getActiveShell();
        return active == Walk.window() ? null : active;
    }

    /** What stands before an effect, and whether that is possible now. */
    private String keysOf(Shell overlay, String effect) {
        return robot.ask(() -> {
            List<Label> labels = Widgets.all(overlay, Label.class);
            for (int i = 1; i < labels.size(); i++) {
                if (labels.get(i).getText().equals(effect)) {
                    return labels.get(i - 1).getText() + (labels.get(i).isEnabled() ? "" : " (not now)");
                }
            }
            return labels.stream().map(Label::getText).toList().toString();
        });
    }

    @Test
    void showsTheKeysAsTheyAre() {
        Shell own = ask();
        assertEquals("F, Numpad_0", keysOf(own, "Fit"));
        assertEquals("D, PageDown", keysOf(own, "Next Image"));
        assertEquals("1 \u2026 0", keysOf(own, "Relabel: one of the first ten"));
        assertEquals("Space (not now)", keysOf(own, "Label Is Right"));
        robot.key("Escape");
        robot.await("they are gone", own::isDisposed);
        robot.key("Tab");
        robot.await("a label is selected", () -> canvas.selection().size() == 1);
        Shell selected = ask();
        assertEquals("Space", keysOf(selected, "Label Is Right"));
        robot.key("Escape");
        robot.await("they are gone", selected::isDisposed);
        assertEquals(1, robot.ask(() -> canvas.selection().size()), "Escape was for the overlay alone");

        use(Ids.CVAT_KEYS);
        robot.act(canvas::forceFocus);
        Shell others = ask();
        assertEquals("Shift+F, Numpad_0", keysOf(others, "Fit"));
        assertEquals("F, PageDown", keysOf(others, "Next Image"));
        assertEquals("Ctrl+1 \u2026 Ctrl+0, 1 \u2026 0", keysOf(others, "Relabel: one of the first ten"));
        robot.key("Escape");
        robot.await("they are gone", others::isDisposed);
    }

    @Test
    void aKeyThatClosesItDoesNothingElse() {
        Shell overlay = ask();
        robot.key("w");
        robot.await("the keys are gone", overlay::isDisposed);
        robot.await("the picture has the focus", canvas::isFocusControl);
        assertTrue(robot.ask(() -> canvas.tool() instanceof SelectTool));
        robot.key("w");
        robot.await("the same key is a command again", () -> canvas.tool() instanceof DrawBoxTool);
    }

    @Test
    void aClickClosesIt() {
        Shell overlay = ask();
        robot.click(overlay, 40, 40);
        robot.await("the keys are gone", overlay::isDisposed);
    }

    /** What the overlay reads is what the workbench does by the key. */
    @Test
    void everyKeyDoesWhatIsSaid() {
        for (String scheme : List.of(IBindingService.DEFAULT_DEFAULT_ACTIVE_SCHEME_ID, Ids.CVAT_KEYS, Ids.LABELIMG_KEYS)) {
            use(scheme);
            robot.act(canvas::forceFocus);
            robot.await("the picture has the focus", canvas::isFocusControl);
            List<Binding> said = robot.ask(() -> new BoundKeys(bindings()).in(Ids.CANVAS_CONTEXT));
            assertFalse(said.isEmpty());
            for (Binding binding : said) {
                Binding done = robot.ask(() -> bindings().getPerfectMatch(binding.getTriggerSequence()));
                assertEquals(binding.getParameterizedCommand(), done == null ? null : done.getParameterizedCommand(),
                    binding::toString);
            }
        }
    }
}
