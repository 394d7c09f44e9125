package dev.errata.ui.fields;

import org.eclipse.swt.graphics.Color;

import dev.errata.dataset.filter.FieldBands;

/**
 * Colours that people with any colour vision tell apart, on light and on dark: those of Okabe and Ito (2008, "Color Universal
 * Design") for values, and for ranges of numbers a way from blue to yellow after cividis (Nuñez, Anderton and Renslow 2018).
 */
public final class BandColours {

    /** Of what has no value: red, green and blue, eight bits each. */
    public static final int NONE = 0xB0B0B0;

    private static final int[] VALUES = {0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x4C8DD6, 0xD55E00, 0xCC79A7, 0x999999};
    private static final int[] RANGES = {0x4F7AD0, 0x7A8FB5, 0x9AA58C, 0xC7C06B, 0xFDE737};

    private BandColours() {
    }

    /** The colour of a band that {@link FieldBands} gave: red, green and blue, eight bits each. */
    public static int rgb(FieldBands bands, int band) {
        if (band == FieldBands.NONE) {
            return NONE;
        }
        int count = bands.names().size();
        return bands.isOrdered() ? ramp(count <= 1 ? 1 : (double) band / (count - 1)) : VALUES[band];
    }

    public static Color of(FieldBands bands, int band) {
        int rgb = rgb(bands, band);
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }

    /** @param at 0 is the lowest, 1 the highest */
    private static int ramp(double at) {
        double place = at * (RANGES.length - 1);
        int low = Math.min((int) place, RANGES.length - 2);
        double part = place - low;
        return channel(low, part, 16) << 16 | channel(low, part, 8) << 8 | channel(low, part, 0);
    }

    private static int channel(int low, double part, int shift) {
        int from = RANGES[low] >> shift & 0xff;
        int to = RANGES[low + 1] >> shift & 0xff;
        return (int) Math.round(from + part * (to - from));
    }
}
