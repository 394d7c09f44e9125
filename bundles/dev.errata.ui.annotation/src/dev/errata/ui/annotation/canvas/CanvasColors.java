package dev.errata.ui.annotation.canvas;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.PlatformUI;

import dev.errata.ui.annotation.scene.ClassColors;
import dev.errata.ui.annotation.scene.Scene;
import dev.errata.ui.annotation.scene.Shape;
import dev.errata.ui.annotation.scene.Tint;

/** The canvas's colours: from the theme's colour registry, and those of shapes. */
final class CanvasColors {

    private static final String PREFIX = "dev.errata.ui.annotation."; //$NON-NLS-1$

    private final Map<String, Color> classes = new HashMap<>();
    private final Map<Integer, Color> tints = new HashMap<>();

    Color background() {
        return themed("canvasBackground", 0x3c, 0x3f, 0x44); //$NON-NLS-1$
    }

    /** Of messages on the background. */
    Color message() {
        return themed("canvasMessage", 0xe8, 0xe8, 0xe8); //$NON-NLS-1$
    }

    /** The dark line on both sides of every outline. */
    Color edge() {
        return themed("outlineEdge", 0, 0, 0); //$NON-NLS-1$
    }

    /** Around what somebody asked to check. */
    Color attention() {
        return themed("attention", 0xff, 0xd4, 0x00); //$NON-NLS-1$
    }

    Color handle() {
        return themed("handle", 0xff, 0xff, 0xff); //$NON-NLS-1$
    }

    Color focus() {
        return themed("focus", 0x4d, 0x9f, 0xff); //$NON-NLS-1$
    }

    /** The colour of a shape of a scene: of its class, or what it is tinted with. */
    Color of(Scene scene, Shape shape) {
        Tint tint = scene.tint(shape);
        return tint != null ? tints.computeIfAbsent(tint.rgb(), CanvasColors::color)
            : classes.computeIfAbsent(shape.label(), name -> color(ClassColors.of(name)));
    }

    private static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    private static Color themed(String name, int red, int green, int blue) {
        ColorRegistry registry = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        if (!registry.hasValueFor(PREFIX + name)) {
            registry.put(PREFIX + name, new RGB(red, green, blue));
        }
        return registry.get(PREFIX + name);
    }
}
