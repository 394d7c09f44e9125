package dev.errata.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

import dev.errata.ui.mismatch.canvas.TextFitter;

/** What stands on a tile is never wider than the tile, in whatever script. */
class TextFitterTest {

    private static final String ARROW = " \u2192 ";
    private static final String FAMILY = "\ud83d\udc69\u200d\ud83d\udc67";

    private final Display display = PlatformUI.getWorkbench().getDisplay();

    @Test
    void nothingIsWiderThanItsRoomAndNoLetterIsCut() {
        display.syncExec(() -> {
            GC gc = new GC(display);
            for (String text : new String[] {"Now " + FAMILY.repeat(20) + " end", "\ud83e\ude78".repeat(40), "e\u0301".repeat(60),
                "plain ".repeat(30)}) {
                TextFitter fitter = new TextFitter();
                for (int width = 40; width < 400; width += 3) {
                    String fitted = fitter.fit(gc, text, width);
                    assertTrue(gc.textExtent(fitted).x <= width, fitted + " in " + width);
                    assertTrue(fitted.endsWith("\u2026"), fitted);
                    String kept = fitted.substring(0, fitted.length() - 1);
                    assertTrue(text.startsWith(kept));
                    assertNotEquals(Character.NON_SPACING_MARK, Character.getType(text.codePointAt(kept.length())));
                    assertTrue(kept.isEmpty() || !Character.isHighSurrogate(kept.charAt(kept.length() - 1)));
                }
            }
            gc.dispose();
        });
    }

    @Test
    void ofTwoNamesSomethingIsSeenOfEach() {
        display.syncExec(() -> {
            GC gc = new GC(display);
            for (String[] names : new String[][] {{"potted plant", "couch"}, {"cup", "a very long name of a class"},
                {"one long name", "another long name"}}) {
                int room = gc.textExtent("potted plant " + ARROW).x;
                String fitted = new TextFitter().fitNames(gc,
                    shorter -> shorter.apply(names[0]) + ARROW + shorter.apply(names[1]), room);
                assertTrue(gc.textExtent(fitted).x <= room, fitted);
                String[] seen = fitted.split(ARROW);
                assertEquals(2, seen.length, fitted);
                for (int i = 0; i < 2; i++) {
                    assertTrue(names[i].equals(seen[i]) || seen[i].length() > 4
                        && names[i].startsWith(seen[i].substring(0, seen[i].length() - 1)), fitted);
                    assertTrue(names[i].equals(seen[i]) || names[i].length() > 5, "the short one is whole: " + fitted);
                }
            }
            gc.dispose();
        });
    }

    @Test
    void whatFitsIsLeftAsItIs() {
        display.syncExec(() -> {
            GC gc = new GC(display);
            assertEquals("car", new TextFitter().fit(gc, "car", gc.textExtent("car").x));
            gc.dispose();
        });
    }
}
