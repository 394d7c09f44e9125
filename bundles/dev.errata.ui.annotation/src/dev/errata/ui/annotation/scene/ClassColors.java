package dev.errata.ui.annotation.scene;

import java.nio.charset.StandardCharsets;

/**
 * A colour for each class, made from its name alone: the same in every dataset and session. All have the same relative luminance
 * (WCAG 2.2), so that each stands out from a dark line beside it and carries dark text.
 */
public final class ClassColors {

    /** Relative luminance of every colour: 9.4 : 1 against black. */
    static final double LUMINANCE = 0.42;

    private static final double SATURATION = 0.9;

    private ClassColors() {
    }

    /** Red, green and blue, eight bits each. */
    public static int of(String name) {
        int hash = 0x811c9dc5;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        // The last steps of MurmurHash3: names that differ in one letter get hues far apart.
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        hash ^= hash >>> 16;
        double hue = (hash >>> 8) / (double) (1 << 24);
        double low = 0;
        double high = 1;
        for (int i = 0; i < 20; i++) {
            double lightness = (low + high) / 2;
            if (luminance(rgb(hue, SATURATION, lightness)) < LUMINANCE) {
                low = lightness;
            } else {
                high = lightness;
            }
        }
        return rgb(hue, SATURATION, (low + high) / 2);
    }

    /** Relative luminance of an sRGB colour, 0 to 1, as WCAG 2.2 defines it. */
    public static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int value) {
        double c = value / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** From hue, saturation and lightness, each 0 to 1. */
    private static int rgb(double hue, double saturation, double lightness) {
        double chroma = (1 - Math.abs(2 * lightness - 1)) * saturation;
        return channel(0, hue, chroma, lightness) << 16 | channel(8, hue, chroma, lightness) << 8
            | channel(4, hue, chroma, lightness);
    }

    private static int channel(int n, double hue, double chroma, double lightness) {
        double k = (n + hue * 12) % 12;
        double value = lightness - chroma / 2 * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
