package dev.errata.ui.mismatch.canvas;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.errata.ui.pictures.Pictures.Crop;

/** The crops of the first tiles of a grid, made while the workbench is still busy with showing the editor. */
public final class EarlyCrops {

    /** About so many tiles are visible at first. */
    private static final int FIRST_SCREEN = 24;

    private final CropSize size;
    private final Map<Integer, CompletableFuture<Crop>> crops = new HashMap<>();

    private EarlyCrops(CropSize size) {
        this.size = size;
    }

    /** None: they are made when the tiles are to be seen. */
    public static EarlyCrops none() {
        return new EarlyCrops(null);
    }

    static EarlyCrops of(GridContent content, CropSize size) {
        EarlyCrops early = new EarlyCrops(size);
        // what is asked for last is done first
        for (int tile = Math.min(FIRST_SCREEN, content.tiles().size()) - 1; tile >= 0; tile--) {
            early.crops.put(tile, size.crop(content, tile));
        }
        return early;
    }

    /** The crop of a tile, once; null where there is none of this size. */
    CompletableFuture<Crop> take(int tile, CropSize wanted) {
        CompletableFuture<Crop> crop = crops.remove(tile);
        return wanted.equals(size) ? crop : null;
    }
}
