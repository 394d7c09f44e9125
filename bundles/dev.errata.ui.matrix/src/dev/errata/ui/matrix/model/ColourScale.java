package dev.errata.ui.matrix.model;

/** A ramp of colours from small values to large ones, in 256 steps. Colours are 0xRRGGBB. */
public final class ColourScale {

    /** The number of different colours. */
    public static final int STEPS = 256;

    /** How far the logarithm stretches shares: 1 in 1,000 of the largest is still told from nothing. */
    private static final double SHARE_SPREAD = 1000;

    private final int[] colours = new int[STEPS];

    /** @param stops colours at equal distances, from the smallest value to the largest; at least two */
    public ColourScale(int... stops) {
        if (stops.length < 2) {
            throw new IllegalArgumentException("a colour scale needs two stops, has " + stops.length);
        }
        for (int i = 0; i < STEPS; i++) {
            double position = (double) i * (stops.length - 1) / (STEPS - 1);
            int stop = Math.min((int) position, stops.length - 2);
            colours[i] = mix(stops[stop], stops[stop + 1], position - stop);
        }
    }

    /** The colour of a step, 0 to {@link #STEPS} - 1. */
    public int colour(int step) {
        return colours[step];
    }

    /**
     * Where a value stands on the ramp.
     *
     * @param value above 0; a count or a share
     * @param largest the value at the end of the ramp
     * @param shares whether values are shares, not counts
     * @return 0 to {@link #STEPS} - 1
     */
    public static int step(double value, double largest, boolean logarithmic, boolean shares) {
        if (!(largest > 0) || !(value > 0)) {
            return 0;
        }
        double relative = Math.min(1, value / largest);
        double position = relative;
        if (logarithmic) {
            double spread = shares ? SHARE_SPREAD : largest;
            position = Math.log1p(spread * relative) / Math.log1p(spread);
        }
        return (int) Math.round(position * (STEPS - 1));
    }

    /** A colour between two; part 0 is the first. Mixed in linear light, so that the middle is neither dull nor dark. */
    public static int mix(int first, int second, double part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double a = linear(first >> shift & 0xff);
            double b = linear(second >> shift & 0xff);
            mixed |= encoded(a + (b - a) * part) << shift;
        }
        return mixed;
    }

    /** Black or white, whichever is easier to read on a colour; the contrast is at least 4.58 to 1. */
    public static int textOn(int background) {
        double luminance = luminance(background);
        return (luminance + 0.05) / 0.05 >= 1.05 / (luminance + 0.05) ? 0x000000 : 0xffffff;
    }

    /** Contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21. */
    public static double contrast(int first, int second) {
        double a = luminance(first);
        double b = luminance(second);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff) + 0.7152 * linear(colour >> 8 & 0xff) + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static int encoded(double light) {
        double value = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(value, 0, 1));
    }
}
