package dev.errata.formats.text;

import java.util.Arrays;

/**
 * Run lengths of a COCO mask: numbers of pixels outside and inside in turn, column by column. The compressed text has six
 * bits a character from 48 up, five of them data, and from the third run on the difference to the run before the last
 * (pycocotools, {@code maskApi.c}, {@code rleToString}).
 */
public final class RunLengths {

    private RunLengths() {
    }

    /** The run lengths of a compressed mask; as far as it can be read. */
    public static long[] decode(String text) {
        long[] runs = new long[text.length()];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            long value = 0;
            int shift = 0;
            boolean more = true;
            while (more && at < text.length()) {
                int c = text.charAt(at++) - 48;
                value |= (long) (c & 0x1F) << shift;
                more = (c & 0x20) != 0;
                shift += 5;
                if (!more && (c & 0x10) != 0 && shift < 64) {
                    value |= -1L << shift;
                }
            }
            runs[count] = count > 2 ? value + runs[count - 2] : value;
            count++;
        }
        return Arrays.copyOf(runs, count);
    }

    /** The compressed mask of run lengths. */
    public static String encode(long[] runs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < runs.length; i++) {
            long value = i > 2 ? runs[i] - runs[i - 2] : runs[i];
            boolean more = true;
            while (more) {
                long bits = value & 0x1F;
                value >>= 5;
                more = (bits & 0x10) != 0 ? value != -1 : value != 0;
                text.append((char) ((more ? bits | 0x20 : bits) + 48));
            }
        }
        return text.toString();
    }

    /** The box around the inside pixels: all 0 where there are none, as pycocotools has it; null where a run is negative. */
    public static double[] bounds(long[] runs, int height) {
        long at = 0;
        long left = Long.MAX_VALUE;
        long right = -1;
        long top = Long.MAX_VALUE;
        long bottom = -1;
        for (int i = 0; i < runs.length; i++) {
            if (runs[i] < 0) {
                return null;
            }
            if (i % 2 == 1 && runs[i] > 0) {
                long last = at + runs[i] - 1;
                left = Math.min(left, at / height);
                right = Math.max(right, last / height);
                boolean oneColumn = at / height == last / height;
                top = Math.min(top, oneColumn ? at % height : 0);
                bottom = Math.max(bottom, oneColumn ? last % height : height - 1);
            }
            at += runs[i];
        }
        return right < 0 ? new double[4] : new double[] {left, top, right - left + 1, bottom - top + 1};
    }
}
