package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.bindings.Binding;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.errata.dataset.model.Annotation;
import dev.errata.dataset.model.ImageRecord;
import dev.errata.ui.annotation.canvas.AnnotationCanvas;
import dev.errata.ui.annotation.tools.DrawBoxTool;
import dev.errata.ui.annotation.tools.SelectTool;
import dev.errata.ui.commands.Ids;
import dev.errata.ui.keys.BoundKeys;

/** Keys as in other tools, chosen in the Help menu of the running window and pressed on the canvas. */
class KeySchemesTest extends OnSampleLabels {

    private static final String HELP = "Help";
    private static final String KEYS = "Errata Keys";
    private static final String OWN = "Errata's Own";
    private static final String CVAT = "Like CVAT";
    private static final String LABELIMG = "Like LabelImg";
    private static final String FIT = "dev.errata.ui.annotation.fit";
    private static final String DRAW = "dev.errata.ui.annotation.drawBox";

    private AnnotationCanvas canvas;

    KeySchemesTest() {
        super("keys");
    }

    @BeforeEach
    void openEditor() {
        canvas = walk.openEditor(dataset, "");
        robot.act(canvas::forceFocus);
    }

    @AfterEach
    void useOwnKeys() {
        robot.act(() -> Menus.choose(HELP, KEYS, OWN));
    }

    private static IBindingService bindings() {
        return PlatformUI.getWorkbench().getService(IBindingService.class);
    }

    private void use(String name) {
        robot.act(() -> {
            Menus.choose(HELP, KEYS, name);
            canvas.forceFocus();
        });
        robot.await("the menu shows what is used", () -> Menus.items(HELP, KEYS).stream().filter(MenuItem::getSelection)
            .map(Menus::text).toList().equals(List.of(name)));
        robot.await("the picture has the focus", canvas::isFocusControl);
    }

    private void press(String key, int image) {
        robot.key(key);
        robot.await("image " + image + " is shown", () -> Walk.page().getActiveEditor().getAdapter(ImageRecord.class) != null
            && Walk.page().getActiveEditor().getAdapter(ImageRecord.class).getIndex() == image
            && !canvas.scene().shapes().isEmpty());
    }

    private double zoomIn() {
        double before = robot.ask(() -> canvas.viewport().scale());
        robot.key("ctrl+equal");
        robot.await("the picture is larger", () -> canvas.viewport().scale() > before);
        return robot.ask(() -> canvas.viewport().scale());
    }

    private Annotation selectFirst() {
        robot.key("Tab");
        robot.await("a label is selected", () -> canvas.selection().size() == 1);
        return (Annotation) robot.ask(() -> canvas.selection().get(0).element());
    }

    @Test
    void likeCvat() {
        use(CVAT);
        press("f", 1);
        press("f", 2);
        press("d", 1);
        double large = zoomIn();
        robot.key("shift+f");
        robot.await("the picture fits", () -> canvas.viewport().scale() < large);
        robot.key("n");
        robot.await("a box can be drawn", () -> canvas.tool() instanceof DrawBoxTool);
        robot.key("Escape");
        Annotation label = selectFirst();
        int other = label.getLabel() == dataset.labelClass(0) ? 2 : 1;
        robot.key("ctrl+" + other);
        robot.await("the class is changed", () -> label.getLabel() == dataset.labelClass(other - 1));
    }

    @Test
    void likeLabelImg() {
        use(LABELIMG);
        press("d", 1);
        press("a", 0);
        robot.key("ctrl+r");
        robot.await("a box can be drawn", () -> canvas.tool() instanceof DrawBoxTool);
        robot.key("ctrl+j");
        robot.await("labels can be selected", () -> canvas.tool() instanceof SelectTool);
        selectFirst();
        int before = dataset.image(0).getAnnotations().size();
        robot.key("ctrl+d");
        robot.await("the label is there twice", () -> dataset.image(0).getAnnotations().size() == before + 1);
        robot.insist("the classes are listed", () -> robot.key("ctrl+e"),
            () -> robot.ask(() -> Walk.window().getDisplay().getActiveShell()) != Walk.window());
        robot.key("Escape");
    }

    @Test
    void ownKeysComeBack() {
        use(CVAT);
        press("f", 1);
        use(OWN);
        double large = zoomIn();
        robot.key("f");
        robot.await("the picture fits", () -> canvas.viewport().scale() < large);
        press("d", 2);
        press("a", 1);
    }

    /** What is bound by the schemes is bound on the canvas and in the grid only, and stands so in the guide's texts. */
    @Test
    void nothingElseIsRebound() {
        for (String scheme : List.of(Ids.CVAT_KEYS, Ids.LABELIMG_KEYS)) {
            List<Binding> own = robot.ask(() -> Arrays.stream(bindings().getBindings())
                .filter(binding -> binding.getSchemeId().equals(scheme)).toList());
            assertFalse(own.isEmpty());
            assertTrue(own.stream().allMatch(
                binding -> Set.of(Ids.CANVAS_CONTEXT, Ids.GRID_CONTEXT).contains(binding.getContextId())), own::toString);
        }
        assertEquals("F", shownKey(FIT));
        use(CVAT);
        assertEquals("Shift+F", shownKey(FIT));
        assertEquals("F", shownKey(Ids.NEXT_TASK));
        assertEquals("N", shownKey(DRAW));
        use(LABELIMG);
        assertEquals("Ctrl+F", shownKey(FIT));
        assertEquals("Ctrl+E", shownKey(Ids.RELABEL));
        assertEquals("D", shownKey(Ids.NEXT_TASK));
        assertEquals("W", shownKey(DRAW));
    }

    private String shownKey(String command) {
        return robot.ask(() -> new BoundKeys(bindings()).of(command).orElseThrow().format());
    }
}
