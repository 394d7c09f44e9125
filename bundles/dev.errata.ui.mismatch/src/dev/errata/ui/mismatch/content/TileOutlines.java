package dev.errata.ui.mismatch.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

import dev.errata.dataset.OpenDataset;
import dev.errata.dataset.matching.ComparedOutlines;
import dev.errata.dataset.model.Run;
import dev.errata.ui.mismatch.canvas.GridContent.Outlines;
import dev.errata.ui.mismatch.tiles.Tiles;
import dev.errata.ui.pictures.Pictures.Crop;

/** The outlines of a grid's tiles where masks are compared: drawn along the masks in the background, as the crops are made. */
final class TileOutlines {

    /** More than any screen shows. */
    private static final int MOST_KEPT = 4_000;

    private final OpenDataset dataset;
    private final Run run;
    private final Tiles tiles;
    private final Map<Integer, Outlines> known = Collections.synchronizedMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Outlines> eldest) {
            return size() > MOST_KEPT;
        }
    });

    /** @param run null where no run is compared */
    TileOutlines(OpenDataset dataset, Run run, Tiles tiles) {
        this.dataset = dataset;
        this.run = run;
        this.tiles = tiles;
    }

    /** What is known of a tile. */
    Outlines of(int tile) {
        return known.getOrDefault(tile, Outlines.NONE);
    }

    /** A crop, or the reason why there is none, that arrives when the outlines over it are known. Cancelling stops both. */
    CompletableFuture<Crop> with(int tile, CompletableFuture<Crop> crop) {
        if (run == null || !dataset.evaluations().matching().byMasks() || known.containsKey(tile)) {
            return crop;
        }
        CompletableFuture<Crop> both = CompletableFuture.runAsync(() -> known.put(tile, outlines(tile)))
            .thenCompose(nothing -> crop);
        both.whenComplete((nothing, failure) -> {
            if (failure instanceof CancellationException) {
                crop.cancel(false);
            }
        });
        return both;
    }

    private Outlines outlines(int tile) {
        int image = tiles.image(tile);
        return new Outlines(
            tiles.hasAnnotation(tile) ? ComparedOutlines.ofLabel(dataset, run, image, tiles.annotation(tile)) : List.of(),
            tiles.hasPrediction(tile) ? ComparedOutlines.ofPrediction(dataset, run, image, tiles.prediction(tile)) : List.of());
    }
}
