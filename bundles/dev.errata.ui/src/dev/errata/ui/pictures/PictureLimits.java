package dev.errata.ui.pictures;

import java.time.Duration;

/**
 * What a picture file may cost: a small file can unfold to gigabytes.
 *
 * @param pixels a picture with more is not decoded
 * @param bytes memory that all pictures being decoded at one time may take; one that needs more is decoded alone
 * @param time a picture that takes longer to decode is given up
 */
public record PictureLimits(long pixels, long bytes, Duration time) {

    /** 100 million pixels, or what fits into a quarter of the heap with three bytes each; half of the heap; 30 seconds. */
    public static PictureLimits ofHeap(long heap) {
        return new PictureLimits(Math.min(100_000_000L, heap / 12), heap / 2, Duration.ofSeconds(30));
    }
}
