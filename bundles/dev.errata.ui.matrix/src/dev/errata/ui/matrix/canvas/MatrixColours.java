package dev.errata.ui.matrix.canvas;

import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

import dev.errata.ui.matrix.model.ColourScale;

/** The colours of the matrix: the theme's for values, the canvas's own for everything else. */
public final class MatrixColours {

    private static final String PREFIX = "dev.errata.ui.matrix.";

    private final int background;
    private final int foreground;
    private final ColourScale mismatch;
    private final ColourScale match;
    private final Color[] mismatchColours = new Color[ColourScale.STEPS];
    private final Color[] matchColours = new Color[ColourScale.STEPS];
    private final Color selection;
    private final Color found;

    MatrixColours(ColorRegistry registry, Color background, Color foreground) {
        this.background = rgb(background.getRGB());
        this.foreground = rgb(foreground.getRGB());
        mismatch = scale(registry, "mismatch");
        match = scale(registry, "match");
        for (int i = 0; i < ColourScale.STEPS; i++) {
            mismatchColours[i] = color(mismatch.colour(i));
            matchColours[i] = color(match.colour(i));
        }
        selection = color(rgb(registry.getRGB(PREFIX + "selection")));
        found = color(rgb(registry.getRGB(PREFIX + "found")));
    }

    boolean isFor(Color otherBackground, Color otherForeground) {
        return background == rgb(otherBackground.getRGB()) && foreground == rgb(otherForeground.getRGB());
    }

    /** Whether a change of this theme property changes the matrix. */
    static boolean isOurs(String property) {
        return property.startsWith(PREFIX);
    }

    private static ColourScale scale(ColorRegistry registry, String name) {
        return new ColourScale(rgb(registry.getRGB(PREFIX + name + "Low")), rgb(registry.getRGB(PREFIX + name + "Middle")),
            rgb(registry.getRGB(PREFIX + name + "High")));
    }

    static int rgb(RGB rgb) {
        return rgb.red << 16 | rgb.green << 8 | rgb.blue;
    }

    static Color color(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    int backgroundRgb() {
        return background;
    }

    Color background() {
        return color(background);
    }

    Color foreground() {
        return color(foreground);
    }

    /** For texts that step back, still with a contrast above 4.5 to 1 where the foreground has 12 to 1. */
    Color muted() {
        return faded(0.68);
    }

    /** The foreground, faded into the background; for lines. */
    Color faded(double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = background >> shift & 0xff;
            int to = foreground >> shift & 0xff;
            mixed |= (int) Math.round(from + (to - from) * part) << shift;
        }
        return color(mixed);
    }

    /** The scale of matches or of mismatches. */
    ColourScale scale(boolean isMatch) {
        return isMatch ? match : mismatch;
    }

    Color cell(boolean isMatch, int step) {
        return (isMatch ? matchColours : mismatchColours)[step];
    }

    /** Readable on a cell's colour. */
    Color text(boolean isMatch, int step) {
        return color(ColourScale.textOn(scale(isMatch).colour(step)));
    }

    /** A cell's colour, shaded towards its text, for the hatch. */
    Color hatch(boolean isMatch, int step) {
        int colour = scale(isMatch).colour(step);
        return color(ColourScale.mix(colour, ColourScale.textOn(colour), 0.16));
    }

    Color selection() {
        return selection;
    }

    /** Behind the names of classes that the person looks for. */
    Color found() {
        return found;
    }

    /** Readable on a colour. */
    static Color textOn(Color colour) {
        return color(ColourScale.textOn(rgb(colour.getRGB())));
    }
}
