package dev.errata.ui.mismatch;

import java.util.Arrays;

import dev.errata.ui.mismatch.tiles.Tiles;

/**
 * Where the tiles of a grid are in the one that takes its place.
 *
 * @param from the grid so far
 * @param to the new one
 */
record SameTiles(Tiles from, Tiles to) {

    /** Some tiles in the new grid, in its order; those that it has not are left out. */
    int[] of(int[] old) {
        int[] found = new int[old.length];
        int count = 0;
        for (int tile : old) {
            int now = of(tile);
            if (now != Tiles.NONE) {
                found[count++] = now;
            }
        }
        int[] result = Arrays.copyOf(found, count);
        Arrays.sort(result);
        return result;
    }

    private int of(int tile) {
        return to.indexOf(from.image(tile), from.annotation(tile), from.prediction(tile));
    }

    /**
     * The tile that a person looks at, in the new grid: the first visible one that is still there.
     *
     * @param begin the first visible tile; at the top the new grid is shown from its top
     * @param end the tile after the last visible one
     */
    int first(int begin, int end) {
        int found = begin == 0 ? 0 : Tiles.NONE;
        for (int tile = begin; tile < end && found == Tiles.NONE; tile++) {
            found = of(tile);
        }
        return found;
    }
}
